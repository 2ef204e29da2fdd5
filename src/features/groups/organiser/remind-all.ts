import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { remind } from '#features/groups/remind.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireOrganiser } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'

/** The answer is the same however many letters go out, also when there is none. */
export function remindAll(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async ({ group }) => {
    if (!(await readFields(c, []))) return refuse(c, 400)
    const outcome = await remind(c.get('house'), group.round.id, 'organiser')
    if (!outcome.ok) return refuseInRound(c, group.id, outcome.refusal)
    return c.redirect(`${urls.group.to({ group: group.id })}?gelukt=herinnerd`, 303)
  })
}
