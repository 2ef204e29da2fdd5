import { addAction } from '#database/plans.ts'
import { type Instrument, type Statement, statementsOf } from '#domain/instrument.ts'
import { type Action, type ActionProblems, checkAction, FIRST_STEP_DAYS } from '#domain/plan.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { ACTION_FIELDS, readAction } from '#web/read-action.ts'
import { isoDate } from '#words/dutch.ts'
import { ActionFields } from './action-fields.tsx'
import { listProblems } from './list-problems.ts'
import type { PlanPlace } from './plan-place.ts'

const DAY = 24 * 60 * 60 * 1000

/** A form for what was just agreed; `?stelling=` begins with a statement and its tips. */
export function showNewAction(c: RequestContext, place: PlanPlace): Response {
  const asked = c.req.query('stelling')
  const statement = findStatement(place.instrument, asked)
  if (asked && !statement) return refuse(c, 404)
  const firstStepOn = isoDate(new Date(c.get('house').clock().getTime() + FIRST_STEP_DAYS * DAY))
  return actionPage(c, place, { ...EMPTY, statement: statement?.id ?? null, firstStepOn })
}

export async function addOne(c: RequestContext, place: PlanPlace): Promise<Response> {
  const form = await readFields(c, ACTION_FIELDS)
  const action = form && readAction(form, place.instrument)
  if (!action) return refuse(c, 400)
  const { db, clock, secrets } = c.get('house')
  const now = clock()
  const problems = checkAction(action, isoDate(now))
  if (Object.keys(problems).length > 0) return actionPage(c, place, action, problems)
  await addAction(db, { ...action, id: secrets.createId(), keeper: place.keeper, at: now })
  return c.redirect(`${place.links.plan}?gelukt=afgesproken`, 303)
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
  { of, name, instrument, links }: PlanPlace,
  action: Action,
  problems: ActionProblems = {},
): Response {
  const listed = listProblems(problems, of)
  const statement = findStatement(instrument, action.statement)
  const title = 'Maak een afspraak'
  return page(
    c,
    {
      title: listed.length > 0 ? `Let op: ${title.toLowerCase()}` : title,
      section: of,
      status: listed.length > 0 ? 400 : 200,
    },
    <div class="wrap page stack narrow">
      {listed.length > 0 && (
        <ErrorSummary title="Dit lukte nog niet" kept="Wat je invulde, staat er nog." errors={listed} />
      )}
      <div class="stack-small">
        <p class="muted">{name}</p>
        <h1>{title}</h1>
        {statement && <p class="lead">{`Bij: ${statement.statement}`}</p>}
      </div>
      <form class="stack" method="post" action={links.newAction} novalidate>
        <ActionFields action={action} problems={problems} statement={statement} of={of} isNew />
        <div class="buttons">
          <Button>Zet in het plan</Button>
          <ButtonLink quiet href={links.plan}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
    </div>,
  )
}
