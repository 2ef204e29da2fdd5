/** How far an action is. Dropped is an outcome too: it is said why, and nobody asks again. */
export type ActionStatus = 'to-do' | 'busy' | 'done' | 'dropped'

export const ACTION_STATUSES: readonly ActionStatus[] = ['to-do', 'busy', 'done', 'dropped']

/** What a group agreed: what, who, when, and the first step. Days as "2026-12-07". */
export type Action = {
  /** What it came from, by the ids of the instrument. */
  statement: string | null
  tip: string | null
  what: string
  /** A role or a name, as typed; empty when nobody took it yet. */
  who: string
  firstStep: string
  firstStepOn: string | null
  dueOn: string | null
  status: ActionStatus
  /** Why it was dropped, or what came of it. */
  remark: string
}

/** Longest texts, in characters. */
export const ACTION_LENGTHS = { what: 500, who: 100, firstStep: 500, remark: 500 }

/** Within so many days the first step is taken: what is not begun by then mostly never is. */
export const FIRST_STEP_DAYS = 14

/** Days further ahead or back than this are a slip of the pen. */
const YEARS = 5

export type ActionField = keyof Action

/** What is wrong with an action, per part of it. */
export type ActionProblems = Partial<Record<ActionField, ActionProblem>>
export type ActionProblem = 'missing' | 'too-long' | 'no-day' | 'unlikely-day' | 'unknown' | 'say-why'

/** What is wrong with an action as somebody wrote it, by field; empty when nothing is. `today` as "2026-11-24". */
export function checkAction(action: Action, today: string): ActionProblems {
  const problems: ActionProblems = {}
  if (action.what === '') problems.what = 'missing'
  for (const field of ['what', 'who', 'firstStep', 'remark'] as const) {
    if (action[field].length > ACTION_LENGTHS[field]) problems[field] = 'too-long'
  }
  for (const field of ['firstStepOn', 'dueOn'] as const) {
    const day = action[field]
    if (day !== null && !isDay(day)) problems[field] = 'no-day'
    else if (day !== null && isUnlikely(day, today)) problems[field] = 'unlikely-day'
  }
  if (!ACTION_STATUSES.includes(action.status)) problems.status = 'unknown'
  if (action.status === 'dropped' && action.remark === '') problems.remark = 'say-why'
  return problems
}

/** In the order in which somebody has to do something: what runs, by its next day; then what is over. */
export function sortActions<One extends Pick<Action, 'status' | 'firstStepOn' | 'dueOn'>>(
  actions: readonly One[],
): One[] {
  const rank = ({ status }: One) => (status === 'done' ? 2 : status === 'dropped' ? 3 : 1)
  const next = ({ status, firstStepOn, dueOn }: One) =>
    (status === 'to-do' ? (firstStepOn ?? dueOn) : dueOn) ?? '9999'
  return [...actions].sort(
    (one, other) =>
      rank(one) - rank(other) || (next(one) < next(other) ? -1 : next(one) > next(other) ? 1 : 0),
  )
}

/** Whether its next day has passed and it is not over. `today` as "2026-11-24". */
export function isLate(
  { status, firstStepOn, dueOn }: Pick<Action, 'status' | 'firstStepOn' | 'dueOn'>,
  today: string,
): boolean {
  if (status === 'done' || status === 'dropped') return false
  return (
    (status === 'to-do' && firstStepOn !== null && firstStepOn < today) || (dueOn !== null && dueOn < today)
  )
}

function isDay(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // A day that does not exist, such as 30 February, is read as another one.
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text)
}

function isUnlikely(day: string, today: string): boolean {
  return Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) > YEARS
}
