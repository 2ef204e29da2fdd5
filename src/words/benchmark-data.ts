import type { Benchmark } from '#domain/benchmark.ts'
import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { Agreement, CrowdBand, Share, ToldFigures, ToldMean } from '#domain/release-figures.ts'
import { clustersTold } from '#domain/team-reading.ts'
import type { Sheet } from '#ui/documents/document.ts'
import { type BenchmarkSplit, partInWords, SPREAD } from './benchmark-words.ts'
import { WHOLE } from './standing-words.ts'
import { peopleInWords, shareInWords } from './team-words.ts'

/** One figure of a benchmark as open data: of whom, about what, and what was told. Nothing told is null. */
export type BenchmarkRecord = {
  split: 'everybody' | BenchmarkSplit
  part: string
  partLabel: string
  people: CrowdBand
  subject: 'whole' | 'cluster' | 'statement'
  id: string
  title: string
  mean: number | null
  agreement: Agreement | null
  withoutLevel: Share | null
  spread: { level: number; share: Share }[] | null
}

/** All figures of a benchmark one under the other: everybody, each role, each kind of organisation. */
export function benchmarkRecords(instrument: Instrument, benchmark: Benchmark): BenchmarkRecord[] {
  const ofParts = (split: BenchmarkSplit, parts: Benchmark['roles']) =>
    parts.flatMap(({ part, figures }) =>
      recordsOf(instrument, { split, part, partLabel: partInWords(instrument, split, part) }, figures),
    )
  return [
    ...recordsOf(instrument, { split: 'everybody', part: '', partLabel: 'Iedereen' }, benchmark.everybody),
    ...ofParts('role', benchmark.roles),
    ...ofParts('organisationKind', benchmark.organisationKinds),
  ]
}

function recordsOf(
  instrument: Instrument,
  who: Pick<BenchmarkRecord, 'split' | 'part' | 'partLabel'>,
  figures: ToldFigures,
): BenchmarkRecord[] {
  const record = (
    about: Pick<BenchmarkRecord, 'subject' | 'id' | 'title'>,
    mean: ToldMean,
    rest: Partial<BenchmarkRecord> = {},
  ): BenchmarkRecord => ({
    ...who,
    people: figures.people,
    ...about,
    mean: mean.kind === 'number' ? mean.value : null,
    agreement: null,
    withoutLevel: null,
    spread: null,
    ...rest,
  })
  const scale = levelsOf(instrument)
  return [
    record({ subject: 'whole', id: instrument.id, title: WHOLE }, figures.total),
    ...clustersTold(instrument, figures).flatMap(({ cluster, mean, statements }) => [
      record({ subject: 'cluster', id: cluster.id, title: cluster.title }, mean),
      ...statements.map(({ statement, told }) =>
        record({ subject: 'statement', id: statement.id, title: statement.statement }, told.mean, {
          agreement: told.agreement,
          withoutLevel: told.withoutLevel,
          spread:
            told.spread?.flatMap((share, index) => {
              const level = scale[index]?.level
              return level === undefined ? [] : [{ level, share }]
            }) ?? null,
        }),
      ),
    ]),
  ]
}

/** What a field of the data means: its name in JSON, and that of its column in CSV. */
export type DataField = { name: string; column: string; meaning: string }

/** The dictionary of the data; the levels of the scale are as the instrument has them. */
export function benchmarkFields(instrument: Instrument): DataField[] {
  const levels = levelsOf(instrument)
  const scale = levels.map(({ level, label }) => `${level} is ${label.toLowerCase()}`).join(', ')
  return [
    {
      name: 'split',
      column: 'verdeling',
      meaning: 'Over wie het gaat: iedereen, een rol of een soort organisatie.',
    },
    {
      name: 'part',
      column: 'code van de groep',
      meaning: 'Welke rol of soort organisatie. Leeg bij iedereen, en bij mensen die niets invulden.',
    },
    { name: 'partLabel', column: 'groep', meaning: 'Hetzelfde, in woorden.' },
    {
      name: 'people',
      column: 'mensen',
      meaning: 'Om hoeveel mensen het ongeveer gaat. Het precieze aantal wordt nooit verteld.',
    },
    {
      name: 'subject',
      column: 'soort',
      meaning: 'Waar het over gaat: het geheel, een onderdeel of een stelling.',
    },
    { name: 'id', column: 'code', meaning: 'De code van de scan, het onderdeel of de stelling.' },
    { name: 'title', column: 'titel', meaning: 'Hetzelfde, in woorden.' },
    {
      name: 'mean',
      column: 'gemiddelde',
      meaning: `Het gemiddelde, op één cijfer na de komma. Leeg als er te weinig bekend is. Op de schaal: ${scale}.`,
    },
    {
      name: 'agreement',
      column: 'antwoorden',
      meaning: `Hoe ver de antwoorden uit elkaar liggen: ${inWords(SPREAD)}.`,
    },
    {
      name: 'withoutLevel',
      column: 'onbekend',
      meaning: `Welk deel geen niveau gaf: onbekend, niet van toepassing of niets. In grove delen: ${inWords(SHARE_WORDS)}.`,
    },
    ...levels.map(({ level, label }) => ({
      name: `spread, level ${level}`,
      column: `niveau ${level}`,
      meaning: `Welk deel van de mensen met een niveau koos voor “${label}”, in dezelfde grove delen.`,
    })),
  ]
}

/** The same figures as a sheet, for CSV: words where JSON has codes. Without a benchmark it has no rows. */
export function benchmarkSheet(instrument: Instrument, benchmark: Benchmark | undefined): Sheet {
  return {
    name: 'Vergelijking',
    columns: benchmarkFields(instrument).map(({ name, column }) => ({
      label: column,
      ...(name === 'mean' && { decimals: 1 }),
    })),
    rows: (benchmark ? benchmarkRecords(instrument, benchmark) : []).map((record) => [
      SPLITS[record.split],
      record.part,
      record.partLabel,
      peopleInWords(record.people),
      SUBJECTS[record.subject],
      record.id,
      record.title,
      record.mean,
      record.agreement && SPREAD[record.agreement],
      record.withoutLevel && shareInWords(record.withoutLevel),
      ...levelsOf(instrument).map(({ level }) => {
        const share = record.spread?.find((one) => one.level === level)?.share
        return share ? shareInWords(share) : null
      }),
    ]),
  }
}

const SPLITS: Record<BenchmarkRecord['split'], string> = {
  everybody: 'iedereen',
  role: 'rol',
  organisationKind: 'soort organisatie',
}

const SUBJECTS: Record<BenchmarkRecord['subject'], string> = {
  whole: 'geheel',
  cluster: 'onderdeel',
  statement: 'stelling',
}

const SHARE_WORDS = {
  few: `${shareInWords('few')} (minder dan 15 %)`,
  some: `${shareInWords('some')} (tot 40 %)`,
  many: `${shareInWords('many')} (tot 70 %)`,
  most: `${shareInWords('most')} (70 % of meer)`,
}

/** "agree is dicht bij elkaar, mixed is wat uiteen": the code of JSON with the words of CSV. */
function inWords(words: Record<string, string>): string {
  return Object.entries(words)
    .map(([code, word]) => `${code} is ${word}`)
    .join(', ')
}
