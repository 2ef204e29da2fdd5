/**
 * How something on a checklist stands: in place, begun, not there, not known, not answered. Told apart by
 * their shape alone, so that they stay readable without colours.
 */
export type TickState = 'full' | 'half' | 'empty' | 'unknown' | 'open'

export const TICK = 28

/** One cell of 28 by 28, at a place of its picture. The colours stand here too, for documents. */
export function tickShape(state: TickState, x: number, y: number): string {
  return `<g transform="translate(${round(x)} ${round(y)})">${SHAPES[state]}</g>`
}

const FRAME = 'x="1" y="1" width="26" height="26" rx="5"'

const SHAPES: Record<TickState, string> = {
  full:
    `<rect class="tick-full" fill="#0a5561" ${FRAME}/>` +
    '<path class="tick-sign" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="M8 14.500l4.500 4.500 8-9.500"/>',
  half:
    `<rect class="tick-edge" fill="none" stroke="#0a5561" stroke-width="2" ${FRAME}/>` +
    '<path class="tick-part" fill="#63a1a7" d="M2 21V6.500L21.500 26H7q-5 0-5-5z"/>',
  empty: `<rect class="tick-edge" fill="none" stroke="#0a5561" stroke-width="2" ${FRAME}/>`,
  unknown:
    `<rect class="tick-unknown" fill="none" stroke="#8a8f86" stroke-width="1.500" stroke-dasharray="4 3" ${FRAME}/>` +
    '<text class="word" fill="#4c5866" font-size="17" x="14" y="20" text-anchor="middle">?</text>',
  open: '<path class="tick-open" fill="none" stroke="#8a8f86" stroke-width="2" stroke-linecap="round" d="M9 14h10"/>',
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
