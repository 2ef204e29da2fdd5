import type { LevelScale } from './level-scale.ts'

/** A bar; without a value its word stands in its place, as "te weinig bekend". */
export type LevelBar = { label: string; value: number | null; word: string; note?: string }

export type LevelBarsOptions = {
  /** Makes the ids unique within a page. */
  idPrefix: string
  title: string
  scale: LevelScale
  bars: LevelBar[]
}
