import type { JSX } from 'preact'

export type RowItem = { title: string; text: string; href: string }

/** Ways on, each a whole row to press. `isWide` sets them beside each other where there is room. */
export function RowList({
  items,
  isNumbered = false,
  isWide = false,
}: {
  items: RowItem[]
  isNumbered?: boolean
  isWide?: boolean
}): JSX.Element {
  const List = isNumbered ? 'ol' : 'ul'
  return (
    <List class={isWide ? 'kinds' : 'rows'}>
      {items.map(({ title, text, href }) => (
        <li key={href}>
          <a href={href} class="row">
            <b>{title}</b>
            <span class="muted">{text}</span>
          </a>
        </li>
      ))}
    </List>
  )
}
