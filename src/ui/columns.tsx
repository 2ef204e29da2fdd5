import type { ComponentChildren, JSX } from 'preact'

/**
 * One column to read and answer in and, on wide screens, a quiet one beside it for what helps. On a phone
 * the second follows the first. It is no `aside`: that would be a landmark within the main one.
 */
export function Columns({ main, aside }: { main: ComponentChildren; aside: ComponentChildren }): JSX.Element {
  return (
    <div class="wrap columns">
      <div>{main}</div>
      <div class="aside">{aside}</div>
    </div>
  )
}
