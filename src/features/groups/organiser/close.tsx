import { roundState } from '#domain/round.ts'
import { closeRound } from '#features/groups/close-round.ts'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireOrganiser } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'

/** What closing means, before it is done: it cannot be undone. */
export function showClose(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, ({ group }) => {
    const home = urls.group.to({ group: group.id })
    if (roundState(group.round, c.get('house').clock()) === 'closed') return c.redirect(home, 303)
    const isOpen = group.kind === 'open'
    return page(
      c,
      { title: `Sluit de ronde van ${group.name}`, section: 'group' },
      <div class="wrap page stack narrow">
        <div class="stack-small">
          <p class="muted">{group.name}</p>
          <h1>Wil je de ronde sluiten?</h1>
          <p class="lead">Dat kan één keer. Weer openen kan niet.</p>
        </div>
        <ul class="stack-small">
          <li>
            {isOpen
              ? 'Wat mensen deelden, blijft staan voor de leden van de groep.'
              : `De groep krijgt cijfers als minstens ${group.round.least} mensen naast jou iets instuurden. Anders krijgt niemand iets, en blijft het daarbij.`}
          </li>
          <li>Wie nog niet klaar is, doet niet mee met deze ronde. Wel met een volgende.</li>
          <li>Iedereen die meedoet, krijgt een mail dat de ronde gesloten is.</li>
        </ul>
        <form class="buttons" method="post" action={urls.groupClose.to({ group: group.id })}>
          <Button>Sluit de ronde</Button>
          <ButtonLink quiet href={home}>
            Nee, ga terug
          </ButtonLink>
        </form>
      </div>,
    )
  })
}

export function close(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async ({ group }) => {
    if (!(await readFields(c, []))) return refuse(c, 400)
    const outcome = await closeRound(c.get('house'), group.round.id)
    if (!outcome.ok) return refuseInRound(c, group.id, outcome.refusal)
    return c.redirect(`${urls.group.to({ group: group.id })}?gelukt=gesloten`, 303)
  })
}
