import type { JSX } from 'preact'

export function Breadcrumbs({
  items,
  current,
}: {
  items: { label: string; href: string }[]
  current: string
}): JSX.Element {
  return (
    <nav class="breadcrumbs muted" aria-label="Je bent hier">
      <ol>
        {items.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
