import type { Account } from '#database/accounts.ts'
import { wasAudited, writeAudit } from '#database/audit.ts'
import type { DatabaseTransaction } from '#database/connect.ts'
import { lockDraft, saveDraft } from '#database/drafts.ts'
import { AUDIT_TYPING_MINUTES, type AuditSubject } from '#domain/audit.ts'
import type { Draft } from '#domain/draft.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import type { House } from '#web/house.ts'

/** What somebody decides of a draft: the content that it gets, if any, and what to tell about it. */
export type DraftDecision<Outcome> = {
  content?: PublishedInstrument | undefined
  /** What was changed, for the log: names of places, never words. */
  changed?: readonly string[]
  outcome: Outcome
}

/** Decides about a draft as it is at that moment, while nobody else changes it, and keeps what came of it. */
export function changeDraft<Outcome>(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  { id, account }: { id: string; account: Account },
  decide: (draft: Draft) => DraftDecision<Outcome>,
): Promise<Outcome | 'gone'> {
  return db.transaction().execute(async (trx): Promise<Outcome | 'gone'> => {
    const draft = await lockDraft(trx, id)
    if (!draft) return 'gone'
    const { content, changed = [], outcome } = decide(draft)
    if (!content) return outcome
    const at = clock()
    await saveDraft(trx, id, { content, at, account: account.id })
    for (const place of changed) {
      await writeOnce(
        trx,
        { at, address: account.address },
        { draft: id, instrument: draft.instrument, place },
      )
    }
    return outcome
  })
}

/** Whoever goes on typing in one text has one line for it. */
async function writeOnce(
  trx: DatabaseTransaction,
  { at, address }: { at: Date; address: string },
  about: AuditSubject,
): Promise<void> {
  const entry = { address, action: 'draft-changed' as const, about }
  const since = new Date(at.getTime() - AUDIT_TYPING_MINUTES * 60_000)
  if (!(await wasAudited(trx, entry, since))) await writeAudit(trx, { ...entry, at })
}
