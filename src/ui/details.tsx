import type { ComponentChildren, JSX } from 'preact'

/** More for whoever wants it. `context` tells summaries with the same words apart for those who hear them. */
export function Details({
  summary,
  context,
  isOpen = false,
  children,
}: {
  summary: string
  context?: string
  isOpen?: boolean
  children: ComponentChildren
}): JSX.Element {
  return (
    <details open={isOpen}>
      <summary>
        {summary}
        {context && <span class="visually-hidden">{` ${context}`}</span>}
      </summary>
      {children}
    </details>
  )
}
