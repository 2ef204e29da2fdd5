import type { JSX } from 'preact'
import { AnswerMark, type MarkKind } from './answer-mark.tsx'
import { Tick } from './tick.tsx'

export type TrendMove = {
  label: string
  href: string
  /** From which word to which; the marks only repeat it. */
  words: string
  /** A level, null for an answer without one, undefined where there was no answer at all. */
  from: number | null | undefined
  to: number | null | undefined
}

/** What was answered then and now, per statement: two marks with an arrow, and the same in words. */
export function TrendMoves({
  items,
  levels,
  mark = 'ladder',
}: {
  items: TrendMove[]
  /** How many levels the scale has. */
  levels: number
  mark?: MarkKind
}): JSX.Element {
  return (
    <ul class="moves">
      {items.map(({ label, href, words, from, to }) => (
        <li key={href}>
          <span class="step">
            <End level={from} levels={levels} mark={mark} />
            <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M2 8h11M9 4l4 4-4 4" />
            </svg>
            <End level={to} levels={levels} mark={mark} />
          </span>
          <span>
            <a href={href}>{label}</a> <span class="detail">{words}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function End({
  level,
  levels,
  mark,
}: {
  level: number | null | undefined
  levels: number
  mark: MarkKind
}): JSX.Element {
  if (level === undefined) return <Tick state="open" />
  return <AnswerMark kind={mark} level={level} of={levels} />
}
