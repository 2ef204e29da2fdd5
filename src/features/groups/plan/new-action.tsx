import { addAction } from '#database/plans.ts'
import { type Instrument, type Statement, statementsOf } from '#domain/instrument.ts'
import { type Action, checkAction, FIRST_STEP_DAYS } from '#domain/plan.ts'
import { type GroupVisit, requireGroup } from '#features/groups/require-group.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { isoDate } from '#words/dutch.ts'
import { ActionFields, type ActionProblems } from './action-fields.tsx'
import { listProblems } from './list-problems.ts'
import { ACTION_FIELDS, readAction } from './read-action.ts'

const DAY = 24 * 60 * 60 * 1000

/** A form for what was just agreed; `?stelling=` begins with a statement and its tips. */
export function showNewAction(c: RequestContext): Promise<Response> {
  return requireGroup(c, (visit) => {
    const asked = c.req.query('stelling')
    const statement = findStatement(visit.instrument, asked)
    if (asked && !statement) return refuse(c, 404)
    const firstStepOn = isoDate(new Date(c.get('house').clock().getTime() + FIRST_STEP_DAYS * DAY))
    return actionPage(c, visit, { ...EMPTY, statement: statement?.id ?? null, firstStepOn })
  })
}

export function addOne(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const form = await readFields(c, ACTION_FIELDS)
    const action = form && readAction(form, visit.instrument)
    if (!action) return refuse(c, 400)
    const { db, clock, secrets } = c.get('house')
    const now = clock()
    const problems = checkAction(action, isoDate(now))
    if (Object.keys(problems).length > 0) return actionPage(c, visit, action, problems)
    const { group } = visit
    await addAction(db, {
      ...action,
      id: secrets.createId(),
      groupId: group.id,
      roundId: group.round.id,
      at: now,
    })
    return c.redirect(`${urls.groupPlan.to({ group: group.id })}?gelukt=afgesproken`, 303)
  })
}

const EMPTY: Action = {
  statement: null,
  tip: null,
  what: '',
  who: '',
  firstStep: '',
  firstStepOn: null,
  dueOn: null,
  status: 'to-do',
  remark: '',
}

/** The statement with this id, or null. */
export function findStatement(instrument: Instrument, id: string | null | undefined): Statement | null {
  return statementsOf(instrument).find((one) => one.id === id) ?? null
}

function actionPage(
  c: RequestContext,
  { group, instrument }: GroupVisit,
  action: Action,
  problems: ActionProblems = {},
): Response {
  const listed = listProblems(problems)
  const statement = findStatement(instrument, action.statement)
  const title = 'Maak een afspraak'
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
        {statement && <p class="lead">{`Bij: ${statement.statement}`}</p>}
      </div>
      <form class="stack" method="post" action={urls.groupNewAction.to({ group: group.id })} novalidate>
        <ActionFields action={action} problems={problems} statement={statement} isNew />
        <div class="buttons">
          <Button>Zet in het plan</Button>
          <ButtonLink quiet href={urls.groupPlan.to({ group: group.id })}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
    </div>,
  )
}
