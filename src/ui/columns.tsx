import type { ComponentChildren, JSX } from 'preact'

/** One column for reading and answering; on a wide screen a quiet second one for what helps. */
export function Columns({ main, aside }: { main: ComponentChildren; aside: ComponentChildren }): JSX.Element {
  return (
    <div class="wrap page columns">
      <div>{main}</div>
      <aside class="aside">{aside}</aside>
    </div>
  )
}
