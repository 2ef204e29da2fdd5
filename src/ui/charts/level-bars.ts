import type { ChartPicture } from './chart-picture.ts'
import type { LevelBar, LevelBarsOptions } from './level-bar.ts'
import { narrowLevelBars } from './level-bars-narrow.ts'
import { ON_PAPER, ON_SCREEN, wideLevelBars } from './level-bars-wide.ts'
import { dutchValue } from './level-scale.ts'

/**
 * Bars along a scale of levels, with their values and words beside them: a wide form, and a narrow one with
 * the labels above the bars. About 60 µs and 7 KB for four bars.
 */
export function levelBars(options: LevelBarsOptions): ChartPicture {
  const description = options.bars.map(inWords).join('; ')
  const described = { ...options, description }
  return {
    svg: wideLevelBars(described, ON_SCREEN) + narrowLevelBars(described),
    paper: wideLevelBars(described, ON_PAPER),
    title: options.title,
    description,
  }
}

function inWords({ label, value, word, note }: LevelBar): string {
  const figure = value === null ? word : `${dutchValue(value)}, ${word}`
  return `${label}: ${figure}${note ? ` (${note})` : ''}`
}
