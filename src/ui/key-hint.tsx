import type { JSX } from 'preact'

const ARROWS: Record<string, string> = {
  ArrowLeft: 'M13 8H3m4-4L3 8l4 4',
  ArrowRight: 'M3 8h10m-4-4 4 4-4 4',
}

/** Which key does the same, for who sees it; `name` as browsers call it. For others a control says so itself. */
export function KeyHint({ name }: { name: string }): JSX.Element {
  const arrow = ARROWS[name]
  return (
    <span class="key" aria-hidden="true">
      {arrow ? (
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={arrow} />
        </svg>
      ) : (
        name
      )}
    </span>
  )
}
