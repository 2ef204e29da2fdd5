import type { ComponentChildren, JSX } from 'preact'

/** A remark on the page. `pencil` marks what stands out, as a reader would with a pencil. */
export function Notice({
  children,
  kind = 'plain',
}: {
  children: ComponentChildren
  kind?: 'plain' | 'pencil'
}): JSX.Element {
  return <p class={kind === 'pencil' ? 'notice pencil' : 'notice'}>{children}</p>
}
