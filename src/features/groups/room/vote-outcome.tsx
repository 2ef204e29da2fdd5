import type { JSX } from 'preact'
import type { VoteOutcome } from '#domain/vote.ts'
import { VoteBars } from '#ui/vote-bars.tsx'
import { outcomeInWords } from '#words/vote-words.ts'
import type { VoteOption } from './vote-options.ts'

/** What a vote came to, as far as it is told. */
export function VoteResult({
  outcome,
  options,
}: {
  outcome: VoteOutcome
  options: VoteOption[]
}): JSX.Element {
  const { lead, lines } = outcomeInWords(outcome)
  const items = lines.flatMap(({ options: counted, words, bar }) => {
    const found = options.filter(({ id }) => counted.includes(id))
    const [only, ...others] = found
    if (!only) return []
    const reasons = found.flatMap(({ reason }) => reason ?? [])
    if (others.length === 0) return [{ label: only.label, words, bar, reasons }]
    return [{ label: found.map(({ label }) => label).join(' of '), words, bar, reasons }]
  })
  // Also when nothing is told of the votes, what speaks for each is worth talking about.
  const untold = items.length === 0 ? options.filter(({ reason }) => reason) : []
  return (
    <div class="stack-small">
      {items.length > 0 && <VoteBars items={items} />}
      {untold.length > 0 && (
        <ul class="room-list">
          {untold.map(({ id, label, reason }) => (
            <li key={id}>
              <b>{label}</b>
              <span class="vote-reason">{reason}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="small muted">{lead}</p>
    </div>
  )
}
