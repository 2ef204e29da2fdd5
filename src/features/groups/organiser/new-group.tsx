import { createGroup } from '#database/groups.ts'
import { leastContributors } from '#domain/group.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireAccount } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { GroupFields } from './group-form.tsx'
import { listErrors } from './list-errors.ts'
import {
  emptyGroup,
  GROUP_FIELDS,
  type GroupErrors,
  readGroup,
  type TypedGroup,
  typedGroup,
} from './read-group-form.ts'

export function showNewGroup(c: RequestContext): Promise<Response> {
  return requireAccount(c, () => {
    const { catalogue, minGroup, clock } = c.get('house')
    return newGroupPage(c, emptyGroup(catalogue.current, minGroup, clock()))
  })
}

/** Makes the group with its first round. Nobody hears of it before they are invited. */
export function makeGroup(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const form = await readFields(c, GROUP_FIELDS)
    if (!form) return refuse(c, 400)
    const { db, catalogue, minGroup, clock, secrets } = c.get('house')
    const now = clock()
    const typed = typedGroup(form, emptyGroup(catalogue.current, minGroup, now))
    const read = readGroup(typed, catalogue.current, minGroup, now)
    if (!read.ok) return newGroupPage(c, typed, read.errors)
    const { name, kind, instrument, closesAt, organiser, message, least } = read.value
    const id = secrets.createId()
    await createGroup(db, {
      id,
      name,
      kind,
      instrument: instrument.id,
      createdAt: now,
      organiser: { account: account.id, name: organiser, message },
      round: {
        id: secrets.createId(),
        instrument: instrument.id,
        instrumentVersion: instrument.version,
        least: leastContributors(minGroup, least),
        openedAt: now,
        closesAt,
      },
    })
    return c.redirect(`${urls.groupInvite.to({ group: id })}?gelukt=gemaakt`, 303)
  })
}

function newGroupPage(c: RequestContext, typed: TypedGroup, errors: GroupErrors = {}): Response {
  const { catalogue, minGroup, clock } = c.get('house')
  const listed = listErrors(errors)
  return page(
    c,
    {
      title: listed.length > 0 ? 'Let op: maak een groep' : 'Maak een groep',
      section: 'group',
      status: listed.length > 0 ? 400 : 200,
    },
    <div class="wrap page stack narrow">
      {listed.length > 0 && (
        <ErrorSummary title="Dit lukte nog niet" kept="Wat je invulde, staat er nog." errors={listed} />
      )}
      <h1>Maak een groep</h1>
      <p class="lead">Daarna nodig je mensen uit. Voor je iets verstuurt, zie je wie er mail krijgt.</p>
      <form class="stack" method="post" action={urls.newGroup.to()} novalidate>
        <GroupFields
          typed={typed}
          errors={errors}
          instruments={catalogue.current}
          minGroup={minGroup}
          now={clock()}
        />
        <div class="buttons">
          <Button>Maak de groep</Button>
          <ButtonLink quiet href={urls.groups.to()}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
    </div>,
  )
}
