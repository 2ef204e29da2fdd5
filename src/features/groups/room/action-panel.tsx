import type { JSX } from 'preact'
import type { ActionProblem } from '#domain/plan.ts'
import { ACTION_LENGTHS, type Action } from '#domain/plan.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { urls } from '#web/urls.ts'
import { FIRST_STEP_HINT, problemInWords } from '#words/plan-words.ts'
import type { LeaderView } from './room-page.tsx'

export type PanelProblems = Partial<Record<keyof Action, ActionProblem>>

/** Every field with which something is agreed in the room; the rest can be added to the plan later. */
export const PANEL_FIELDS = [
  'stelling',
  'tip',
  'wat',
  'wie',
  'eerste-stap',
  'eerste-stap-op',
  'klaar-op',
] as const

/** Agreeing on the spot: what, who, the first step and when. */
export function ActionPanel({
  leader: { view, group },
  action,
  problems,
}: {
  leader: LeaderView
  action: Action
  problems: PanelProblems
}): JSX.Element {
  const errorOf = (field: keyof Action) => {
    const problem = problems[field]
    return problem ? { error: problemInWords(problem) } : {}
  }
  const isWrong = Object.keys(problems).length > 0
  return (
    <form
      class="stack"
      method="post"
      action={urls.groupRoom.to({ group })}
      novalidate
      data-live-form
      data-keeps-place
    >
      {isWrong && (
        <ErrorSummary
          title="Dit lukte nog niet"
          kept="Wat je typte, staat er nog."
          errors={[{ text: 'Kijk bij de velden wat er nog nodig is.', href: '#wat' }]}
        />
      )}
      <input type="hidden" name="stap" value={view.step.name} />
      {action.statement && <input type="hidden" name="stelling" value={action.statement} />}
      {view.tips.length > 0 && (
        <SelectField
          name="tip"
          label="Neem een tip over (hoeft niet)"
          options={[
            { value: '', label: 'Zonder tip' },
            ...view.tips.map(({ id, text }) => ({ value: id, label: shortened(text) })),
          ]}
          chosen={action.tip ?? ''}
        />
      )}
      <TextAreaField
        name="wat"
        label="Wat gaan jullie doen?"
        value={action.what}
        rows={2}
        maxLength={ACTION_LENGTHS.what}
        {...errorOf('what')}
      />
      <TextField
        name="wie"
        label="Wie doet het?"
        hint="Een naam of een functie."
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
      <div class="buttons">
        <Button name="doe" value="afspraak">
          Zet in het plan
        </Button>
      </div>
    </form>
  )
}

/** A list shows one line of each. */
function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text
}
