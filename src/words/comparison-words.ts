import type { AnswerOption } from '#domain/instrument.ts'
import {
  type Comparison,
  type LineMove,
  type Movement,
  mostMovedClusters,
  mostMovedStatements,
  type StatementMove,
} from '#domain/trend-comparison.ts'
import type { Run } from '#ui/documents/document.ts'
import { moveInWords } from './standing-words.ts'
import { shortLabel, wordsFor } from './statement-words.ts'

/** What happened between two scans: what moved most, how many statements went where, and a warning if need be. */
export type ComparisonWords = { mostMoved: Run[]; counts: string; warning: string | null }

export function comparisonWords(comparison: Comparison): ComparisonWords {
  return {
    mostMoved: mostMoved(comparison),
    counts: inCounts(comparison),
    warning: movesByKnowing(comparison)
      ? 'Een onderdeel kan ook verschuiven doordat je nu iets weet wat je eerst niet wist, of andersom.'
      : null,
  }
}

/** An answer in a few small letters; none at all is told too. */
export function answerWord(answer: AnswerOption | null): string {
  return answer ? shortLabel(answer.label) : 'zonder antwoord'
}

function mostMoved(comparison: Comparison): Run[] {
  const clusters = mostMovedClusters(comparison)
  if (clusters.up || clusters.down) {
    return upAndDown(clusters, (move: LineMove) => [
      { text: move.cluster?.title ?? '', isBold: true },
      { text: `, ${moveInWords(comparison.to.instrument, move)}` },
    ])
  }
  const statements = mostMovedStatements(comparison)
  if (statements.up || statements.down) {
    const { one } = wordsFor(comparison.to.instrument)
    return upAndDown(statements, ({ statement, from, to }: StatementMove) => [
      { text: `${one} ${statement.number}, ${statement.topic}`, isBold: true },
      { text: `, van ${answerWord(from)} naar ${answerWord(to)}` },
    ])
  }
  return [{ text: withoutMoves(comparison) }]
}

function upAndDown<Move>(
  { up, down }: { up: Move | null; down: Move | null },
  inWords: (move: Move) => Run[],
): Run[] {
  return [
    ...(up ? [{ text: 'Het meest vooruit: ' }, ...inWords(up), { text: '. ' }] : []),
    ...(down ? [{ text: 'Het meest achteruit: ' }, ...inWords(down), { text: '.' }] : []),
  ]
}

/** A mean also moves when it is taken over other statements: whoever reads it has to know. */
function movesByKnowing(comparison: Comparison): boolean {
  const { up, down } = mostMovedClusters(comparison)
  const others = countOf(comparison, 'now-known') + countOf(comparison, 'now-unknown')
  return others > 0 && (up !== null || down !== null)
}

function withoutMoves(comparison: Comparison): string {
  const { more } = wordsFor(comparison.to.instrument)
  const count = (movement: Movement) => countOf(comparison, movement)
  if (count('same') > 0) {
    return count('now-known') + count('now-unknown') + count('not-comparable') === 0
      ? 'Je antwoorden bleven gelijk.'
      : 'Wat je kunt vergelijken, bleef gelijk.'
  }
  return `Er zijn geen ${more} die je beide keren beantwoordde en die je kunt vergelijken.`
}

const COUNTED: [Movement, string][] = [
  ['up', 'vooruit'],
  ['down', 'achteruit'],
  ['same', 'gelijk'],
  ['now-known', 'nu wel beantwoord'],
  ['now-unknown', 'nu niet meer bekend'],
  ['still-unknown', 'nog niet bekend'],
  ['not-comparable', 'niet te vergelijken'],
]

/** "Van de 24 stellingen: 7 vooruit, 3 achteruit en 14 gelijk." */
function inCounts(comparison: Comparison): string {
  const { statements, to } = comparison
  const parts = COUNTED.flatMap(([movement, word]) => {
    const count = countOf(comparison, movement)
    return count > 0 ? [`${count} ${word}`] : []
  })
  const last = parts.pop()
  const told = parts.length > 0 ? `${parts.join(', ')} en ${last}` : last
  return `Van de ${statements.length} ${wordsFor(to.instrument).more}: ${told}.`
}

function countOf({ statements }: Comparison, movement: Movement): number {
  return statements.filter((one) => one.movement === movement).length
}
