import type { JSX } from 'preact'
import type { Instrument, Statement } from '#domain/instrument.ts'
import type { Trend, TrendBreak, TrendLine } from '#domain/trend.ts'
import { Notice } from '#ui/notice.tsx'
import { counted } from '#words/dutch.ts'
import { momentWords } from '#words/moment-words.ts'
import { WHOLE } from '#words/standing-words.ts'
import { wordsFor } from '#words/statement-words.ts'

/** Where the instrument itself changed between two scans: what changed, and which lines stop there. */
export function Breaks({ trend }: { trend: Trend }): JSX.Element {
  const { moments, total, clusters } = trend
  return (
    <>
      {moments.map((moment, index) => {
        const before = moments[index - 1]
        const found = total.points[index]?.brokenBy
        if (!before || !found) return null
        return (
          <Notice kind="pencil" key={moment.scan}>
            <p>
              <b>
                {`De scan veranderde tussen ${momentWords(before, moments).date} en ${momentWords(moment, moments).date}.`}
              </b>
            </p>
            <p>{`${whatChanged(moment.instrument, found)} ${whatStops([total, ...clusters], index)}`}</p>
          </Notice>
        )
      })}
    </>
  )
}

function whatChanged(instrument: Instrument, found: TrendBreak): string {
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
