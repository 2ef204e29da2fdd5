import type { JSX } from 'preact'
import { AnswerMark, type MarkKind } from './answer-mark.tsx'
import { Tick } from './tick.tsx'

export type MarkedItem = {
  label: string
  /** Where it stands, in words; the mark only repeats it. */
  text: string
  note?: string | undefined
  /** Null for an answer without a level, undefined where there is no answer at all. */
  level: number | null | undefined
  /** It is the reader's own. */
  isOwn?: boolean
}

/** Who stands where, each with a mark: below each other, or beside each other where there is room. */
export function MarkedList({
  items,
  levels,
  mark = 'ladder',
  isBeside = false,
}: {
  items: MarkedItem[]
  /** How many levels the scale has. */
  levels: number
  mark?: MarkKind
  isBeside?: boolean
}): JSX.Element {
  return (
    <ul class={isBeside ? 'marked-list beside' : 'marked-list'}>
      {items.map(({ label, text, note, level, isOwn }, index) => (
        // Two people may have the same name.
        <li class={isOwn ? 'own' : undefined} key={index}>
          {level === undefined ? <Tick state="open" /> : <AnswerMark kind={mark} level={level} of={levels} />}
          <span>
            <b>{`${label}:`}</b> {text}
            {note && <span class="small muted">{` (${note})`}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
