import type { JSX } from 'preact'

export type CardItem = { label: string; detail?: string; href?: string; isMarked?: boolean }
export type Card = { title: string; items: CardItem[]; empty?: string; note?: string }

/** Short lists beside each other. A marked item has a pencil stroke: it stands out. */
export function CardList({ cards, headingLevel = 3 }: { cards: Card[]; headingLevel?: 3 | 4 }): JSX.Element {
  const Heading = `h${headingLevel}` as const
  return (
    <div class="cards">
      {cards.map(({ title, items, empty, note }) => (
        <div class="card" key={title}>
          <Heading class="h3">{title}</Heading>
          {items.length > 0 && (
            <ul>
              {items.map((item) => (
                <CardLine {...item} key={item.label} />
              ))}
            </ul>
          )}
          {items.length === 0 && empty && <p class="muted">{empty}</p>}
          {note && <p class="small muted">{note}</p>}
        </div>
      ))}
    </div>
  )
}

function CardLine({ label, detail, href, isMarked }: CardItem): JSX.Element {
  const words = isMarked ? <span class="pencil">{label}</span> : label
  return (
    <li>
      {href ? <a href={href}>{words}</a> : words}
      {detail && <span class="detail muted">{` ${detail}`}</span>}
    </li>
  )
}
