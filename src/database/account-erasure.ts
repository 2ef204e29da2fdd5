import type { Database } from './connect.ts'

/**
 * Erases the account with everything that hangs on it: scans, answers, sessions, ways to sign in, its part in groups. What waits
 * for its address goes too, also what was asked for when nobody knew whose address it was, and invitations to it.
 */
export async function eraseAccount(db: Database, account: string): Promise<void> {
  await db
    .with('gone', (query) => query.deleteFrom('accounts').where('id', '=', account).returning('addressKey'))
    .with('letters', (query) =>
      query
        .deleteFrom('mails')
        .where(({ eb, fn, selectFrom }) =>
          eb(fn<string>('lower', ['address']), 'in', selectFrom('gone').select('addressKey')),
        ),
    )
    .with('invited', (query) =>
      query
        .deleteFrom('invitations')
        .where(({ eb, selectFrom }) => eb('addressKey', 'in', selectFrom('gone').select('addressKey'))),
    )
    .deleteFrom('mailProofs')
    .where(({ eb, fn, selectFrom }) =>
      eb(fn<string>('lower', ['address']), 'in', selectFrom('gone').select('addressKey')),
    )
    .execute()
}
