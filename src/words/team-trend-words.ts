import type { Cluster, Instrument } from '#domain/instrument.ts'
import { statementsOf } from '#domain/instrument.ts'
import type { TeamTrend, ToldMove } from '#domain/team-trend.ts'
import type { DocumentColumn } from '#ui/documents/document.ts'
import { changesInWords } from './break-words.ts'
import { capitalised } from './dutch.ts'
import { WHOLE } from './standing-words.ts'
import { wordsFor } from './statement-words.ts'
import { bandInWords, levelInWords, phraseOf } from './team-words.ts'

/** Two rounds beside each other: both figures, and never the difference. */
export type TeamTrendWords = {
  lead: string
  /** Where the scan itself changed, and why there is no more than the whole, when that is so. */
  notes: string[]
  table: { caption: string; columns: DocumentColumn[]; rows: string[][] }
  /** Statements that went up and that went down, with both figures. */
  moved: { title: string; empty: string; items: { statement: string; topic: string; detail: string }[] }[]
}

type Rounds = { before: { number: number }; now: { number: number } }

export function teamTrendWords(
  instrument: Instrument,
  trend: TeamTrend,
  { before, now }: Rounds,
): TeamTrendWords {
  const rows: [string, ToldMove][] = [
    [WHOLE, trend.total],
    ...instrument.clusters.flatMap(({ id, title }: Cluster): [string, ToldMove][] => {
      const move = trend.clusters.get(id)
      return move ? [[title, move]] : []
    }),
  ]
  return {
    lead: leadOf(instrument, trend.total),
    notes: [
      ...(trend.brokenBy ? [`${BROKEN} ${changesInWords(instrument, trend.brokenBy)}`] : []),
      ...(trend.extent === 'total' ? [ONLY_TOTAL] : []),
    ],
    table: {
      caption: `Ronde ${before.number} en ronde ${now.number} naast elkaar`,
      columns: [
        { label: 'Onderdeel' },
        { label: `Ronde ${before.number}` },
        { label: `Ronde ${now.number}` },
        { label: 'Verschil' },
      ],
      rows: rows.map(([title, { from, to, movement }]) => [
        title,
        capitalised(phraseOf(bandInWords(instrument, from), from)),
        capitalised(phraseOf(bandInWords(instrument, to), to)),
        movement === null ? 'Niet te zeggen' : capitalised(MOVEMENTS[movement]),
      ]),
    },
    moved: trend.extent === 'total' ? [] : movedStatements(instrument, trend),
  }
}

/** Both figures of a statement: "van startend (2,0) naar goed op weg (3,5)". */
export function fromTo(instrument: Instrument, { from, to }: Pick<ToldMove, 'from' | 'to'>): string {
  const [then, now] = [from, to].map((mean) => phraseOf(levelInWords(instrument, mean), mean))
  return `van ${then} naar ${now}`
}

const ONLY_TOTAL =
  'Van deze twee rondes vergelijken we alleen het geheel. Onder “Waarom zie ik niet meer?” lees je waarom.'

const BROKEN =
  'De scan zelf veranderde tussen deze rondes. Wat daardoor niet meer over hetzelfde gaat, vergelijken we niet.'

const MOVEMENTS = {
  up: 'hoger',
  down: 'lager',
  same: 'ongeveer gelijk',
  'not-comparable': 'niet te vergelijken',
}

function leadOf(instrument: Instrument, { from, to, movement }: ToldMove): string {
  if (movement === null) return 'Over het geheel is te weinig bekend om te vergelijken.'
  const now = phraseOf(bandInWords(instrument, to), to)
  if (movement === 'not-comparable') {
    return `Als geheel staan jullie nu op: ${now}. Met de vorige ronde is dat niet te vergelijken.`
  }
  if (movement === 'same') return `Als geheel staan jullie ongeveer waar jullie stonden: ${now}.`
  const then = phraseOf(bandInWords(instrument, from), from)
  return `Als geheel gingen jullie ${movement === 'up' ? 'vooruit' : 'achteruit'}: van ${then} naar ${now}.`
}

function movedStatements(instrument: Instrument, { statements }: TeamTrend): TeamTrendWords['moved'] {
  const { more } = wordsFor(instrument)
  const inWords = (direction: 'up' | 'down') =>
    statementsOf(instrument).flatMap(({ id, topic }) => {
      const move = statements.get(id)
      if (move?.movement !== direction) return []
      return [{ statement: id, topic, detail: fromTo(instrument, move) }]
    })
  return [
    { title: 'Vooruit', items: inWords('up'), empty: `Er zijn geen ${more} die duidelijk hoger kwamen.` },
    { title: 'Achteruit', items: inWords('down'), empty: `Er zijn geen ${more} die duidelijk lager kwamen.` },
  ]
}
