import { type SeenGroup, setOrganiser } from '#database/groups.ts'
import { listActions } from '#database/plans.ts'
import { findRoundByNumber, lockRound, openRound } from '#database/rounds.ts'
import { leastContributors } from '#domain/group.ts'
import { roundState } from '#domain/round.ts'
import { openActions } from '#domain/since-last-time.ts'
import { refuseInGroup } from '#features/groups/refusal-page.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type GroupVisit, requireOrganiser } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { RoundFields } from './group-form.tsx'
import { listErrors } from './list-errors.ts'
import { OpenActions } from './open-actions.tsx'
import {
  emptyGroup,
  type GroupErrors,
  ROUND_FIELDS,
  readRound,
  type TypedGroup,
  typedGroup,
} from './read-group-form.ts'

/** The next round, with the same people or others: whom to invite is asked right after. */
export function showNextRound(c: RequestContext): Promise<Response> {
  return requireClosed(c, (visit) => nextRoundPage(c, visit, startingWith(c, visit.group)))
}

export function beginRound(c: RequestContext): Promise<Response> {
  return requireClosed(c, async (visit) => {
    const { group } = visit
    const form = await readFields(c, ROUND_FIELDS)
    if (!form) return refuse(c, 400)
    const { db, catalogue, clock, secrets, minGroup } = c.get('house')
    const now = clock()
    const typed = typedGroup(form, startingWith(c, group))
    const read = readRound(typed, leastOf(group, minGroup), now)
    if (!read.ok) return nextRoundPage(c, visit, typed, read.errors)
    const instrument = catalogue.find(group.round.instrument) ?? visit.instrument
    const { closesAt, organiser, message, least } = read.value
    const isOpened = await db.transaction().execute(async (trx) => {
      // Whoever begins a round at the same moment waits here, and then finds that there is one.
      const last = await lockRound(trx, group.round.id, 'change')
      if (!last?.closedAt || (await findRoundByNumber(trx, group.id, last.number + 1))) return false
      await setOrganiser(trx, group.id, { name: organiser, message })
      await openRound(trx, {
        id: secrets.createId(),
        groupId: group.id,
        number: last.number + 1,
        instrument: instrument.id,
        instrumentVersion: instrument.version,
        least: leastContributors(minGroup, least),
        openedAt: now,
        closesAt,
      })
      return true
    })
    if (!isOpened) return refuseInGroup(c, group.id, ALREADY)
    return c.redirect(`${urls.groupInvite.to({ group: group.id })}?gelukt=ronde`, 303)
  })
}

const ALREADY = 'Er is al een nieuwe ronde. Je vindt hem op de pagina van de groep.'

/** A new round begins when the last one is closed. */
function requireClosed(
  c: RequestContext,
  handle: (visit: GroupVisit) => Response | Promise<Response>,
): Promise<Response> {
  return requireOrganiser(c, (visit) => {
    const { group } = visit
    if (roundState(group.round, c.get('house').clock()) === 'closed') return handle(visit)
    return c.redirect(urls.group.to({ group: group.id }), 303)
  })
}

/** What was promised before is never lowered. */
function leastOf({ round }: SeenGroup, minGroup: number): number {
  return Math.max(minGroup, round.least)
}

function startingWith(c: RequestContext, group: SeenGroup): TypedGroup {
  const { catalogue, minGroup, clock } = c.get('house')
  const least = leastOf(group, minGroup)
  return {
    ...emptyGroup(catalogue.current, least, clock()),
    organisator: group.organiser?.name ?? '',
    bericht: group.organiser?.message ?? '',
  }
}

async function nextRoundPage(
  c: RequestContext,
  { group }: GroupVisit,
  typed: TypedGroup,
  errors: GroupErrors = {},
): Promise<Response> {
  const { db, minGroup, clock } = c.get('house')
  const open = openActions(await listActions(db, { groupId: group.id }))
  const listed = listErrors(errors)
  const title = 'Begin een nieuwe ronde'
  return page(
    c,
    {
      title: listed.length > 0 ? `Let op: ${title.toLowerCase()}` : title,
      section: 'group',
      status: listed.length > 0 ? 400 : 200,
    },
    <div class="wrap page stack narrow">
      {listed.length > 0 && (
        <ErrorSummary title="Dit lukte nog niet" kept="Wat je invulde, staat er nog." errors={listed} />
      )}
      <div class="stack-small">
        <p class="muted">{group.name}</p>
        <h1>{title}</h1>
        <p class="lead">
          Iedereen vult opnieuw in. Hierna kies je wie je uitnodigt: dezelfde mensen, of anderen.
        </p>
      </div>
      <OpenActions group={group.id} actions={open} />
      <form class="stack" method="post" action={urls.groupNextRound.to({ group: group.id })} novalidate>
        <RoundFields
          typed={typed}
          errors={errors}
          minGroup={leastOf(group, minGroup)}
          now={clock()}
          kind={group.kind}
        />
        <div class="buttons">
          <Button>Begin de ronde</Button>
          <ButtonLink quiet href={urls.group.to({ group: group.id })}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
    </div>,
  )
}
