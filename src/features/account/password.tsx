import { setPassword } from '#database/accounts.ts'
import { endMailProofs } from '#database/mail-proofs.ts'
import { requestMail } from '#database/mails.ts'
import { endPendingSignIns } from '#database/pending-sign-ins.ts'
import { endSessions } from '#database/sessions.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireRecentProof } from '#web/require.ts'
import { proveAgain } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { formPage } from './form-page.tsx'
import { knownAbout, NewPasswordField, readNewPassword } from './new-password.tsx'

export function showPassword(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, ({ account }) => passwordPage(c, account.address))
}

/** Changes the password; every other device is signed out, and links in earlier mails no longer work. */
export function answerPassword(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async (session) => {
    const form = await readFields(c, ['adres', 'wachtwoord'])
    if (!form) return refuse(c, 400)
    const { db, clock, secrets, mailWaits, ...house } = c.get('house')
    const { id, address } = session.account
    const password = await readNewPassword(house, form.get('wachtwoord') ?? '', knownAbout(address))
    if (!password.ok) return passwordPage(c, address, password.error)
    await db.transaction().execute(async (trx) => {
      await setPassword(trx, id, password.hash)
      await endMailProofs(trx, id)
      await endSessions(trx, id, session.id)
      await endPendingSignIns(trx, id)
      await requestMail(trx, {
        id: secrets.createId(),
        kind: 'password-changed',
        address,
        accountId: id,
        requestedAt: clock(),
      })
    })
    mailWaits()
    await proveAgain(c, session)
    return c.redirect(`${urls.account.to()}?bewaard=wachtwoord`, 303)
  })
}

function passwordPage(c: RequestContext, address: string, error?: string): Response {
  return formPage(
    c,
    {
      title: 'Kies een ander wachtwoord',
      lead: 'Op andere apparaten word je daarna uitgelogd.',
      ...(error && { errors: [{ text: error, href: '#wachtwoord' }] }),
    },
    <form method="post" action={urls.accountPassword.to()} class="stack" novalidate>
      <input type="hidden" name="adres" autocomplete="username" value={address} />
      <NewPasswordField {...(error && { error })} />
      <div class="buttons">
        <Button>Bewaar mijn wachtwoord</Button>
        <ButtonLink quiet href={urls.account.to()}>
          Ga terug
        </ButtonLink>
      </div>
    </form>,
  )
}
