import type { JSX } from 'preact'

export type Card = {
  title: string
  items: { label: string; href: string; detail?: string; isMarked?: boolean }[]
  /** What stands there when there are no items. */
  empty: string
  note?: string
}

/** Short lists beside each other, each item a link to where it is explained. */
export function CardList({ cards }: { cards: Card[] }): JSX.Element {
  return (
    <div class="cards">
      {cards.map(({ title, items, empty, note }) => (
        <section class="card stack-small" key={title}>
          <h3>{title}</h3>
          {items.length === 0 ? (
            <p class="muted">{empty}</p>
          ) : (
            <ul>
              {items.map(({ label, href, detail, isMarked }) => (
                <li key={href}>
                  <a href={href} class={isMarked ? 'marked' : undefined}>
                    {label}
                  </a>
                  {detail && <span class="muted">{` ${detail}`}</span>}
                </li>
              ))}
            </ul>
          )}
          {note && <p class="small muted">{note}</p>}
        </section>
      ))}
    </div>
  )
}
