import type { ComponentChildren, JSX } from 'preact'

/** Questions or terms, each with what there is to say about it. */
export function DefinitionList({
  items,
}: {
  items: { term: string; definition: ComponentChildren }[]
}): JSX.Element {
  return (
    <dl class="facts">
      {items.map(({ term, definition }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  )
}
