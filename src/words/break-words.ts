import type { Instrument, Statement } from '#domain/instrument.ts'
import type { Trend, TrendBreak, TrendLine } from '#domain/trend.ts'
import { counted } from './dutch.ts'
import { momentWords } from './moment-words.ts'
import { WHOLE } from './standing-words.ts'
import { wordsFor } from './statement-words.ts'

/** Where the instrument itself changed between two scans: what changed, and which lines stop there. */
export function breakWords({ moments, total, clusters }: Trend): { title: string; text: string }[] {
  return moments.flatMap((moment, index) => {
    const before = moments[index - 1]
    const found = total.points[index]?.brokenBy
    if (!before || !found) return []
    const [then, now] = [momentWords(before, moments).date, momentWords(moment, moments).date]
    return [
      {
        title: `De scan veranderde tussen ${then} en ${now}.`,
        text: `${changesInWords(moment.instrument, found)} ${whatStops([total, ...clusters], index)}`,
      },
    ]
  })
}

/** Which statements changed, came and went, in words. */
export function changesInWords(instrument: Instrument, found: TrendBreak): string {
  const { changed, added, removed, hasOtherAnswers } = found
  const { one, more } = wordsFor(instrument)
  const sentences = [
    ...(hasOtherAnswers ? ['Je kiest nu uit andere antwoorden.'] : []),
    ...(changed.length > 0 ? [`Andere betekenis: ${named(changed, one)}.`] : []),
    ...(added.length > 0 ? [`Erbij: ${named(added, one)}.`] : []),
    ...(removed.length > 0 ? [`Eraf: ${counted(removed.length, one, more)} (${topics(removed)}).`] : []),
  ]
  return sentences.join(' ')
}

function whatStops(lines: TrendLine[], index: number): string {
  const titles = lines
    .filter(({ points }) => points[index]?.brokenBy)
    .map(({ cluster }) => (cluster ? cluster.title : WHOLE))
  if (titles.length === lines.length) return 'Daarom loopt geen enkele lijn daar door.'
  const last = titles.pop()
  return `Daarom loopt de lijn daar niet door bij ${titles.join(', ')}${titles.length > 0 ? ' en ' : ''}${last}.`
}

function named(statements: Statement[], one: string): string {
  return statements.map(({ number, topic }) => `${one} ${number} (${topic})`).join(', ')
}

/** Their numbers belong to the earlier version and would point elsewhere now. */
function topics(statements: Statement[]): string {
  return statements.map(({ topic }) => topic).join(', ')
}
