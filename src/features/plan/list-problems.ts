import type { ActionField, ActionProblems } from '#domain/plan.ts'
import type { ListedError } from '#ui/error-summary.tsx'
import { FIELD_OF } from '#web/read-action.ts'
import { type PlanOf, problemInWords } from '#words/plan-words.ts'

/** What is wrong with each field, with a link to it. */
export function listProblems(problems: ActionProblems, of: PlanOf): ListedError[] {
  return (Object.keys(FIELD_OF) as ActionField[]).flatMap((field) => {
    const problem = problems[field]
    return problem ? [{ text: problemInWords(problem, of), href: `#${FIELD_OF[field]}` }] : []
  })
}
