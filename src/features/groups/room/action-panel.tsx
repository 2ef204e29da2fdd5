import type { JSX } from 'preact'
import type { Action, ActionProblems } from '#domain/plan.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { AgreementFields } from '#web/agreement-fields.tsx'
import { urls } from '#web/urls.ts'
import type { LeaderView } from './leader-view.ts'

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
  problems: ActionProblems
}): JSX.Element {
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
      <AgreementFields action={action} problems={problems} of="group" rows={2} />
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
