import { forgetAttempts } from '#database/attempts.ts'
import {
  type Authenticator,
  confirmAuthenticator,
  findAuthenticator,
  removeAuthenticator,
  startAuthenticator,
} from '#database/second-factors.ts'
import type { Session } from '#database/sessions.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { TextField } from '#ui/text-field.tsx'
import { attemptSubject, isWithin } from '#web/attempts.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireRecentProof } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { addFactor } from './add-factor.ts'
import { changeSecurity } from './change-security.ts'
import { formPage } from './form-page.tsx'

/** Off, being set up, or on: one page for each. */
export function showAuthenticator(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async (session) => {
    const known = await findAuthenticator(c.get('house').db, session.account.id)
    if (!known) return offPage(c)
    return known.confirmedAt ? onPage(c) : setUpPage(c, session, known)
  })
}

const STEPS = ['begin', 'bevestig', 'weg'] as const

export function answerAuthenticator(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async (session) => {
    const form = await readFields(c, ['stap', 'code'])
    const step = STEPS.find((known) => known === form?.get('stap'))
    if (!form || !step) return refuse(c, 400)
    if (step === 'weg') return remove(c, session)
    if (step === 'bevestig') return confirm(c, session, (form.get('code') ?? '').slice(0, 100))
    const { db, clock, authenticator } = c.get('house')
    await startAuthenticator(db, session.account.id, authenticator.createSecret(), clock())
    return c.redirect(urls.accountAuthenticator.to(), 303)
  })
}

async function confirm(c: RequestContext, session: Session, typed: string): Promise<Response> {
  const { db, clock, authenticator } = c.get('house')
  const { id } = session.account
  const known = await findAuthenticator(db, id)
  if (!known || known.confirmedAt) return c.redirect(urls.accountAuthenticator.to(), 303)
  if (!(await isWithin(c, LIMITS.codesPerAccount, id))) return refuse(c, 429)
  const step = authenticator.findStep(known.secret, typed, clock())
  if (step === null) return setUpPage(c, session, known, WRONG)

  const added = await addFactor(
    c,
    session,
    (trx) => confirmAuthenticator(trx, id, { secret: known.secret, step }, clock()),
    { added: 'app', done: 'De app staat aan. Nog één ding, voor als je telefoon kwijt is.' },
  )
  await forgetAttempts(db, attemptSubject(c, LIMITS.codesPerAccount, id))
  return added ?? c.redirect(urls.accountAuthenticator.to(), 303)
}

const WRONG =
  'Deze code klopt niet. Kijk of de klok van je telefoon vanzelf gelijk loopt, en vul de volgende code in.'

async function remove(c: RequestContext, session: Session): Promise<Response> {
  await changeSecurity(c, session, (trx) => removeAuthenticator(trx, session.account.id))
  return c.redirect(`${urls.accountSecurity.to()}?bewaard=app-weg`, 303)
}

function offPage(c: RequestContext): Response {
  return formPage(
    c,
    {
      title: 'App voor codes',
      lead: 'Een app op je telefoon maakt elke halve minuut een nieuwe code. Die vul je in na je wachtwoord.',
    },
    <>
      <p>
        Veel mensen hebben al zo’n app, zoals Microsoft Authenticator, Google Authenticator of de app van een
        wachtwoordmanager. Elke app die zulke codes maakt is goed.
      </p>
      <form method="post" action={urls.accountAuthenticator.to()}>
        <div class="buttons">
          <Button name="stap" value="begin">
            Zet de app aan
          </Button>
          <ButtonLink quiet href={urls.accountSecurity.to()}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
    </>,
  )
}

function setUpPage(
  c: RequestContext,
  { account }: Session,
  { secret }: Authenticator,
  error?: string,
): Response {
  const { address, picture } = c.get('house').authenticator.toApp(secret, account.address)
  return formPage(
    c,
    {
      title: 'Zet QuickScan in je app',
      lead: 'Dat gaat in twee stappen.',
      ...(error && { errors: [{ text: error, href: '#code' }] }),
    },
    <>
      <section class="stack-small" aria-labelledby="scan">
        <h2 class="h3" id="scan">
          1. Scan deze code met je app
        </h2>
        <QrCode picture={picture} />
        <p>
          Staat de app op dit apparaat? <a href={address}>Open hem hier</a>
        </p>
        <p>
          Lukt scannen niet? Typ dan deze sleutel in de app:
          <br />
          <code class="key">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </section>
      <form method="post" action={urls.accountAuthenticator.to()} class="stack" novalidate>
        <h2 class="h3">2. Vul de code in die de app nu laat zien</h2>
        <TextField
          name="code"
          label="Code"
          hint="Zes cijfers."
          autocomplete="one-time-code"
          isShortCode
          {...(error && { error })}
        />
        <div class="buttons">
          <Button name="stap" value="bevestig">
            Zet aan
          </Button>
          <ButtonLink quiet href={urls.accountSecurity.to()}>
            Stop, ik doe dit later
          </ButtonLink>
        </div>
      </form>
    </>,
  )
}

function onPage(c: RequestContext): Response {
  return formPage(
    c,
    {
      title: 'App voor codes',
      lead: 'De app staat aan. Na je wachtwoord vragen we een code.',
    },
    <>
      <p>
        Heb je een andere telefoon? Zet de app dan eerst uit, en daarna op je nieuwe telefoon weer aan. Zonder
        app en zonder passkey is je wachtwoord genoeg om in te loggen.
      </p>
      <form method="post" action={urls.accountAuthenticator.to()}>
        <div class="buttons">
          <Button quiet name="stap" value="weg">
            Zet de app uit
          </Button>
          <ButtonLink quiet href={urls.accountSecurity.to()}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
    </>,
  )
}
