import type { ComponentChildren, JSX } from 'preact'

/** A big statement in words with the ladder beside it. */
export function LevelSummary({
  level,
  levels,
  heading,
  kicker,
  isDecoration = false,
  children,
}: {
  level: number | null
  levels: number
  heading: ComponentChildren
  kicker?: string
  /** The ladder is a picture and says nothing of somebody's level. */
  isDecoration?: boolean
  children: ComponentChildren
}): JSX.Element {
  return (
    <section class="verdict">
      <div class="stack">
        <div class="stack-small">
          {kicker && <p class="muted">{kicker}</p>}
          <h1>{heading}</h1>
        </div>
        {children}
      </div>
      <Rungs
        level={level ?? 0}
        levels={levels}
        {...(!isDecoration && level !== null && { label: `Niveau ${level} van ${levels}` })}
      />
    </section>
  )
}

function Rungs({ level, levels, label }: { level: number; levels: number; label?: string }): JSX.Element {
  const width = 300 / levels
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has one when it says something; as a decoration it is hidden
    <svg
      class="rungs"
      viewBox="0 0 300 190"
      focusable="false"
      {...(label ? { role: 'img' as const } : { 'aria-hidden': true })}
    >
      {label && <title>{label}</title>}
      {Array.from({ length: levels }, (_, index) => {
        const height = 44 + (146 * index) / Math.max(levels - 1, 1)
        return (
          <rect
            class={index < level ? 'rung on' : 'rung'}
            x={index * width + 4}
            y={190 - height}
            width={width - 8}
            height={height}
            rx="6"
            key={height}
          />
        )
      })}
    </svg>
  )
}
