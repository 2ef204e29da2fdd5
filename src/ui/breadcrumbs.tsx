import type { JSX } from 'preact'

/** Where this page lies: the pages above it, and its own name. */
export function Breadcrumbs({
  items,
  current,
  label = 'Kruimelpad',
}: {
  items: { label: string; href: string }[]
  current: string
  label?: string
}): JSX.Element {
  return (
    <nav class="breadcrumbs" aria-label={label}>
      <ol>
        {items.map(({ label: name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
