import { setPassword } from '#database/accounts.ts'
import { forgetAttempts } from '#database/attempts.ts'
import { endMailProofs, findMailProof, useMailProof } from '#database/mail-proofs.ts'
import { requestMail } from '#database/mails.ts'
import { endPendingSignIns } from '#database/pending-sign-ins.ts'
import { endSessions } from '#database/sessions.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { parseEmailAddress } from '#domain/email-address.ts'
import { Button } from '#ui/button.tsx'
import { attemptSubject } from '#web/attempts.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { type AddressQuestion, answerAddressQuestion, showAddressQuestion } from './address-page.tsx'
import { goOnAfterFirstFactor } from './enter.ts'
import { formPage } from './form-page.tsx'
import { deadLinkPage, isToken, ProofFields } from './mail-link.tsx'
import { knownAbout, NewPasswordField, readNewPassword } from './new-password.tsx'

const QUESTION: AddressQuestion = {
  kind: 'reset-password',
  action: urls.forgotPassword.to(),
  title: 'Kies een nieuw wachtwoord',
  lead: 'Vul het adres van je account in. We sturen je een mail met een link. Daarmee kies je een nieuw wachtwoord.',
  button: 'Stuur mij een mail',
  autocomplete: 'username',
}

export function showForgotPassword(c: RequestContext): Response {
  return showAddressQuestion(c, QUESTION)
}

export function askNewPassword(c: RequestContext): Promise<Response> {
  return answerAddressQuestion(c, QUESTION)
}

export async function showResetPassword(c: RequestContext): Promise<Response> {
  const { db, clock, secrets } = c.get('house')
  const token = c.req.query('bewijs') ?? ''
  const proof = isToken(token) && (await findMailProof(db, secrets.hash(token), 'reset-password', clock()))
  return proof ? resetPage(c, token, proof.address) : deadLinkPage(c, urls.forgotPassword.to())
}

/**
 * Changes the password and signs out everywhere: whoever had the old one is out. Whoever has the mail and the new
 * password is in, so that nobody who keeps guessing at it can keep them out.
 */
export async function resetPassword(c: RequestContext): Promise<Response> {
  const form = await readFields(c, ['bewijs', 'adres', 'wachtwoord'])
  if (!form) return refuse(c, 400)
  const { db, clock, secrets, mailWaits, ...house } = c.get('house')
  const token = form.get('bewijs') ?? ''
  const now = clock()
  const tokenHash = secrets.hash(token)
  const proof = isToken(token) && (await findMailProof(db, tokenHash, 'reset-password', now))
  const account = proof ? proof.accountId : null
  if (!proof || !account) return deadLinkPage(c, urls.forgotPassword.to())

  const password = await readNewPassword(house, form.get('wachtwoord') ?? '', knownAbout(proof.address))
  if (!password.ok) return resetPage(c, token, proof.address, password.error)

  const isChanged = await db.transaction().execute(async (trx) => {
    if (!(await useMailProof(trx, tokenHash, 'reset-password', now))) return false
    await setPassword(trx, account, password.hash)
    await endMailProofs(trx, account)
    await endSessions(trx, account)
    await endPendingSignIns(trx, account)
    await requestMail(trx, {
      id: secrets.createId(),
      kind: 'password-changed',
      address: proof.address,
      accountId: account,
      requestedAt: now,
    })
    return true
  })
  if (!isChanged) return deadLinkPage(c, urls.forgotPassword.to())
  // Whoever tried a forgotten password too often can sign in now.
  const key = parseEmailAddress(proof.address)?.key ?? ''
  await forgetAttempts(db, attemptSubject(c, LIMITS.passwordsPerAccount, key))
  mailWaits()
  return goOnAfterFirstFactor(c, {
    accountId: account,
    stays: false,
    next: `${urls.accountSecurity.to()}?bewaard=wachtwoord`,
  })
}

function resetPage(c: RequestContext, token: string, address: string, error?: string): Response {
  return formPage(
    c,
    {
      title: 'Kies een nieuw wachtwoord',
      lead: 'Daarna ben je meteen ingelogd. Op andere apparaten word je uitgelogd.',
      ...(error && { errors: [{ text: error, href: '#wachtwoord' }] }),
    },
    <form method="post" action={urls.resetPassword.to()} class="stack" novalidate>
      <ProofFields token={token} address={address} />
      <NewPasswordField {...(error && { error })} />
      <div class="buttons">
        <Button>Bewaar mijn nieuwe wachtwoord</Button>
      </div>
    </form>,
  )
}
