import type { ComponentChildren, JSX } from 'preact'

/** Something that opens on request. `context` tells apart those with the same words. */
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
