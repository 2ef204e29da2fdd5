import { stopReminder } from '#database/plan-reminders.ts'
import { findMembership, removeMember } from '#database/round-members.ts'
import { lockRound } from '#database/rounds.ts'
import { decideLeave } from '#domain/round.ts'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'

export function showLeave(c: RequestContext): Promise<Response> {
  return requireGroup(c, ({ group, account }) => {
    const { membership, round } = group
    const member = membership ? { account: account.id, ...membership } : null
    const decision = decideLeave(round, member, c.get('house').clock())
    if (!decision.ok) return refuseInRound(c, group.id, decision.refusal)
    return page(
      c,
      { title: `Uit ${group.name} stappen`, section: 'group' },
      <div class="wrap page stack narrow">
        <h1>Wil je uit deze groep stappen?</h1>
        <p class="lead">{`Je doet dan niet meer mee met ${group.name}. Wat je instuurde, is meteen weg uit de groep.`}</p>
        <p>
          Je scan zelf blijft in je account staan. De organisator krijgt geen bericht, en ziet hooguit dat er
          iemand minder meedoet. Tot de ronde sluit, kun je via je uitnodiging weer meedoen.
        </p>
        <form class="buttons" method="post" action={urls.groupLeave.to({ group: group.id })}>
          <Button>Stap uit de groep</Button>
          <ButtonLink quiet href={urls.group.to({ group: group.id })}>
            Nee, ga terug
          </ButtonLink>
        </form>
      </div>,
    )
  })
}

export function leave(c: RequestContext): Promise<Response> {
  return requireGroup(c, async ({ group, account }) => {
    if (!(await readFields(c, []))) return refuse(c, 400)
    const { db, clock } = c.get('house')
    const decision = await db.transaction().execute(async (trx) => {
      const round = (await lockRound(trx, group.round.id, 'use')) ?? group.round
      const membership = await findMembership(trx, round.id, account.id)
      const decided = decideLeave(round, membership ? { account: account.id, ...membership } : null, clock())
      if (decided.ok && membership) {
        await removeMember(trx, membership.id)
        await stopReminder(trx, account.id, { groupId: group.id })
      }
      return decided
    })
    if (!decision.ok) return refuseInRound(c, group.id, decision.refusal)
    return c.redirect(`${urls.groups.to()}?gelukt=vertrokken`, 303)
  })
}
