import { listDraftContents } from '#database/drafts.ts'
import { addTip, nextTipId, tipIdsIn } from '#domain/edit-tips.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { refuseMissing } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { changeDraft } from './change-draft.ts'
import { findPart, nameOfPart } from './parts.ts'
import { listPublished, requireDraft } from './require-draft.ts'

/** A new tip at the end of a statement; its text is written on the page of the statement. */
export function addNewTip(c: RequestContext): Promise<Response> {
  return requireDraft(c, async ({ draft, account }) => {
    const part = findPart(draft.content, c.req.param('part') ?? '')
    const form = await readFields(c, [])
    if (!form) return refuse(c, 400)
    if (part?.kind !== 'statement') return refuse(c, 404)
    const { db } = c.get('house')
    // Also in what others are writing: two tips with one id would be one tip when the drafts come together.
    const others = await listDraftContents(db, draft.instrument)
    const known = [...(await listPublished(db, draft.instrument)), ...others]
    const outcome = await changeDraft(c.get('house'), { id: draft.id, account }, ({ content }) => {
      const id = nextTipId(part.id, tipIdsIn([...known, content]))
      const edit = addTip(content, part.id, id)
      return edit.kind === 'changed'
        ? { content: edit.content, changed: [`tip ${id}`], outcome: id }
        : { outcome: null }
    })
    if (outcome === 'gone') return refuseMissing(c)
    if (outcome === null) return refuse(c, 404)
    const here = urls.draftPart.to({ draft: draft.id, part: nameOfPart(part) })
    return c.redirect(`${here}?gelukt=tip#texts.nl.statements.${part.id}.tips.${outcome}`, 303)
  })
}
