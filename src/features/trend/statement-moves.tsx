import type { JSX } from 'preact'
import { type AnswerOption, levelsOf } from '#domain/instrument.ts'
import type { Comparison, Movement, StatementMove } from '#domain/trend-comparison.ts'
import { Details } from '#ui/details.tsx'
import { TrendMoves } from '#ui/trend-moves.tsx'
import { urls } from '#web/urls.ts'
import { answerWord } from '#words/comparison-words.ts'
import { capitalised, counted } from '#words/dutch.ts'
import { markOf, wordsFor } from '#words/statement-words.ts'

/** Every statement under what happened to it. What did not move can be unfolded. */
export function StatementMoves({ comparison }: { comparison: Comparison }): JSX.Element {
  const { one } = wordsFor(comparison.to.instrument)
  return (
    <section class="stack-large" aria-labelledby="per-stelling">
      <h2 id="per-stelling">{`Per ${one}`}</h2>
      <Group comparison={comparison} movement="up" title="Vooruit" />
      <Group
        comparison={comparison}
        movement="down"
        title="Achteruit"
        about="Lager kan ook betekenen dat je er nu meer van weet."
      />
      <Group comparison={comparison} movement="now-known" title="Nu wel beantwoord" />
      <Group comparison={comparison} movement="now-unknown" title="Nu niet meer bekend" />
      <Group comparison={comparison} movement="same" title="Gelijk" isFolded />
      <Group comparison={comparison} movement="still-unknown" title="Nog niet bekend" isFolded />
      <NotComparable comparison={comparison} />
    </section>
  )
}

function Group({
  comparison,
  movement,
  title,
  about,
  isFolded = false,
}: {
  comparison: Comparison
  movement: Movement
  title: string
  about?: string
  isFolded?: boolean
}): JSX.Element | null {
  const { to } = comparison
  const moves = comparison.statements
    .filter((one) => one.movement === movement)
    .sort((one, other) => Math.abs(other.steps) - Math.abs(one.steps))
  if (moves.length === 0) return null
  const list = (
    <TrendMoves
      levels={levelsOf(to.instrument).length}
      mark={markOf(to.instrument)}
      items={moves.map((move) => ({
        label: nameOf(comparison, move),
        href: hrefOf(comparison, move),
        words: inWords(move),
        from: levelOf(move.from),
        to: levelOf(move.to),
      }))}
    />
  )
  return (
    <div class="stack-small">
      <GroupHeading comparison={comparison} title={title} count={moves.length} />
      {about && <p class="muted">{about}</p>}
      {isFolded ? (
        <Details summary="Laat zien" context={title.toLowerCase()}>
          {list}
        </Details>
      ) : (
        list
      )}
    </div>
  )
}

/** Words only: marks beside each other would be compared all the same. */
function NotComparable({ comparison }: { comparison: Comparison }): JSX.Element | null {
  const moves = comparison.statements.filter(({ movement }) => movement === 'not-comparable')
  if (moves.length === 0) return null
  return (
    <div class="stack-small">
      <GroupHeading comparison={comparison} title="Niet te vergelijken" count={moves.length} />
      <ul class="moves wordy">
        {moves.map((move) => (
          <li key={move.statement.id}>
            <a href={hrefOf(comparison, move)}>{nameOf(comparison, move)}</a>
            <span class="detail">{whyNot(comparison, move)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function GroupHeading({
  comparison,
  title,
  count,
}: {
  comparison: Comparison
  title: string
  count: number
}): JSX.Element {
  const { one, more } = wordsFor(comparison.to.instrument)
  return (
    <h3>
      {title} <span class="muted regular">{counted(count, one, more)}</span>
    </h3>
  )
}

function nameOf({ to }: Comparison, { statement }: StatementMove): string {
  return `${capitalised(wordsFor(to.instrument).one)} ${statement.number}: ${statement.topic}`
}

/** In the result of the later scan; a statement that it does not have stands in that of the earlier one. */
function hrefOf({ from, to }: Comparison, { statement, reason }: StatementMove): string {
  const { scan } = reason === 'removed' ? from : to
  return `${urls.scanResult.to({ scan })}#stelling-${statement.id}`
}

function inWords({ from, to, movement }: StatementMove): string {
  const [before, after] = [answerWord(from), answerWord(to)]
  return before === after || movement === 'same' ? `beide keren ${after}` : `van ${before} naar ${after}`
}

function whyNot({ to }: Comparison, move: StatementMove): string {
  const { this: about } = wordsFor(to.instrument)
  const [then, now] = [`Toen: ${answerWord(move.from)}.`, `Nu: ${answerWord(move.to)}.`]
  switch (move.reason) {
    case 'new':
      return `${capitalised(about)} is nieuw in de scan. ${now}`
    case 'removed':
      return `${capitalised(about)} staat niet meer in de scan. ${then}`
    case 'answers':
      return `Je koos toen uit andere antwoorden. ${then} ${now}`
    default:
      return `${capitalised(about)} betekent nu iets anders dan toen. ${then} ${now}`
  }
}

function levelOf(answer: AnswerOption | null): number | null | undefined {
  return answer ? answer.level : undefined
}
