import { eraseAccount } from '#database/account-erasure.ts'
import { createAccount } from '#database/accounts.ts'
import { findLinkedAccount, linkOrganisation } from '#database/organisation-links.ts'
import { type EmailAddress, parseEmailAddress } from '#domain/email-address.ts'
import type { OrganisationPerson } from '#platform/organisation-sign-in.ts'
import type { RequestContext } from '#web/house.ts'
import { goOnAfterFirstFactor } from './enter.ts'
import { addressTakenPage, noAddressPage } from './organisation-person.tsx'

/**
 * Signs in whoever the organisation says it is, known by issuer and subject and by nothing else. An address
 * never opens an account that is there already, also not one that the organisation verified: it may have been
 * given to a colleague since.
 */
export async function enterByOrganisation(
  c: RequestContext,
  person: OrganisationPerson,
  next: string | null,
): Promise<Response> {
  const { db } = c.get('house')
  const known = await findLinkedAccount(db, person)
  if (known) return enter(c, known, next)
  const address = person.address === null ? null : parseEmailAddress(person.address)
  if (!address) return noAddressPage(c)
  const created = await createLinkedAccount(c, person, address)
  if (created) return enter(c, created, next, true)
  // Who has the address may be this same person, who came back in two windows at once.
  const linked = await findLinkedAccount(db, person)
  return linked ? enter(c, linked, next) : addressTakenPage(c, address.address)
}

/** Until the browser is closed: whoever signs in this way is not asked whose device it is, and is back in with a click. */
function enter(c: RequestContext, accountId: string, next: string | null, isNew = false): Promise<Response> {
  return goOnAfterFirstFactor(c, { accountId, stays: false, next, isNew })
}

/** The account and the link, or neither. Null when somebody has the address already. */
function createLinkedAccount(
  c: RequestContext,
  person: OrganisationPerson,
  address: EmailAddress,
): Promise<string | null> {
  const { db, clock, secrets } = c.get('house')
  const id = secrets.createId()
  const now = clock()
  return db.transaction().execute(async (trx) => {
    if (!(await createAccount(trx, { ...address, id, passwordHash: null, createdAt: now }))) return null
    if (await linkOrganisation(trx, id, person, now)) return id
    await eraseAccount(trx, id)
    return null
  })
}
