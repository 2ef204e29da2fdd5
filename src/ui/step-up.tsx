import type { JSX } from 'preact'
import { AnswerMark, type MarkKind } from './answer-mark.tsx'

/** Een trede hoger: what the next level looks like. `level` is that next level. */
export function StepUp({
  level,
  levels,
  mark,
  title,
  text,
}: {
  level: number
  levels: number
  mark?: MarkKind | undefined
  title: string
  text: string
}): JSX.Element {
  return (
    <div class="step-up">
      <AnswerMark kind={mark} level={level} of={levels} isNext />
      <p>
        <b>{title}</b> {text}
      </p>
    </div>
  )
}
