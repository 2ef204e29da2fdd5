import type { ComponentChildren, JSX } from 'preact'

/** Something that was found: what it is, its name, and the words around what was looked for. */
export type ResultItem = {
  kicker: string
  title: string
  href: string
  text?: ComponentChildren
  note?: string
}

/** A list to walk through; the whole row can be pressed. */
export function ResultList({
  items,
  start = 1,
  headingLevel = 3,
}: {
  items: ResultItem[]
  start?: number
  headingLevel?: 2 | 3 | 4
}): JSX.Element {
  const Heading = `h${headingLevel}` as const
  return (
    <ol class="results" start={start}>
      {items.map(({ kicker, title, href, text, note }) => (
        <li key={href}>
          <p class="small muted">{kicker}</p>
          <Heading class="h3">
            <a href={href} class="whole-row">
              {title}
            </a>
          </Heading>
          {text && <p>{text}</p>}
          {note && <p class="small muted">{note}</p>}
        </li>
      ))}
    </ol>
  )
}
