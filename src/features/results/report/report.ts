import type { Document, Part } from '#ui/documents/document.ts'
import { calendarDay, dutchDate } from '#words/dutch.ts'
import { momentOf, verdictWords } from '#words/verdict-words.ts'
import { clusterPart } from './cluster-part.ts'
import { howToRead } from './how-to-read.ts'
import { passport } from './passport.ts'
import type { ReportOf } from './report-of.ts'
import { standing } from './standing.ts'
import { conversation, ownNotes } from './talk.ts'
import { course } from './trend-part.ts'
import { highlights } from './what-stands-out.ts'

/** The report of one scan, for its owner: what the page of the result says, in the order of a book. */
export function buildReport(of: ReportOf, now: Date): Document {
  const { scan, instrument, result } = of
  const { heading, lead } = verdictWords(of)
  return {
    title: 'Jouw resultaat',
    kicker: instrument.texts.title,
    lead: [...heading, { text: '. ' }, ...(lead ?? [])],
    colophon: [
      ...(scan.name ? [`“${scan.name}”`] : []),
      momentOf(of),
      `Rapport van ${dutchDate(now)}, versie ${instrument.version} van de scan`,
    ],
    author: 'QuickScan',
    language: instrument.language,
    day: calendarDay(now),
    parts: [
      howToRead(instrument),
      standing(of),
      highlights(instrument, result),
      ...course(of),
      ...result.clusters.map((cluster, index): Part => clusterPart(of, cluster, index === 0)),
      conversation(of),
      passport(of),
      ownNotes(instrument),
    ],
  }
}
