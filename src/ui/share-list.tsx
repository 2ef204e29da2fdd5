import type { JSX } from 'preact'

/** How many steps a share is drawn in. */
const STEPS = 3
const [WIDTH, GAP, HEIGHT] = [22, 3, 12]

/** A part of a whole in rough steps: how many of the three are filled; none is next to nothing, and the same in words. */
export type ShareItem = { label: string; steps: number; words: string }

/** How something is divided, roughly: no figures, a few steps and their words. */
export function ShareList({ items }: { items: ShareItem[] }): JSX.Element {
  return (
    <ul class="share-list">
      {items.map(({ label, steps, words }) => (
        <li key={label}>
          <span>{`${label}: `}</span>
          <svg viewBox={`0 0 ${STEPS * (WIDTH + GAP) - GAP} ${HEIGHT}`} aria-hidden="true">
            {Array.from({ length: STEPS }, (_, index) => (
              <rect
                class={index < steps ? 'on' : undefined}
                x={index * (WIDTH + GAP)}
                width={WIDTH}
                height={HEIGHT}
                rx="2"
                key={index}
              />
            ))}
          </svg>
          <span class="muted">{words}</span>
        </li>
      ))}
    </ul>
  )
}
