import { findAccount } from '#database/accounts.ts'
import { forgetAttempts } from '#database/attempts.ts'
import { requestMail } from '#database/mails.ts'
import { findPendingSignIn, type PendingSignIn, usePendingSignIn } from '#database/pending-sign-ins.ts'
import { acceptStep, findAuthenticator, secondFactorsOf, useRecoveryCode } from '#database/second-factors.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { normaliseRecoveryCode } from '#domain/recovery-code.ts'
import { needsSecondFactor } from '#domain/second-factor.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { attemptSubject, isWithin } from '#web/attempts.ts'
import { readFields } from '#web/body.ts'
import { dropToken, tokenHashIn } from '#web/cookies.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { nextPath, withNext } from '#web/next-path.ts'
import { urls } from '#web/urls.ts'
import { enter, PENDING } from './enter.ts'
import { formPage, NextField } from './form-page.tsx'
import { PasskeyForm } from './passkey-form.tsx'

type Pending = PendingSignIn & { tokenHash: string }
type StepForm = { next: string | null; error?: string }

/** The code of the app, or a passkey: what comes after the password for who chose that. */
export function showSecondStep(c: RequestContext): Promise<Response> {
  return requirePending(c, (pending) => stepPage(c, pending, { next: nextPath(c.req.query('verder')) }))
}

export function answerSecondStep(c: RequestContext): Promise<Response> {
  return answerWith(c, isCodeRight, (pending, form) => stepPage(c, pending, { ...form, error: WRONG_CODE }))
}

export function showRecoveryStep(c: RequestContext): Promise<Response> {
  return requirePending(c, () => recoveryPage(c, { next: nextPath(c.req.query('verder')) }))
}

/** A recovery code is as good as the app, once. It is told by mail, because whoever found the paper can use it. */
export function answerRecoveryStep(c: RequestContext): Promise<Response> {
  return answerWith(c, isRecoveryCodeRight, (_, form) => recoveryPage(c, { ...form, error: WRONG_RECOVERY }))
}

const WRONG_CODE = 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in de app.'
const WRONG_RECOVERY = 'Deze herstelcode klopt niet, of is al gebruikt. Kijk hem na, of neem een andere.'

async function answerWith(
  c: RequestContext,
  isRight: (c: RequestContext, account: string, typed: string) => Promise<boolean>,
  askAgain: (pending: Pending, form: StepForm) => Response | Promise<Response>,
): Promise<Response> {
  const form = await readFields(c, ['code', 'verder'])
  if (!form) return refuse(c, 400)
  return requirePending(c, async (pending) => {
    const { db, clock } = c.get('house')
    const next = nextPath(form.get('verder'))
    const { accountId } = pending
    if (!(await isWithin(c, LIMITS.codesPerAccount, accountId))) return refuse(c, 429)
    const typed = (form.get('code') ?? '').slice(0, 100)
    if (!(await isRight(c, accountId, typed))) return askAgain(pending, { next })
    const used = await usePendingSignIn(db, pending.tokenHash, clock())
    if (!used) return tooLate(c)
    dropToken(c, PENDING)
    await forgetAttempts(db, attemptSubject(c, LIMITS.codesPerAccount, accountId))
    return enter(c, { ...used, next })
  })
}

async function isCodeRight(c: RequestContext, account: string, typed: string): Promise<boolean> {
  const { db, clock, authenticator } = c.get('house')
  const known = await findAuthenticator(db, account)
  const step = known?.confirmedAt ? authenticator.findStep(known.secret, typed, clock()) : null
  return step !== null && acceptStep(db, account, step)
}

async function isRecoveryCodeRight(c: RequestContext, account: string, typed: string): Promise<boolean> {
  const { db, clock, secrets, mailWaits } = c.get('house')
  const code = normaliseRecoveryCode(typed)
  if (!code) return false
  const isUsed = await db.transaction().execute(async (trx) => {
    const found = await findAccount(trx, account)
    if (!found || !(await useRecoveryCode(trx, account, secrets.hash(code)))) return false
    await requestMail(trx, {
      id: secrets.createId(),
      kind: 'recovery-code-used',
      address: found.address,
      accountId: account,
      requestedAt: clock(),
    })
    return true
  })
  if (isUsed) mailWaits()
  return isUsed
}

/** Whoever gave the right password in this browser, less than ten minutes ago. */
async function requirePending(
  c: RequestContext,
  handle: (pending: Pending) => Response | Promise<Response>,
): Promise<Response> {
  const { db, clock } = c.get('house')
  const tokenHash = tokenHashIn(c, PENDING)
  const pending = tokenHash ? await findPendingSignIn(db, tokenHash, clock()) : undefined
  return tokenHash && pending ? handle({ ...pending, tokenHash }) : tooLate(c)
}

function tooLate(c: RequestContext): Response {
  return c.redirect(`${urls.signIn.to()}?te-laat=ja`, 303)
}

async function stepPage(c: RequestContext, pending: Pending, form: StepForm): Promise<Response> {
  const { next, error } = form
  const factors = await secondFactorsOf(c.get('house').db, pending.accountId)
  // Whoever took the second factor away in another browser meanwhile, begins anew.
  if (!needsSecondFactor(factors)) return tooLate(c)
  return formPage(
    c,
    {
      title: factors.authenticator ? 'Vul de code van je app in' : 'Gebruik je passkey',
      lead: 'De eerste stap is gelukt. Dit is de tweede.',
      ...(error && { errors: [{ text: error, href: '#code' }] }),
    },
    <>
      {factors.authenticator && (
        <form method="post" action={urls.secondStep.to()} class="stack" novalidate>
          <NextField next={next} />
          <TextField
            name="code"
            label="Code"
            hint="Zes cijfers. De app maakt elke halve minuut een nieuwe."
            autocomplete="one-time-code"
            isShortCode
            {...(error && { error })}
          />
          <div class="buttons">
            <Button>Log in</Button>
          </div>
        </form>
      )}
      {factors.passkeys > 0 && (
        <PasskeyForm label="Log in met je passkey" next={next} stays={pending.stays} withoutScript />
      )}
      {factors.recoveryCodes > 0 && (
        <p>
          Kun je er niet bij?{' '}
          <a href={withNext(urls.secondStepRecovery.to(), next)}>Gebruik een herstelcode</a>
        </p>
      )}
    </>,
  )
}

function recoveryPage(c: RequestContext, { next, error }: StepForm): Response {
  return formPage(
    c,
    {
      title: 'Vul een herstelcode in',
      lead: 'Je kreeg herstelcodes toen je de tweede stap aanzette. Elke code werkt één keer.',
      ...(error && { errors: [{ text: error, href: '#code' }] }),
    },
    <>
      <form method="post" action={urls.secondStepRecovery.to()} class="stack" novalidate>
        <NextField next={next} />
        <TextField
          name="code"
          label="Herstelcode"
          hint="Vier groepjes van vier. Hoofdletters en streepjes maken niet uit."
          autocomplete="off"
          {...(error && { error })}
        />
        <div class="buttons">
          <Button>Log in</Button>
        </div>
      </form>
      <p>
        <a href={withNext(urls.secondStep.to(), next)}>Terug naar de vorige stap</a>
      </p>
    </>,
  )
}
