import { writeAudit } from '#database/audit.ts'
import { lockDraft, saveDraft } from '#database/drafts.ts'
import { isSameData, withValueAt } from '#domain/content-tree.ts'
import { mergeInstruments } from '#domain/merge-instruments.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { type ComparedDraft, findPublished, requireComparedDraft } from './require-draft.ts'

/** Takes over what was published meanwhile, or chooses between two texts for one place. */
export function updateDraft(c: RequestContext): Promise<Response> {
  return requireComparedDraft(c, async (visit) => {
    const form = await readFields(c, ['doe', 'plaats'])
    if (!form) return refuse(c, 400)
    const back = urls.draft.to({ draft: visit.draft.id })
    switch (form.get('doe')) {
      case 'overnemen':
        return (await takeOver(c, visit)) ? c.redirect(`${back}?gelukt=bijgewerkt`, 303) : refuse(c, 404)
      case 'houd':
      case 'neem':
        await choose(c, visit, { place: form.get('plaats') ?? '', isTheirs: form.get('doe') === 'neem' })
        return c.redirect(back, 303)
      default:
        return refuse(c, 400)
    }
  })
}

async function takeOver(c: RequestContext, { draft, current, account }: ComparedDraft): Promise<boolean> {
  const { db, clock } = c.get('house')
  const base = await findPublished(db, draft.instrument, draft.baseVersion)
  if (!base) return false
  return db.transaction().execute(async (trx) => {
    const locked = await lockDraft(trx, draft.id)
    if (!locked) return false
    if (locked.baseVersion === current.structure.version) return true
    const { content, conflicts } = mergeInstruments({ base, ours: locked.content, theirs: current })
    const at = clock()
    await saveDraft(trx, draft.id, {
      content: withPassport(content, current),
      conflicts: [...locked.conflicts, ...conflicts],
      baseVersion: current.structure.version,
      at,
      account: account.id,
    })
    const about = { draft: draft.id, instrument: draft.instrument, version: current.structure.version }
    await writeAudit(trx, { at, address: account.address, action: 'draft-merged', about })
    return true
  })
}

async function choose(
  c: RequestContext,
  { draft, account }: ComparedDraft,
  { place, isTheirs }: { place: string; isTheirs: boolean },
): Promise<void> {
  const { db, clock } = c.get('house')
  await db.transaction().execute(async (trx) => {
    const locked = await lockDraft(trx, draft.id)
    const conflict = locked?.conflicts.find((one) => one.place.join('.') === place)
    if (!locked || !conflict) return
    const conflicts = locked.conflicts.filter((one) => !isSameData([...one.place], [...conflict.place]))
    const content = isTheirs
      ? (withValueAt(locked.content, conflict.place, conflict.theirs) as PublishedInstrument)
      : locked.content
    const at = clock()
    await saveDraft(trx, draft.id, { content, conflicts, at, account: account.id })
    const about = { draft: draft.id, instrument: draft.instrument, place }
    await writeAudit(trx, { at, address: account.address, action: 'draft-changed', about })
  })
}

function withPassport(content: PublishedInstrument, current: PublishedInstrument): PublishedInstrument {
  const { version, history } = current.structure
  return { ...content, structure: { ...content.structure, version, history } }
}
