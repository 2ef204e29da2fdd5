import type { JSX } from 'preact'

const RUNGS = [
  { x: 1.5, y: 22, opacity: 1 },
  { x: 7.6, y: 17.5, opacity: 1 },
  { x: 13.7, y: 13, opacity: 1 },
  { x: 19.8, y: 8, opacity: 0.55 },
  { x: 25.9, y: 2.5, opacity: 0.3 },
]

/** The mark of the product: a ladder of five rungs, three of them climbed, and its name. */
export function Mark({ href, name = 'QuickScan' }: { href: string; name?: string }): JSX.Element {
  return (
    <a class="mark" href={href}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        {RUNGS.map(({ x, y, opacity }) => (
          <rect x={x} y={y} width="4.8" height={30 - y} rx="1.2" opacity={opacity} key={x} />
        ))}
      </svg>
      {name}
    </a>
  )
}
