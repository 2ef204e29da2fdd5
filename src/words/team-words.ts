import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { Agreement, CrowdBand, Share, ToldMean } from '#domain/release-figures.ts'
import { bandOf } from '#domain/scoring.ts'
import { placeOf } from '#domain/team-reading.ts'
import { dutchScore } from './dutch.ts'
import { shortLabel } from './statement-words.ts'

/** "5 tot en met 9 mensen", "20 mensen of meer" */
export function peopleInWords({ from, to }: CrowdBand): string {
  return to === null ? `${from} mensen of meer` : `${from} tot en met ${to} mensen`
}

/** Of nobody and of too few the same is said. */
export const TOO_LITTLE = 'te weinig bekend'

/** A told mean over several statements, in the word of its band: "goed op weg". */
export function bandInWords(instrument: Instrument, mean: ToldMean): string {
  const place = placeOf(instrument, mean)
  return place === null ? TOO_LITTLE : bandOf(instrument.bands, place).label
}

/** A told mean of one statement, in the word of the answer that it lies closest to: "goed op weg", "deels". */
export function levelInWords(instrument: Instrument, mean: ToldMean): string {
  const level = nearestLevel(instrument, mean)
  const answer = levelsOf(instrument).find((one) => one.level === level)
  if (!answer) return TOO_LITTLE
  return instrument.kind === 'checklist' ? shortLabel(answer.label) : answer.label.toLowerCase()
}

/** The level that is drawn for a told mean; null when nothing was told. Halves go up, as the bands do. */
export function nearestLevel(instrument: Instrument, mean: ToldMean): number | null {
  const place = placeOf(instrument, mean)
  if (place === null) return null
  const scale = levelsOf(instrument).map(({ level }) => level)
  return scale.reduce((nearest, level) =>
    Math.abs(level - place) <= Math.abs(nearest - place) ? level : nearest,
  )
}

/** The figure as it may be told: "3,5". At an end of the scale it is words, and "–" stands for nothing told. */
export function figureInWords(mean: ToldMean): string {
  if (mean.kind === 'number') return dutchScore(mean.value)
  if (mean.kind === 'none') return '–'
  return mean.end === 'lowest' ? 'onderaan de schaal' : 'bovenaan de schaal'
}

/** A word with its figure after it: "goed op weg (3,5)", "vergevorderd (bovenaan de schaal)". */
export function phraseOf(word: string, mean: ToldMean): string {
  return mean.kind === 'none' ? TOO_LITTLE : `${word} (${figureInWords(mean)})`
}

const SHARES: Record<Share, string> = {
  'under-half': 'minder dan de helft',
  'half-or-more': 'de helft of meer',
  few: 'bijna niemand',
  some: 'een deel',
  many: 'ongeveer de helft',
  most: 'de meesten',
}

/** What part of the people: never a number. */
export function shareInWords(share: Share): string {
  return SHARES[share]
}

const AGREEMENTS: Record<Agreement, { word: string; sentence: string }> = {
  agree: { word: 'eens', sentence: 'Jullie antwoorden liggen dicht bij elkaar.' },
  mixed: { word: 'loopt uiteen', sentence: 'Jullie antwoorden lopen wat uiteen.' },
  differ: { word: 'verdeeld', sentence: 'Jullie antwoorden liggen ver uit elkaar.' },
}

export function agreementInWords(agreement: Agreement): { word: string; sentence: string } {
  return AGREEMENTS[agreement]
}

/** "Uitvoering"; a role that the instrument no longer has keeps the name that it was kept under. */
export function roleInWords(instrument: Instrument, role: string): string {
  return instrument.roles.find(({ id }) => id === role)?.label ?? role
}
