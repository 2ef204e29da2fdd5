import type { AnswerCounts } from '#domain/counting.ts'
import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { StatementResult } from '#domain/result.ts'
import { tickOf } from '#ui/answer-mark.tsx'
import type { TickState } from '#ui/charts/tick-shape.ts'
import { shortLabel } from './statement-words.ts'

/** The order in which a checklist is drawn: what stands first, what nobody answered last. */
const ORDER: TickState[] = ['full', 'half', 'empty', 'unknown', 'open']

export function ticksOf(instrument: Instrument, counts: AnswerCounts): TickState[] {
  const levels = levelsOf(instrument).length
  const ticks = counts.answers.flatMap(({ answer, count }) =>
    Array.from({ length: count }, () => tickOf(answer.level, levels)),
  )
  const open = Array.from({ length: counts.open }, (): TickState => 'open')
  return [...ticks, ...open].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other))
}

export function tickOfResult(instrument: Instrument, { answer }: StatementResult): TickState {
  return answer ? tickOf(answer.level, levelsOf(instrument).length) : 'open'
}

/** "5 ja, 2 deels": only what occurs, by the first word of each answer. */
export function countsInWords({ answers, open }: AnswerCounts): string {
  const parts = answers.flatMap(({ answer, count }) =>
    count > 0 ? `${count} ${shortLabel(answer.label)}` : [],
  )
  return [...parts, ...(open > 0 ? [`${open} zonder antwoord`] : [])].join(', ')
}
