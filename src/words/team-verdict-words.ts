import type { Instrument } from '#domain/instrument.ts'
import type { ToldFigures } from '#domain/release-figures.ts'
import { bandOf } from '#domain/scoring.ts'
import { placeOf, type TeamReading } from '#domain/team-reading.ts'
import type { Run } from '#ui/documents/document.ts'
import { dutchDate } from './dutch.ts'
import { figureInWords, peopleInWords } from './team-words.ts'

/** Where a group stands as a whole: what everything else in its result explains. */
export type TeamVerdictWords = {
  heading: Run[]
  /** The strongest part and the one with the most room; null when these are the same. */
  lead: Run[] | null
  text: string
  figures: string
}

export function teamVerdictWords(
  instrument: Instrument,
  figures: ToldFigures,
  { strongestCluster, growthCluster }: TeamReading,
): TeamVerdictWords {
  const place = placeOf(instrument, figures.total)
  const band = place === null ? null : bandOf(instrument.bands, place)
  return {
    heading: band
      ? [{ text: HEADINGS[instrument.kind] }, { text: band.label, isBold: true }]
      : [{ text: 'Er is te weinig bekend voor een oordeel over het geheel' }],
    lead:
      strongestCluster && growthCluster
        ? [
            { text: 'Sterk in ' },
            { text: strongestCluster.title, isBold: true },
            { text: `: ${strongestCluster.strength}. De meeste ruimte zit in ` },
            { text: growthCluster.title, isBold: true },
            { text: `: ${growthCluster.growth}.` },
          ]
        : null,
    text: band ? band.text : 'Hieronder zie je per onderdeel wat er wel te vertellen is.',
    figures: `Gemiddeld over alles: ${figureInWords(figures.total)}. Er deden ${peopleInWords(figures.people)} mee.`,
  }
}

const HEADINGS: Record<Instrument['kind'], string> = {
  levels: 'Jullie zien de organisatie als ',
  checklist: 'Jullie beeld: ',
}

/** "Ronde 2, gesloten op 22 november 2026" */
export function roundInWords({ number, closedAt }: { number: number; closedAt: Date }): string {
  return `Ronde ${number}, gesloten op ${dutchDate(closedAt)}`
}
