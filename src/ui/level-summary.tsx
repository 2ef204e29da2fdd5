import type { ComponentChildren, JSX } from 'preact'
import { Rungs } from './rungs.tsx'

/**
 * A verdict in large letters with its rungs beside it, or a picture of one's own. Without a level no rung is
 * filled; as a decoration the picture is left to those who see it.
 */
export function LevelSummary({
  level,
  levels,
  kicker,
  heading,
  headingLevel = 1,
  isDecoration = false,
  picture,
  children,
}: {
  level: number | null
  levels: number
  kicker?: ComponentChildren
  heading: ComponentChildren
  headingLevel?: 1 | 2 | 3
  isDecoration?: boolean
  picture?: ComponentChildren
  children?: ComponentChildren
}): JSX.Element {
  const Heading = `h${headingLevel}` as const
  const label = level === null ? 'Nog geen niveau' : `Niveau ${level} van ${levels}`
  return (
    <div class="verdict">
      <div class="stack">
        <div class="stack-small">
          {kicker && <p class="muted">{kicker}</p>}
          <Heading>{heading}</Heading>
        </div>
        {children}
      </div>
      {picture ?? <Rungs level={level} levels={levels} {...(!isDecoration && { label })} />}
    </div>
  )
}
