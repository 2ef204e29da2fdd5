import type { ActionField } from '#domain/plan.ts'
import type { ListedError } from '#ui/error-summary.tsx'
import { problemInWords } from '#words/plan-words.ts'
import type { ActionProblems } from './action-fields.tsx'
import { FIELD_OF } from './read-action.ts'

/** What is wrong with each field, with a link to it. */
export function listProblems(problems: ActionProblems): ListedError[] {
  return (Object.keys(FIELD_OF) as ActionField[]).flatMap((field) => {
    const problem = problems[field]
    return problem ? [{ text: problemInWords(problem), href: `#${FIELD_OF[field]}` }] : []
  })
}
