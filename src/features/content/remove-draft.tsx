import { writeAudit } from '#database/audit.ts'
import { removeDraft } from '#database/drafts.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { requireDraft } from './require-draft.ts'

/** Asks once more: a draft that was thrown away is gone. */
export function showRemoveDraft(c: RequestContext): Promise<Response> {
  return requireDraft(c, ({ draft }) =>
    page(
      c,
      { title: 'Wijziging weggooien', section: 'account' },
      <div class="wrap page stack narrow">
        <h1>Deze wijziging weggooien?</h1>
        <p class="lead">{`Alles wat in “${draft.title}” veranderd is, is dan weg. Wat gepubliceerd is, blijft zoals het is.`}</p>
        <form method="post" action={urls.draftRemove.to({ draft: draft.id })} class="buttons">
          <Button>Ja, gooi weg</Button>
          <ButtonLink quiet href={urls.draft.to({ draft: draft.id })}>
            Nee, ga terug
          </ButtonLink>
        </form>
      </div>,
    ),
  )
}

export function answerRemoveDraft(c: RequestContext): Promise<Response> {
  return requireDraft(c, async ({ draft, account }) => {
    const form = await readFields(c, [])
    if (!form) return refuse(c, 400)
    const { db, clock } = c.get('house')
    await db.transaction().execute(async (trx) => {
      if (!(await removeDraft(trx, draft.id))) return
      const about = { draft: draft.id, instrument: draft.instrument }
      await writeAudit(trx, { at: clock(), address: account.address, action: 'draft-removed', about })
    })
    return c.redirect(`${urls.content.to()}?gelukt=weg`, 303)
  })
}
