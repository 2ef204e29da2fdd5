import type { JSX } from 'preact'
import { findPasswordHash, findSignIn } from '#database/accounts.ts'
import { forgetAttempts } from '#database/attempts.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { parseEmailAddress } from '#domain/email-address.ts'
import { normalisePassword, PASSWORD_LENGTH } from '#domain/password.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { attemptSubject } from '#web/attempts.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { nextPath } from '#web/next-path.ts'
import { sessionOf, signOut } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { ADDRESS_ERROR, AddressField } from './address-page.tsx'
import { mayTryPassword } from './attempts.ts'
import { goOnAfterFirstFactor } from './enter.ts'
import { formPage, NextField } from './form-page.tsx'
import { OrganisationButton } from './organisation-button.tsx'
import { OwnDeviceField } from './own-device.tsx'
import { PasskeyForm } from './passkey-form.tsx'

type SignInForm = {
  next: string | null
  typed?: string
  isOwnDevice?: boolean
  error?: string
  notice?: JSX.Element
}

export async function showSignIn(c: RequestContext): Promise<Response> {
  const next = nextPath(c.req.query('verder'))
  if (await sessionOf(c)) return c.redirect(next ?? urls.account.to(), 303)
  const notice = noticeFor(c)
  return signInPage(c, { next, ...(notice && { notice }) })
}

function noticeFor(c: RequestContext): JSX.Element | undefined {
  if (c.req.query('uitgelogd')) {
    return <Notice>Je bent uitgelogd. In deze browser staat niets meer van je account.</Notice>
  }
  if (c.req.query('te-laat')) return <Notice kind="panel">Het duurde te lang. Log opnieuw in.</Notice>
  return undefined
}

/** One answer, after one and the same work, for every address that is not let in. */
export async function answerSignIn(c: RequestContext): Promise<Response> {
  const form = await readFields(c, ['adres', 'wachtwoord', 'eigen-apparaat', 'verder'])
  if (!form) return refuse(c, 400)
  const { db, passwords } = c.get('house')
  const typed = (form.get('adres') ?? '').slice(0, 600)
  const isOwnDevice = form.get('eigen-apparaat') === 'ja'
  const again = { next: nextPath(form.get('verder')), typed, isOwnDevice }
  const address = parseEmailAddress(typed)
  if (!address) return signInPage(c, { ...again, error: ADDRESS_ERROR })
  if (!(await mayTryPassword(c, address.key))) return refuse(c, 429)

  const password = normalisePassword((form.get('wachtwoord') ?? '').slice(0, 2 * PASSWORD_LENGTH.most))
  const account = await findSignIn(db, address.key)
  const isRight = await passwords.verify(password, account?.passwordHash ?? null)
  if (!account || !isRight) return signInPage(c, { ...again, error: WRONG })
  // The check takes its time, and longer when many wait for it: the password may have changed meanwhile.
  const isCurrent = (await findPasswordHash(db, account.id)) === account.passwordHash
  if (!isCurrent) return signInPage(c, { ...again, error: WRONG })

  await forgetAttempts(db, attemptSubject(c, LIMITS.passwordsPerAccount, address.key))
  return goOnAfterFirstFactor(c, { accountId: account.id, stays: isOwnDevice, next: again.next })
}

const WRONG = 'Dit adres en dit wachtwoord horen niet bij elkaar.'

function signInPage(c: RequestContext, { next, typed, isOwnDevice, error, notice }: SignInForm): Response {
  return formPage(
    c,
    { title: 'Log in', ...(error && { errors: [{ text: error, href: '#adres' }] }) },
    <>
      {notice}
      <form method="post" action={urls.signIn.to()} class="stack" novalidate>
        <NextField next={next} />
        <AddressField {...(typed && { value: typed })} {...(error && { error })} />
        <PasswordField name="wachtwoord" label="Wachtwoord" />
        <OwnDeviceField isChecked={isOwnDevice ?? false} />
        <div class="buttons">
          <Button>Log in</Button>
        </div>
      </form>
      <PasskeyForm label="Log in met een passkey" next={next} staysAs="eigen-apparaat" />
      <OrganisationButton c={c} next={next} />
      <p>
        <a href={urls.forgotPassword.to()}>Wachtwoord vergeten</a>
      </p>
      <section class="stack-small" aria-labelledby="nieuw">
        <h2 class="h3" id="nieuw">
          Nog geen account?
        </h2>
        <p>
          Een account hoeft niet: je kunt de scan ook zonder invullen. Wil je scans bewaren en later
          vergelijken? <a href={urls.signUp.to()}>Maak een account</a>
        </p>
      </section>
    </>,
  )
}

export async function answerSignOut(c: RequestContext): Promise<Response> {
  if (!(await readFields(c, []))) return refuse(c, 400)
  await signOut(c)
  return c.redirect(`${urls.signIn.to()}?uitgelogd=ja`, 303)
}
