import type { Database } from './connect.ts'

/** One person at one organisation, as its provider names them (OpenID Connect Core 1.0, 5.7). */
export type OrganisationPerson = { issuer: string; subject: string }

/** Gives false when this person is linked to another account. Linking the same account again is fine. */
export async function linkOrganisation(
  db: Database,
  account: string,
  { issuer, subject }: OrganisationPerson,
  now: Date,
): Promise<boolean> {
  const linked = await db
    .insertInto('organisationLinks')
    .values({ issuer, subject, accountId: account, linkedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['issuer', 'subject'])
        // Updating to what it was: only then does the database say that the row is this account's.
        .doUpdateSet({ accountId: account })
        .where('organisationLinks.accountId', '=', account),
    )
    .returning('accountId')
    .executeTakeFirst()
  return linked !== undefined
}

/** The id of the account that this person is linked to. */
export async function findLinkedAccount(
  db: Database,
  { issuer, subject }: OrganisationPerson,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('organisationLinks')
    .select('accountId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return found?.accountId
}

/** The organisations that an account is linked to, oldest link first. */
export function listOrganisationLinks(
  db: Database,
  account: string,
): Promise<(OrganisationPerson & { linkedAt: Date })[]> {
  return db
    .selectFrom('organisationLinks')
    .select(['issuer', 'subject', 'linkedAt'])
    .where('accountId', '=', account)
    .orderBy('linkedAt')
    .orderBy('issuer')
    .execute()
}

/** Of this account only. Gives false when it has no such link. */
export async function removeOrganisationLink(
  db: Database,
  account: string,
  { issuer, subject }: OrganisationPerson,
): Promise<boolean> {
  const removed = await db
    .deleteFrom('organisationLinks')
    .where('accountId', '=', account)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('accountId')
    .executeTakeFirst()
  return removed !== undefined
}
