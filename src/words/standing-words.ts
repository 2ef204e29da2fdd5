import type { Instrument } from '#domain/instrument.ts'
import type { Standing } from '#domain/trend.ts'
import type { LineMove } from '#domain/trend-comparison.ts'
import { dutchScore } from './dutch.ts'

export const WHOLE = 'Alles samen'

/** A standing as a figure, as the word after it, and as one phrase; null when too little is known. */
export function standingWords(
  { kind }: Pick<Instrument, 'kind'>,
  { value, score }: Standing,
): { value: number; figure: string; word: string; phrase: string } | null {
  if (value === null) return null
  if (kind === 'checklist') {
    const word = `van ${score.total} ${score.total === 1 ? 'punt' : 'punten'}`
    return { value, figure: String(value), word, phrase: `${value} ${word}` }
  }
  const [figure, word] = [dutchScore(value), score.band?.label ?? '']
  return { value, figure, word, phrase: `${word} (${figure})` }
}

/** "van startend (2,3) naar goed op weg (3,1)"; of a checklist, "van 3 naar 5 punten die staan". */
export function moveInWords(instrument: Instrument, { from, to }: LineMove): string {
  const before = from && standingWords(instrument, from)
  const after = to && standingWords(instrument, to)
  if (!before || !after) return ''
  if (instrument.kind === 'checklist') {
    const what = after.value === 1 ? 'punt dat staat' : 'punten die staan'
    return `van ${before.value} naar ${after.value} ${what}`
  }
  return before.word === after.word
    ? `van ${before.figure} naar ${after.figure}, nog steeds ${after.word}`
    : `van ${before.phrase} naar ${after.phrase}`
}
