import type { JSX } from 'preact'

export type SummaryItem = {
  label: string
  value: string
  /** Nothing has been given yet; the value says so. */
  isOpen?: boolean
  note?: string
  href: string
  action?: string
  /** What the link is about, for those who hear it apart from its row. */
  context: string
}

/** Controleer je antwoorden: question, answer, and a link to change it. */
export function SummaryList({ items }: { items: SummaryItem[] }): JSX.Element {
  return (
    <dl class="summary-list">
      {items.map(({ label, value, isOpen, note, href, action = 'Wijzig', context }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class={isOpen ? 'value open' : 'value'}>{value}</dd>
          <dd>
            <a href={href}>
              {action}
              <span class="visually-hidden">{` ${context}`}</span>
            </a>
          </dd>
          {note && <dd class="own-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
