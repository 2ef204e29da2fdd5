import type { JSX } from 'preact'

export type SummaryItem = {
  label: string
  value: string
  isOpen: boolean
  note?: string
  href: string
  action: string
  /** What the link is about, for who hears it out of its row. */
  context: string
}

/** What was answered, each with a way back to change it. */
export function SummaryList({ items }: { items: SummaryItem[] }): JSX.Element {
  return (
    <dl class="summary">
      {items.map(({ label, value, isOpen, note, href, action, context }) => (
        <div key={href}>
          <dt>{label}</dt>
          <dd>
            <span class={isOpen ? 'muted' : 'summary-value'}>{value}</span>
            {note && <span class="summary-note muted small">{`Notitie: ${note}`}</span>}
            <a href={href}>
              {action}
              <span class="visually-hidden">{` ${context}`}</span>
            </a>
          </dd>
        </div>
      ))}
    </dl>
  )
}
