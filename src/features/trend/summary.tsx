import type { ComponentChildren, JSX } from 'preact'
import {
  type Comparison,
  type LineMove,
  type Movement,
  mostMovedClusters,
  mostMovedStatements,
  type StatementMove,
} from '#domain/trend-comparison.ts'
import { moveInWords } from '#words/standing-words.ts'
import { wordsFor } from '#words/statement-words.ts'
import { answerWord } from './statement-moves.tsx'

/** What moved most, in words; then how many statements went where. */
export function Summary({ comparison }: { comparison: Comparison }): JSX.Element {
  return (
    <>
      <p class="lead">{mostMoved(comparison)}</p>
      <p>{inCounts(comparison)}</p>
      {movesByKnowing(comparison) && (
        <p class="small muted">
          Een onderdeel kan ook verschuiven doordat je nu iets weet wat je eerst niet wist, of andersom.
        </p>
      )}
    </>
  )
}

function mostMoved(comparison: Comparison): ComponentChildren {
  const clusters = mostMovedClusters(comparison)
  if (clusters.up || clusters.down) {
    const line = (move: LineMove) => (
      <>
        <b>{move.cluster?.title}</b>, {moveInWords(comparison.to.instrument, move)}
      </>
    )
    return <UpAndDown up={clusters.up && line(clusters.up)} down={clusters.down && line(clusters.down)} />
  }
  const statements = mostMovedStatements(comparison)
  if (statements.up || statements.down) {
    const { one } = wordsFor(comparison.to.instrument)
    const line = ({ statement, from, to }: StatementMove) => (
      <>
        <b>{`${one} ${statement.number}, ${statement.topic}`}</b>,{' '}
        {`van ${answerWord(from)} naar ${answerWord(to)}`}
      </>
    )
    return (
      <UpAndDown up={statements.up && line(statements.up)} down={statements.down && line(statements.down)} />
    )
  }
  return withoutMoves(comparison)
}

function UpAndDown({ up, down }: { up: JSX.Element | null; down: JSX.Element | null }): JSX.Element {
  return (
    <>
      {up && <>Het meest vooruit: {up}. </>}
      {down && <>Het meest achteruit: {down}.</>}
    </>
  )
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
