import type { JSX } from 'preact'
import { type Helped, helpedByAction } from '#domain/since-last-time.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { ActionLookedBackOn } from './find-since-last-time.ts'

/** What the group thinks that came of it, per action; nothing as long as nobody was asked. */
export function HelpedPart({
  actions,
  helped,
}: {
  actions: ActionLookedBackOn[]
  helped: Helped[]
}): JSX.Element | null {
  const items = helpedByAction(
    actions.map(({ action }) => action),
    helped,
  )
  if (items.length === 0) return null
  return (
    <section class="stack" aria-labelledby="hielp-het">
      <h2 id="hielp-het">{HELPED_TITLE}</h2>
      <DefinitionList
        items={items.map(({ action, words }) => ({
          term: action.what,
          definition: <p>{words}</p>,
        }))}
      />
    </section>
  )
}

export const HELPED_TITLE = 'Hielp het?'
