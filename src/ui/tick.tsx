import type { JSX } from 'preact'
import { TICK, type TickState, tickShape } from './charts/tick-shape.ts'

/** How a point of a checklist stands. It only repeats the word that stands beside it, and is silent. */
export function Tick({ state }: { state: TickState }): JSX.Element {
  return (
    <svg
      class="ladder tick"
      viewBox={`0 0 ${TICK} ${TICK}`}
      aria-hidden="true"
      // Drawn from constants: nothing in it comes from a visitor.
      dangerouslySetInnerHTML={{ __html: tickShape(state, 0, 0) }}
    />
  )
}
