import type { JSX } from 'preact'

/** An option with how many chose it: in words, and as a bar of which a part is sure and a part may be. */
export type VoteBar = {
  label: string
  words: string | null
  bar: { sure: number; possible: number } | null
  /** What speaks for it; of options that were counted together one each. */
  reasons?: string[]
}

/** What a vote came to; without bars the place in the list is all there is to say. */
export function VoteBars({ items }: { items: VoteBar[] }): JSX.Element {
  const List = items.some(({ bar }) => bar) ? 'ul' : 'ol'
  return (
    <List class="vote-bars">
      {items.map(({ label, words, bar, reasons = [] }) => (
        <li key={label}>
          <b>{label}</b>
          {words && <span class="vote-words">{words}</span>}
          {bar && (
            <svg aria-hidden="true" width="100%" height="12">
              <rect class="cell" width="100%" height="12" rx="3" />
              <rect class="possible" width={percent(bar.possible)} height="12" rx="3" />
              <rect class="sure" width={percent(bar.sure)} height="12" rx="3" />
            </svg>
          )}
          {reasons.map((reason) => (
            <p class="vote-reason" key={reason}>
              {reason}
            </p>
          ))}
        </li>
      ))}
    </List>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
