import type { JSX } from 'preact'
import { TICK, type TickState, tickShape } from './charts/tick-shape.ts'

const GAP = 8
const STEP = TICK + GAP

/** Every point of a checklist at once, for beside the words of a verdict. Without a label it is silent. */
export function TickGrid({ ticks, label }: { ticks: TickState[]; label?: string }): JSX.Element {
  const columns = Math.max(Math.ceil(Math.sqrt(ticks.length * 1.5)), 1)
  const lines = Math.max(Math.ceil(ticks.length / columns), 1)
  const drawing = ticks
    .map((state, index) => tickShape(state, (index % columns) * STEP, Math.floor(index / columns) * STEP))
    .join('')
  const viewBox = `0 0 ${columns * STEP - GAP} ${lines * STEP - GAP}`
  return label ? (
    <svg
      class="tick-grid"
      viewBox={viewBox}
      role="img"
      aria-label={label}
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
  ) : (
    <svg
      class="tick-grid"
      viewBox={viewBox}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
  )
}
