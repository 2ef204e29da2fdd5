import { findPasswordHash } from '#database/accounts.ts'
import { forgetAttempts } from '#database/attempts.ts'
import { secondFactorsOf } from '#database/second-factors.ts'
import type { Session } from '#database/sessions.ts'
import { PROOF_MINUTES } from '#domain/account.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { parseEmailAddress } from '#domain/email-address.ts'
import { normalisePassword, PASSWORD_LENGTH } from '#domain/password.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { attemptSubject } from '#web/attempts.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { nextPath } from '#web/next-path.ts'
import { requireAccount } from '#web/require.ts'
import { proveAgain } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { mayTryPassword } from './attempts.ts'
import { formPage, NextField } from './form-page.tsx'
import { organisationProof } from './organisation-button.tsx'
import { PasskeyForm } from './passkey-form.tsx'

/** Asks somebody who is signed in for the password again, before something that an absent owner would regret. */
export function showProve(c: RequestContext): Promise<Response> {
  return requireAccount(c, (session) => provePage(c, session, { next: nextPath(c.req.query('verder')) }))
}

export function answerProve(c: RequestContext): Promise<Response> {
  return requireAccount(c, async (session) => {
    const form = await readFields(c, ['adres', 'wachtwoord', 'verder'])
    if (!form) return refuse(c, 400)
    const { db, passwords } = c.get('house')
    const next = nextPath(form.get('verder'))
    const key = parseEmailAddress(session.account.address)?.key ?? ''
    if (!(await mayTryPassword(c, key))) return refuse(c, 429)
    const typed = normalisePassword((form.get('wachtwoord') ?? '').slice(0, 2 * PASSWORD_LENGTH.most))
    if (!(await passwords.verify(typed, await findPasswordHash(db, session.account.id)))) {
      return provePage(c, session, { next, error: 'Dit wachtwoord klopt niet. Typ het nog een keer.' })
    }
    await forgetAttempts(db, attemptSubject(c, LIMITS.passwordsPerAccount, key))
    await proveAgain(c, session)
    return c.redirect(next ?? urls.account.to(), 303)
  })
}

async function provePage(
  c: RequestContext,
  { account }: Session,
  { next, error }: { next: string | null; error?: string },
): Promise<Response> {
  const { db } = c.get('house')
  const hasPassword = (await findPasswordHash(db, account.id)) !== null
  const { passkeys } = await secondFactorsOf(db, account.id)
  return formPage(
    c,
    {
      title: 'Ben jij het?',
      lead: `Voor deze stap vragen we nog één keer of jij het bent. Daarna vragen we het ${PROOF_MINUTES} minuten niet meer.`,
      ...(error && { errors: [{ text: error, href: '#wachtwoord' }] }),
    },
    <>
      {hasPassword && (
        <form method="post" action={urls.prove.to()} class="stack" novalidate>
          <NextField next={next} />
          <input type="hidden" name="adres" autocomplete="username" value={account.address} />
          <PasswordField name="wachtwoord" label="Je wachtwoord" {...(error && { error })} />
          <div class="buttons">
            <Button>Ga verder</Button>
            <ButtonLink quiet href={urls.account.to()}>
              Ga terug
            </ButtonLink>
          </div>
        </form>
      )}
      {passkeys > 0 && <PasskeyForm label="Gebruik je passkey" next={next} />}
      {hasPassword && (
        <p>
          <a href={urls.forgotPassword.to()}>Wachtwoord vergeten</a>
        </p>
      )}
      {!hasPassword &&
        ((await organisationProof(c, account.id, next)) ?? (
          <p>
            Je account heeft geen wachtwoord. Log uit en log opnieuw in. Daarna kun je hier meteen verder.
          </p>
        ))}
    </>,
  )
}
