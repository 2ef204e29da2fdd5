import { levelsOf } from '#domain/instrument.ts'
import type { ToldFigures, ToldMean } from '#domain/release-figures.ts'
import { clustersTold } from '#domain/team-reading.ts'
import type { Sheet, SheetColumn } from '#ui/documents/document.ts'
import { isoDate } from '#words/dutch.ts'
import { WHOLE } from '#words/standing-words.ts'
import { shortLabel } from '#words/statement-words.ts'
import {
  agreementInWords,
  bandInWords,
  levelInWords,
  peopleInWords,
  phraseOf,
  roleInWords,
  shareInWords,
} from '#words/team-words.ts'
import type { SharedResult } from './team-result.ts'
import { type ToldParts, toldParts } from './told-parts.ts'

/** Of whom figures are: everybody together, or a role. */
type Told = { who: string; figures: ToldFigures }

/**
 * Everything that the group was told in this round, and nothing else: a row per statement, then one per cluster; for
 * everybody together, then for each role that is told. What stands in words elsewhere has no number here either.
 */
export function teamSheets(result: SharedResult): [Sheet, ...Sheet[]] {
  const told = toldParts(result)
  const all: Told[] = [
    { who: 'iedereen', figures: told.release.figures },
    ...told.roles.map(({ role, figures }) => ({ who: roleInWords(told.instrument, role), figures })),
  ]
  return [statementSheet(told, all), clusterSheet(told, all)]
}

function statementSheet(told: ToldParts, all: Told[]): Sheet {
  const { instrument } = told
  const levels = levelsOf(instrument)
  return {
    name: 'Stellingen',
    columns: [
      ...COMMON,
      { label: 'onderdeel-id' },
      { label: 'onderdeel' },
      { label: 'stelling-id' },
      { label: 'nummer', decimals: 0 },
      { label: 'stelling' },
      { label: 'gemiddelde', decimals: 1 },
      { label: 'in woorden' },
      { label: 'eens of verdeeld' },
      { label: 'onbekend of n.v.t.' },
      ...levels.map(({ label }) => ({ label: `koos ${shortLabel(label)}` })),
    ],
    rows: all.flatMap(({ who, figures }) =>
      clustersTold(instrument, figures).flatMap(({ cluster, statements }) =>
        statements.map(({ statement, told: { mean, agreement, withoutLevel, spread } }) => [
          ...commonCells(told, { who, figures }),
          cluster.id,
          cluster.title,
          statement.id,
          statement.number,
          statement.statement,
          numberOf(mean),
          phraseWithoutNumber(levelInWords(instrument, mean), mean),
          agreement ? agreementInWords(agreement).word : '',
          // Of nobody and of too few the same is told: nothing.
          withoutLevel === null ? '' : shareInWords(withoutLevel),
          ...levels.map((_, index) => {
            const share = mean.kind === 'none' ? undefined : spread?.[index]
            return share ? shareInWords(share) : ''
          }),
        ]),
      ),
    ),
  }
}

function clusterSheet(told: ToldParts, all: Told[]): Sheet {
  const { instrument } = told
  return {
    name: 'Onderdelen',
    columns: [
      ...COMMON,
      { label: 'onderdeel-id' },
      { label: 'onderdeel' },
      { label: 'gemiddelde', decimals: 1 },
      { label: 'in woorden' },
    ],
    rows: all.flatMap(({ who, figures }) =>
      [
        { id: '', title: WHOLE, mean: figures.total },
        ...clustersTold(instrument, figures).map(({ cluster: { id, title }, mean }) => ({ id, title, mean })),
      ].map(({ id, title, mean }) => [
        ...commonCells(told, { who, figures }),
        id,
        title,
        numberOf(mean),
        phraseWithoutNumber(bandInWords(instrument, mean), mean),
      ]),
    ),
  }
}

const COMMON: SheetColumn[] = [
  { label: 'groep' },
  { label: 'ronde', decimals: 0 },
  { label: 'gesloten op' },
  { label: 'instrument' },
  { label: 'versie' },
  { label: 'wie' },
  { label: 'hoeveel mensen' },
]

function commonCells({ group, round, instrument }: ToldParts, { who, figures }: Told): (string | number)[] {
  return [
    group.name,
    round.number,
    isoDate(round.closedAt),
    instrument.id,
    instrument.version,
    who,
    peopleInWords(figures.people),
  ]
}

function numberOf(mean: ToldMean): number | null {
  return mean.kind === 'number' ? mean.value : null
}

/** The number has a cell of its own; at an end of the scale there is none, and the words say so. */
function phraseWithoutNumber(word: string, mean: ToldMean): string {
  return mean.kind === 'end' ? phraseOf(word, mean) : word
}
