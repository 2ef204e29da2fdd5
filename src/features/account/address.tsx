import { changeAddress } from '#database/accounts.ts'
import { endMailProofs, findMailProof, useMailProof } from '#database/mail-proofs.ts'
import { requestMail } from '#database/mails.ts'
import { endSessions } from '#database/sessions.ts'
import { parseEmailAddress } from '#domain/email-address.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireRecentProof } from '#web/require.ts'
import { sessionOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { ADDRESS_ERROR, AddressField } from './address-page.tsx'
import { askMail, refuseMail } from './ask-mail.ts'
import { formPage } from './form-page.tsx'
import { deadLinkPage, isToken } from './mail-link.tsx'

export function showAddress(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, ({ account }) => addressPage(c, account.address))
}

/** Nothing changes yet: first the new address has to show that it is theirs. */
export function answerAddress(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async ({ account }) => {
    const form = await readFields(c, ['adres'])
    if (!form) return refuse(c, 400)
    const typed = (form.get('adres') ?? '').slice(0, 600)
    const address = parseEmailAddress(typed)
    if (!address) return addressPage(c, account.address, { typed, error: ADDRESS_ERROR })
    if (!(await askMail(c, 'change-address', address, account.id))) return refuseMail(c)
    return c.redirect(urls.mailSent.to(), 303)
  })
}

function addressPage(
  c: RequestContext,
  current: string,
  { typed = '', error }: { typed?: string; error?: string } = {},
): Response {
  return formPage(
    c,
    {
      title: 'Gebruik een ander e-mailadres',
      lead: `Nu log je in met ${current}.`,
      ...(error && { errors: [{ text: error, href: '#adres' }] }),
    },
    <>
      <p>We sturen een mail naar je nieuwe adres. Pas als je daarin op de link klikt, verandert je adres.</p>
      <form method="post" action={urls.accountAddress.to()} class="stack" novalidate>
        <AddressField
          label="Nieuw e-mailadres"
          autocomplete="email"
          value={typed}
          {...(error && { error })}
        />
        <div class="buttons">
          <Button>Stuur mij een mail</Button>
          <ButtonLink quiet href={urls.account.to()}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
    </>,
  )
}

/** Behind the link in the mail to the new address. */
export async function showConfirmAddress(c: RequestContext): Promise<Response> {
  const { db, clock, secrets } = c.get('house')
  const token = c.req.query('bewijs') ?? ''
  const proof = isToken(token) && (await findMailProof(db, secrets.hash(token), 'change-address', clock()))
  if (!proof) return deadLinkPage(c, urls.accountAddress.to())
  const session = await sessionOf(c)
  if (session?.account.id !== proof.accountId) return signInFirstPage(c)
  return formPage(
    c,
    { title: 'Bevestig je nieuwe adres', lead: `Voortaan log je in met ${proof.address}.` },
    <>
      <p>Op je oude adres krijg je nog één bericht. Op andere apparaten word je uitgelogd.</p>
      <form method="post" action={urls.confirmAddress.to()} class="buttons">
        <input type="hidden" name="bewijs" value={token} />
        <Button>Gebruik dit adres</Button>
      </form>
    </>,
  )
}

/**
 * The link proves whose the address is, and the session whose the account. Only with both: else somebody who just
 * follows a link would lend the address to whoever asked for it. The old address is told of it.
 */
export async function confirmAddress(c: RequestContext): Promise<Response> {
  const form = await readFields(c, ['bewijs'])
  if (!form) return refuse(c, 400)
  const { db, clock, secrets, mailWaits } = c.get('house')
  const token = form.get('bewijs') ?? ''
  const now = clock()
  const tokenHash = secrets.hash(token)
  const proof = isToken(token) && (await findMailProof(db, tokenHash, 'change-address', now))
  const address = proof && parseEmailAddress(proof.address)
  if (!proof || !address) return deadLinkPage(c, urls.accountAddress.to())
  const session = await sessionOf(c)
  if (!session || session.account.id !== proof.accountId) return signInFirstPage(c)

  const { id, address: earlier } = session.account
  const isChanged = await db.transaction().execute(async (trx) => {
    if (!(await useMailProof(trx, tokenHash, 'change-address', now))) return false
    if (!(await changeAddress(trx, id, address))) return false
    await endMailProofs(trx, id)
    await endSessions(trx, id, session.id)
    await requestMail(trx, {
      id: secrets.createId(),
      kind: 'address-changed',
      address: earlier,
      accountId: id,
      requestedAt: now,
    })
    return true
  })
  if (!isChanged) return deadLinkPage(c, urls.accountAddress.to())
  mailWaits()
  return c.redirect(`${urls.account.to()}?bewaard=adres`, 303)
}

function signInFirstPage(c: RequestContext): Response {
  return formPage(
    c,
    {
      title: 'Log eerst in',
      lead: 'Je adres verandert pas als je hier bent ingelogd op je eigen account.',
      status: 400,
    },
    <>
      <ol class="stack-small">
        <li>Log in met je oude adres. Ben je hier ingelogd op een ander account? Log daar dan eerst uit.</li>
        <li>Klik daarna nog een keer op de link in de mail.</li>
      </ol>
      <p>Vroeg jij dit niet? Dan hoef je niets te doen. Er is niets veranderd.</p>
      <p class="buttons">
        <ButtonLink href={urls.signIn.to()}>Log in</ButtonLink>
      </p>
    </>,
  )
}
