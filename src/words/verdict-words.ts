import type { Instrument } from '#domain/instrument.ts'
import { levelsOf } from '#domain/instrument.ts'
import type { Result } from '#domain/result.ts'
import type { Scan } from '#domain/scan.ts'
import type { Run } from '#ui/documents/document.ts'
import { counted, dutchDate, dutchScore } from './dutch.ts'
import { wordsFor } from './statement-words.ts'
import { countsInWords } from './ticks.ts'

/** A result with what it is the result of. */
export type TakenResult = {
  scan: Pick<Scan, 'finishedAt' | 'changedAt'>
  instrument: Instrument
  result: Result
}

/** Where one stands, in words: what everything else in a result explains. */
export type VerdictWords = {
  heading: Run[]
  /** The strongest part and the one with the most room; null when these are the same. */
  lead: Run[] | null
  text: string
  figures: string | null
}

export function verdictWords({ instrument, result }: TakenResult): VerdictWords {
  return { ...wordsOfKind[instrument.kind](instrument, result), lead: bestAndNext(result) }
}

/** "Jouw scan van 22 november 2026 · 20 van 24 stellingen" */
export function momentOf({ scan, instrument, result }: TakenResult): string {
  const { total } = result
  const words = wordsFor(instrument)
  const given = total.withLevel + total.unknown
  return `Jouw scan van ${dutchDate(scan.finishedAt ?? scan.changedAt)} · ${given} van ${counted(total.total, words.one, words.more)}`
}

/** Of which version this is the result, and that it stays so. */
export function versionInWords({ version, texts, kind }: Instrument): string {
  return `Deze scan gebruikt versie ${version} van “${texts.title}”. Ook als de ${wordsFor({ kind }).more} later veranderen, blijft dit resultaat zoals het is.`
}

export const UNFINISHED = 'Je hebt de scan nog niet afgerond. Dit is een tussenstand.'

const wordsOfKind: Record<
  Instrument['kind'],
  (instrument: Instrument, result: Result) => Omit<VerdictWords, 'lead'>
> = { levels: levelsInWords, checklist: checklistInWords }

function levelsInWords(instrument: Instrument, { total }: Result) {
  const top = levelsOf(instrument).at(-1)?.level ?? 0
  const mean =
    total.value !== null &&
    `Gemiddeld ${dutchScore(total.value)} op een schaal van 1 tot ${top}, over ${counted(total.withLevel, 'stelling', 'stellingen')}.`
  const unknown =
    total.unknown > 0 &&
    ` Op ${counted(total.unknown, 'stelling', 'stellingen')} was je antwoord onbekend of n.v.t.`
  return {
    heading: total.band
      ? [{ text: 'Jullie organisatie is ' }, { text: total.band.label, isBold: true }]
      : [{ text: 'Er is nog te weinig bekend voor een oordeel' }],
    text: total.band
      ? total.band.text
      : `Voor een oordeel is op minstens de helft van de stellingen een niveau nodig. Je gaf er nu ${total.withLevel} van de ${total.total}. Hieronder zie je wel per stelling wat je kunt doen.`,
    figures: mean ? mean + (unknown || '') : null,
  }
}

function checklistInWords(instrument: Instrument, { counts, total }: Result) {
  const top = levelsOf(instrument).at(-1)?.level
  const inPlace = counts.answers.find(({ answer }) => answer.level === top)?.count ?? 0
  return {
    heading: [
      { text: `${inPlace} van de ${counts.total} punten`, isBold: true },
      { text: inPlace === 1 ? ' staat' : ' staan' },
    ],
    text: total.band
      ? total.band.text
      : 'Over meer dan de helft van de punten is nog niets bekend. Hieronder zie je wel per punt wat je kunt doen.',
    figures: `Je antwoorden: ${countsInWords(counts)}.`,
  }
}

function bestAndNext({ strongestCluster, growthCluster }: Result): Run[] | null {
  if (!strongestCluster || !growthCluster) return null
  const [best, next] = [strongestCluster.cluster, growthCluster.cluster]
  return [
    { text: 'Sterk in ' },
    { text: best.title, isBold: true },
    { text: `: ${best.strength}. De meeste ruimte zit in ` },
    { text: next.title, isBold: true },
    { text: `: ${next.growth}.` },
  ]
}
