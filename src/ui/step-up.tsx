import type { JSX } from 'preact'
import { Ladder } from './ladder.tsx'

/** Een trede hoger: what the next level looks like. `level` is that next level. */
export function StepUp({
  level,
  levels,
  title,
  text,
}: {
  level: number
  levels: number
  title: string
  text: string
}): JSX.Element {
  return (
    <div class="step-up">
      <Ladder level={level} of={levels} isNext />
      <p>
        <b>{title}</b> {text}
      </p>
    </div>
  )
}
