import { findAccount } from '#database/accounts.ts'
import { writeAudit } from '#database/audit.ts'
import { findDraft, listDueDrafts, lockDraft, planPublication } from '#database/drafts.ts'
import type { House } from '#web/house.ts'
import { type PublishOutcome, publishDraft } from './publish-draft.ts'

type Desk = Pick<House, 'db' | 'clock' | 'refreshContent' | 'needsFourEyes'>

/** Who decided it, when the account is gone since. */
const NOBODY = 'een gewist account'

/** The drafts of which the moment has come. */
export function draftsDue({ db, clock }: Desk): Promise<string[]> {
  return listDueDrafts(db, clock())
}

/**
 * Publishes a draft as was decided. When that cannot be any more (somebody else published meanwhile), nothing is
 * published, the plan falls, and the log says why. Null when somebody took the plan back.
 */
export async function publishPlanned(desk: Desk, id: string): Promise<PublishOutcome | null> {
  const draft = await findDraft(desk.db, id)
  if (!draft?.publication || !draft.publishAt || draft.publishAt > desk.clock()) return null
  const { by, summary, declared, movesScans } = draft.publication
  const address = (await findAccount(desk.db, by))?.address ?? NOBODY
  const request = {
    draft: id,
    revision: draft.revision,
    summary,
    declared,
    movesScans,
    account: { id: by, address },
  }
  const outcome = await publishDraft(desk, request)
  if (outcome.kind !== 'published') await withdraw(desk, id, { address, reason: outcome.kind })
  return outcome
}

async function withdraw(
  { db, clock }: Desk,
  id: string,
  { address, reason }: { address: string; reason: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const draft = await lockDraft(trx, id)
    if (!draft?.publishAt) return
    await planPublication(trx, id, null)
    const about = { draft: id, instrument: draft.instrument, reason }
    await writeAudit(trx, { at: clock(), address, action: 'version-plan-failed', about })
  })
}
