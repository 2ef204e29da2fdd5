import { changeAddress, findAccount } from '#database/accounts.ts'
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
import { askMail } from './ask-mail.ts'
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
    if (!(await askMail(c, 'change-address', address, account.id))) return refuse(c, 429)
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
        <AddressField label="Nieuw e-mailadres" value={typed} {...(error && { error })} />
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

/** The old address is told: whoever did not do this learns of it. */
export async function confirmAddress(c: RequestContext): Promise<Response> {
  const form = await readFields(c, ['bewijs'])
  if (!form) return refuse(c, 400)
  const { db, clock, secrets, mailWaits } = c.get('house')
  const token = form.get('bewijs') ?? ''
  if (!isToken(token)) return deadLinkPage(c, urls.accountAddress.to())
  const session = await sessionOf(c)
  const now = clock()
  const changed = await db.transaction().execute(async (trx) => {
    const proof = await useMailProof(trx, secrets.hash(token), 'change-address', now)
    const address = proof && parseEmailAddress(proof.address)
    const account = proof?.accountId ? await findAccount(trx, proof.accountId) : undefined
    if (!address || !account || !(await changeAddress(trx, account.id, address))) return null
    await endMailProofs(trx, account.id)
    const own = session?.account.id === account.id ? session.id : undefined
    await endSessions(trx, account.id, own)
    await requestMail(trx, {
      id: secrets.createId(),
      kind: 'address-changed',
      address: account.address,
      accountId: account.id,
      requestedAt: now,
    })
    return { isOwn: own !== undefined }
  })
  if (!changed) return deadLinkPage(c, urls.accountAddress.to())
  mailWaits()
  return c.redirect(`${changed.isOwn ? urls.account.to() : urls.signIn.to()}?bewaard=adres`, 303)
}
