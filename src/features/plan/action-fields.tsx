import type { JSX } from 'preact'
import type { Statement } from '#domain/instrument.ts'
import {
  ACTION_LENGTHS,
  ACTION_STATUSES,
  type Action,
  type ActionField,
  type ActionProblems,
} from '#domain/plan.ts'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { AgreementFields } from '#web/agreement-fields.tsx'
import { type PlanOf, problemInWords, statusInWords } from '#words/plan-words.ts'

type Props = { action: Action; problems: ActionProblems; statement: Statement | null; of: PlanOf }

/** What an action is asked; `isNew` leaves out how it went. */
export function ActionFields({
  action,
  problems,
  statement,
  of,
  isNew,
}: Props & { isNew: boolean }): JSX.Element {
  const errorOf = (field: ActionField) => {
    const problem = problems[field]
    return problem ? { error: problemInWords(problem, of) } : {}
  }
  return (
    <>
      {statement && <input type="hidden" name="stelling" value={statement.id} />}
      {statement && isNew && <Tips statement={statement} chosen={action.tip} />}
      {!isNew && action.tip && <input type="hidden" name="tip" value={action.tip} />}
      <AgreementFields
        action={action}
        problems={problems}
        of={of}
        hint={
          statement && isNew
            ? 'In je eigen woorden. Laat je dit leeg, dan nemen we de tip over die je koos.'
            : 'Zo dat iemand die er niet bij was het begrijpt.'
        }
        rows={3}
      />
      {!isNew && (
        <>
          <SelectField
            name="status"
            label="Hoe staat het ervoor?"
            options={ACTION_STATUSES.map((status) => ({ value: status, label: statusInWords(status) }))}
            chosen={action.status}
          />
          <TextAreaField
            name="opmerking"
            label="Wat leverde het op, of waarom gaat het niet door?"
            value={action.remark}
            rows={3}
            maxLength={ACTION_LENGTHS.remark}
            {...errorOf('remark')}
          />
        </>
      )}
    </>
  )
}

function Tips({ statement, chosen }: { statement: Statement; chosen: string | null }): JSX.Element | null {
  if (statement.tips.length === 0) return null
  return (
    <RadioGroup
      name="tip"
      legend="Begin met een tip"
      chosen={chosen ?? ''}
      options={[
        { value: '', label: 'Zonder tip' },
        ...statement.tips.map(({ id, text }) => ({ value: id, label: text })),
      ]}
    />
  )
}
