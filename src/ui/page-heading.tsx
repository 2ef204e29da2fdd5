import type { ComponentChildren, JSX } from 'preact'

/** What a page opens with: where it belongs, its title, and what it is for. */
export function PageHeading({
  kicker,
  title,
  lead,
  headingLevel = 1,
}: {
  kicker?: ComponentChildren
  title: ComponentChildren
  lead?: ComponentChildren
  headingLevel?: 1 | 2 | 3
}): JSX.Element {
  const Heading = `h${headingLevel}` as const
  return (
    <div class="stack-small">
      {kicker && <p class="muted">{kicker}</p>}
      <Heading>{title}</Heading>
      {lead && <p class="lead">{lead}</p>}
    </div>
  )
}
