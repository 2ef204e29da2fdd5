import fc from 'fast-check'
import { exampleInstrument } from '#domain/examples.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { type Release, type SentAnswers, tellRound } from '#domain/release.ts'
import type { Answers } from '#domain/scan.ts'
import type { SharedResult } from '#features/groups/result/team-result.ts'

export const K = 5

const LABELS = ['Onderaan', 'Laag', 'Midden', 'Hoog', 'Bovenaan']

/**
 * An instrument of which no text has a figure and no number is a small one, so that a figure on a page about it says
 * something: it was told, or it is one of a few that stand there always.
 */
export const instrument: Instrument = withoutFigures(exampleInstrument())

function withoutFigures(example: Instrument): Instrument {
  return {
    ...example,
    texts: { ...example.texts, title: 'Voorbeeld' },
    roles: ['uitvoering', 'beleid'].map((id) => ({ id, label: id, description: undefined })),
    answers: example.answers.map((answer, index) => ({ ...answer, label: LABELS[index] ?? answer.label })),
    clusters: example.clusters.map((cluster) => ({
      ...cluster,
      statements: cluster.statements.map((statement) => ({
        ...statement,
        id: letters(statement.id),
        number: statement.number + 700,
        topic: `Onderwerp ${letters(statement.id)}`,
        statement: `Wij doen ${letters(statement.id)}.`,
        answers: Object.fromEntries(example.answers.map(({ id }) => [id, 'Zo ziet dat eruit.'])),
      })),
    })),
  }
}

function letters(id: string): string {
  return id.replace(/\d/g, (digit) => 'nabcdefghi'[Number(digit)] ?? '')
}

export const ids = statementsOf(instrument).map(({ id }) => id)

/** Everybody's answers by the id of an answer, statement after statement. */
export function answersOf(row: readonly (string | null)[]): Answers {
  return Object.fromEntries(ids.map((id, index) => [id, { answer: row[index] ?? null, note: '' }]))
}

/** What is told of these people by the module that the program uses; null when it is nothing. */
export function tell(
  people: readonly { role: string | null; answers: Answers }[],
  before: ReadonlySet<string> | null = null,
): Release | null {
  const sent: SentAnswers[] = people.map((one, index) => ({
    version: `versie ${index}`,
    contributor: `persoon ${index}`,
    ...one,
  }))
  return tellRound({ instrument, sent, organiser: 'organisator', k: K, earlier: [], before })?.release ?? null
}

const anyAnswer = fc.constantFrom('1', '2', '3', '4', '5', '5', 'onbekend', null)
const anyPerson = fc.record({
  role: fc.constantFrom('uitvoering', 'beleid'),
  answers: fc.array(anyAnswer, { minLength: ids.length, maxLength: ids.length }).map(answersOf),
})

/** Releases of every size, some with roles, some after another one. */
export const anyRelease: fc.Arbitrary<Release> = fc
  .record({
    people: fc.array(anyPerson, { minLength: K, maxLength: 24 }),
    compared: fc.constantFrom<Release['compared']>('everything', 'total', null),
  })
  .map(({ people, compared }) => {
    const release = tell(people)
    if (!release) throw new Error('enough people and nothing told')
    return { ...release, compared }
  })

/** A result around a release; the number of its round is no number of people. */
export function resultOf(release: Release, before: Release | null = null): SharedResult {
  return {
    group: { name: 'Team Oost', kind: 'confidential' },
    instrument,
    round: { number: 802, closedAt: new Date('2026-11-22T12:00:00Z'), least: K },
    release,
    before: before && {
      number: 801,
      closedAt: new Date('2026-05-22T12:00:00Z'),
      release: before,
      instrument,
    },
  }
}
