import type { Document } from '#ui/documents/document.ts'
import { calendarDay, dutchDate } from '#words/dutch.ts'
import { roundInWords, teamVerdictWords } from '#words/team-verdict-words.ts'
import { peopleInWords } from '#words/team-words.ts'
import { about } from './report/about.ts'
import { clusterParts } from './report/cluster-parts.ts'
import { howToRead } from './report/how-to-read.ts'
import { standing } from './report/standing.ts'
import { notesOfTheTalk, talk } from './report/talk.ts'
import { trendPart } from './report/trend-part.ts'
import { whatStandsOut } from './report/what-stands-out.ts'
import { whyNotMorePart } from './report/why-not-more-part.ts'
import type { SharedResult } from './team-result.ts'
import { toldParts } from './told-parts.ts'

/** The report of a round, to hand round: what the page says, in the order of a book, without anybody's own answers. */
export function teamReport(result: SharedResult, now: Date): Document {
  const told = toldParts(result)
  const { group, instrument, round, release, reading } = told
  const { heading, lead } = teamVerdictWords(instrument, release.figures, reading)
  return {
    title: `Resultaat van ${group.name}`,
    kicker: instrument.texts.title,
    lead: [...heading, { text: '. ' }, ...(lead ?? [])],
    colophon: [
      `${roundInWords(round)} · ${peopleInWords(release.figures.people)}`,
      `Rapport van ${dutchDate(now)}, versie ${instrument.version} van de scan`,
    ],
    author: 'QuickScan',
    language: instrument.language,
    day: calendarDay(now),
    parts: [
      howToRead(told),
      standing(told),
      whatStandsOut(told),
      ...trendPart(told),
      ...clusterParts(told),
      whyNotMorePart(told),
      talk(told),
      about(told),
      notesOfTheTalk(told),
    ],
  }
}
