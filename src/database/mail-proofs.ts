import type { MailProofPurpose } from '#domain/account.ts'
import type { MailKind } from '#domain/letter.ts'
import type { Database } from './connect.ts'

export type MailProof = {
  tokenHash: string
  purpose: MailProofPurpose
  accountId: string | null
  address: string
  expiresAt: Date
}

/** Keeps what a link will prove. An earlier link for the same purpose and address stops working. */
export async function saveMailProof(db: Database, proof: MailProof): Promise<void> {
  await db
    .with('replaced', (query) =>
      query
        .deleteFrom('mailProofs')
        .where('purpose', '=', proof.purpose)
        .where(({ eb, fn }) => eb(fn<string>('lower', ['address']), '=', proof.address.toLowerCase())),
    )
    .insertInto('mailProofs')
    .values(proof)
    .execute()
}

/** Looks without using it up: for the page behind the link. */
export function findMailProof(
  db: Database,
  tokenHash: string,
  purpose: MailProofPurpose,
  now: Date,
): Promise<MailProof | undefined> {
  return db
    .selectFrom('mailProofs')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Uses it up: of any number of requests at once, one gets it. */
export function useMailProof(
  db: Database,
  tokenHash: string,
  purpose: MailProofPurpose,
  now: Date,
): Promise<MailProof | undefined> {
  return db
    .deleteFrom('mailProofs')
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()
}

/**
 * After a change of password or address no earlier link of this account works. Nor will one that still waits to be
 * written: whoever asked for it may be the one that the change is to keep out.
 */
export async function endMailProofs(db: Database, account: string): Promise<void> {
  await db
    .with('unwritten', (query) =>
      query.deleteFrom('mails').where('accountId', '=', account).where('kind', 'in', LETTERS_WITH_LINK),
    )
    .deleteFrom('mailProofs')
    .where('accountId', '=', account)
    .execute()
}

/** Of those that are asked for an account. What is asked for an address goes to its owner, whoever asked. */
const LETTERS_WITH_LINK: MailKind[] = ['change-address', 'choose-password']

export async function eraseExpiredMailProofs(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('mailProofs').where('expiresAt', '<=', now).execute()
}
