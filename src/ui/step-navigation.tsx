import type { JSX } from 'preact'

export type Step = { label: string; href: string }

/** One back, one on. The words say where to. */
export function StepNavigation({
  previous,
  next,
  label = 'Vorige en volgende',
}: {
  previous?: Step
  next?: Step
  label?: string
}): JSX.Element {
  return (
    <nav class="step-navigation" aria-label={label}>
      {previous ? (
        <a href={previous.href} rel="prev">
          <span aria-hidden="true">‹ </span>
          {previous.label}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a href={next.href} rel="next">
          {next.label}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  )
}
