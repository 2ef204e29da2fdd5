import type { JSX } from 'preact'
import { AnswerMark, type MarkKind } from './answer-mark.tsx'
import type { Run } from './documents/document.ts'
import { Runs } from './runs.tsx'

/** Een trede hoger: what the next level looks like. `level` is that next level. */
export function StepUp({
  level,
  levels,
  mark,
  text,
}: {
  level: number
  levels: number
  mark?: MarkKind | undefined
  text: Run[]
}): JSX.Element {
  return (
    <div class="step-up">
      <AnswerMark kind={mark} level={level} of={levels} isNext />
      <p>
        <Runs runs={text} />
      </p>
    </div>
  )
}
