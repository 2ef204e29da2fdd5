import type { JSX } from 'preact'
import { ACTION_LENGTHS, type Action, type ActionField, type ActionProblems } from '#domain/plan.ts'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { FIRST_STEP_HINT, PLAN_WORDS, type PlanOf, problemInWords } from '#words/plan-words.ts'

type Props = {
  action: Action
  problems: ActionProblems
  of: PlanOf
  /** Under the question what is done; without it the question says enough. */
  hint?: string
  rows: number
}

/** What is asked wherever something is agreed, in the plan and in the room: what, who, the first step, and when. */
export function AgreementFields({ action, problems, of, hint, rows }: Props): JSX.Element {
  const words = PLAN_WORDS[of]
  const errorOf = (field: ActionField) => {
    const problem = problems[field]
    return problem ? { error: problemInWords(problem, of) } : {}
  }
  return (
    <>
      <TextAreaField
        name="wat"
        label={words.what}
        {...(hint && { hint })}
        value={action.what}
        rows={rows}
        maxLength={ACTION_LENGTHS.what}
        {...errorOf('what')}
      />
      <TextField
        name="wie"
        label={words.who}
        hint={words.whoHint}
        value={action.who}
        maxLength={ACTION_LENGTHS.who}
        {...errorOf('who')}
      />
      <TextField
        name="eerste-stap"
        label="Wat is de eerste stap?"
        hint={FIRST_STEP_HINT}
        value={action.firstStep}
        maxLength={ACTION_LENGTHS.firstStep}
        {...errorOf('firstStep')}
      />
      <TextField
        name="eerste-stap-op"
        label="Wanneer is die eerste stap gezet?"
        type="date"
        value={action.firstStepOn ?? ''}
        {...errorOf('firstStepOn')}
      />
      <TextField
        name="klaar-op"
        label="Wanneer is het klaar? (hoeft niet)"
        type="date"
        value={action.dueOn ?? ''}
        {...errorOf('dueOn')}
      />
    </>
  )
}
