import type { JSX } from 'preact'
import { countActions } from '#domain/since-last-time.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { statusInWords } from '#words/plan-words.ts'
import { remarkInWords } from '#words/since-last-time-words.ts'
import type { ActionLookedBackOn } from './find-since-last-time.ts'

/** What was agreed, by how far it is: what is done first. */
export function AgreedList({ actions }: { actions: ActionLookedBackOn[] }): JSX.Element {
  return (
    <DefinitionList
      items={countActions(actions.map(({ action }) => action)).map(({ status }) => ({
        term: statusInWords(status),
        definition: (
          <ul class="plain-list">
            {actions
              .filter(({ action }) => action.status === status)
              .map((one) => (
                <Agreed {...one} key={one.action.id} />
              ))}
          </ul>
        ),
      }))}
    />
  )
}

function Agreed({ action, touched, moved }: ActionLookedBackOn): JSX.Element {
  const remark = remarkInWords(action)
  return (
    <li>
      <p class="as-typed">{action.what}</p>
      {action.who && <p class="muted">{action.who}</p>}
      {remark && <p class="as-typed">{remark}</p>}
      {touched && <p class="small muted">{[`${touched}.`, moved].filter(Boolean).join(' ')}</p>}
    </li>
  )
}
