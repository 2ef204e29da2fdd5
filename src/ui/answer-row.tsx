import type { JSX } from 'preact'
import { AnswerMark, type MarkKind } from './answer-mark.tsx'

/** An answer; without a level it is "unknown": dashed, and with a question mark for a picture. */
export type AnswerRowOption = { value: string; label: string; description?: string; level: number | null }

/** One answer to a statement: radio, picture, word, and what it means here. The whole row is the target. */
export function AnswerRow({
  name,
  option,
  levels,
  mark,
  isChosen,
  isInvalid,
}: {
  name: string
  option: AnswerRowOption
  levels: number
  mark?: MarkKind | undefined
  isChosen: boolean
  isInvalid: boolean
}): JSX.Element {
  const { value, label, description, level } = option
  return (
    <label class={level === null ? 'answer unknown' : 'answer'}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={isChosen}
        aria-invalid={isInvalid ? 'true' : undefined}
      />
      <AnswerMark kind={mark} level={level} of={levels} />
      <span>
        <b>
          {label}
          {description && <span class="visually-hidden">: </span>}
        </b>{' '}
        {description && <span>{description}</span>}
      </span>
    </label>
  )
}
