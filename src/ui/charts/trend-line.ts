/** Where something stood at one moment. */
export type TrendPoint = (
  | {
      kind: 'known'
      value: number
      figure: string
      /** What stands after the figure: "goed op weg", "van 8 punten". */
      word: string
      /** Both in one phrase: "goed op weg (3,1)", "5 van 8 punten". */
      phrase: string
    }
  /** Too little is known for a figure. */
  | { kind: 'unknown' }
  /** There was nothing to measure at that moment. */
  | { kind: 'absent' }
) & {
  /** What is measured changed since the point before, so that no line may join them. */
  isBroken: boolean
}

/** The height of a picture: its ends, and the words that stand along it. */
export type TrendScale = { min: number; max: number; steps: { at: number; label: string }[] }

/** One line, with a point for each moment. */
export type TrendLine = { label: string; scale: TrendScale; points: TrendPoint[] }

/** A moment in words, and the same in short lines for under the picture. */
export type TrendMoment = { label: string; lines: string[] }

export type TrendLinesOptions = {
  /** Makes the ids unique within a page. */
  idPrefix: string
  title: string
  /** Oldest first. */
  moments: TrendMoment[]
  /** The first one is drawn large: the whole, of which the others are parts. */
  lines: TrendLine[]
}
