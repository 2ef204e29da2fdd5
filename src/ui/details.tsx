import type { ComponentChildren, JSX } from 'preact'

/** Something that opens on request. `context` tells apart those with the same words. */
export function Details({
  summary,
  context,
  children,
}: {
  summary: string
  context?: string
  children: ComponentChildren
}): JSX.Element {
  return (
    <details>
      <summary>
        {summary}
        {context && <span class="visually-hidden">{` ${context}`}</span>}
      </summary>
      {children}
    </details>
  )
}
