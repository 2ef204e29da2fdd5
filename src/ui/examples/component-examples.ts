import type { JSX } from 'preact'

/** A component with the states it can be in, each ready to be drawn. */
export type ComponentExamples = {
  component: string
  examples: { name: string; render: () => JSX.Element }[]
}
