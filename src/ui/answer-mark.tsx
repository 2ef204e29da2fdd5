import type { JSX } from 'preact'
import type { TickState } from './charts/tick-shape.ts'
import { Ladder } from './ladder.tsx'
import { Tick } from './tick.tsx'

/** A level is drawn as rungs of a ladder, a point of a checklist as a cell that is ticked or not. */
export type MarkKind = 'ladder' | 'tick'

/** The picture of an answer, whichever its instrument uses. */
export function AnswerMark({
  kind = 'ladder',
  level,
  of: levels,
  isNext = false,
}: {
  kind?: MarkKind | undefined
  level: number | null
  of: number
  isNext?: boolean
}): JSX.Element {
  return kind === 'tick' ? (
    <Tick state={tickOf(level, levels)} />
  ) : (
    <Ladder level={level} of={levels} isNext={isNext} />
  )
}

/** The top of the scale is in place, its lowest level is not there, what lies between has been begun. */
export function tickOf(level: number | null, levels: number): TickState {
  if (level === null) return 'unknown'
  if (level >= levels) return 'full'
  return level <= 1 ? 'empty' : 'half'
}
