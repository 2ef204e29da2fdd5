import type { JSX } from 'preact'
import type { StoredAction } from '#database/plans.ts'
import { Notice } from '#ui/notice.tsx'
import { urls } from '#web/urls.ts'
import { statusInWords } from '#words/plan-words.ts'
import { stillOpenInWords } from '#words/since-last-time-words.ts'

/** What of the plan is still open, before the round that opens with it; nothing when everything is done or dropped. */
export function OpenActions({
  group,
  actions,
}: {
  group: string
  actions: StoredAction[]
}): JSX.Element | null {
  if (actions.length === 0) return null
  return (
    <Notice kind="panel">
      <p>
        <b>{stillOpenInWords(actions.length)}</b>
      </p>
      <p>De nieuwe ronde opent met wat er van het plan kwam. Werk daarom eerst het plan bij.</p>
      <ul>
        {actions.map(({ id, what, status }) => (
          <li key={id}>
            <a class="as-typed" href={urls.groupAction.to({ group, action: id })}>
              {what}
            </a>
            <span class="muted">{` · ${statusInWords(status)}`}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={urls.groupPlan.to({ group })}>Werk het plan bij</a>
      </p>
    </Notice>
  )
}
