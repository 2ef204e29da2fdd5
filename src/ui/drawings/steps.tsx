import type { ComponentChildren, JSX } from 'preact'

/** A pencil that ticks the next rung. */
export function LadderDrawing(): JSX.Element {
  return (
    <Drawing>
      <rect class="drawing-soft" x="8" y="58" width="14" height="26" rx="3" />
      <rect class="drawing-soft" x="28" y="44" width="14" height="40" rx="3" />
      <rect class="drawing-line" x="48" y="30" width="14" height="54" rx="3" />
      <path class="drawing-fill" d="M66 34 94 6l10 10-28 28-13 3z" />
      <path class="drawing-line" d="m88 12 10 10" />
    </Drawing>
  )
}

/** Two people who talk: two balloons, one over the other. */
export function TalkDrawing(): JSX.Element {
  return (
    <Drawing>
      <path
        class="drawing-soft"
        d="M8 14h56a6 6 0 0 1 6 6v26a6 6 0 0 1-6 6H30L16 64V52H8a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6z"
      />
      <path
        class="drawing-line"
        d="M56 38h44a6 6 0 0 1 6 6v24a6 6 0 0 1-6 6h-4v12L84 74H56a6 6 0 0 1-6-6V44a6 6 0 0 1 6-6z"
      />
      <path class="drawing-line" d="M62 52h32M62 62h20" />
    </Drawing>
  )
}

/** A note on which the first promise has been ticked. */
export function PlanDrawing(): JSX.Element {
  return (
    <Drawing>
      <path class="drawing-line" d="M20 8h50l18 18v56a4 4 0 0 1-4 4H20a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4z" />
      <path class="drawing-soft" d="M70 8v14a4 4 0 0 0 4 4h14z" />
      <path class="drawing-accent" d="m28 42 6 6 11-13" />
      <path class="drawing-line" d="M54 42h22M30 60h46M30 72h30" />
    </Drawing>
  )
}

function Drawing({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <svg class="drawing" viewBox="0 0 110 92" width="110" height="92" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}
