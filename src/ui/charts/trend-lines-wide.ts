import { pictureFrame } from './picture-frame.ts'
import type { TrendLine, TrendLinesOptions, TrendMoment } from './trend-line.ts'
import { DATE_LINE, drawWidePanel, TITLE, type WidePlot } from './trend-panel-wide.ts'
import { dateLines, hasUnknown } from './trend-shape.ts'
import { wrapWords } from './wrap-words.ts'

const LEFT = 112
const RIGHT = 120
const STEP = 32
const LOWEST = 104
const ROOM_ABOVE = 28
const UNKNOWN = 34
const ROW_END = 34

type Panel = { line: TrendLine; left: number; width: number; titles: string[] }

/** How wide it is, and one of two beside each other; a narrower drawing has larger letters on the same paper. */
type Room = { width: number; half: number }

export const ON_SCREEN: Room = { width: 960, half: 460 }
export const ON_PAPER: Room = { width: 800, half: 390 }

/** The form for 640 px and more, and for paper: the whole on top, the parts two by two below it. */
export function wideTrendLines(
  options: TrendLinesOptions & { description: string },
  { width, half }: Room,
): string {
  const { lines, moments } = options
  const [whole, ...parts] = lines
  let top = 0
  let content = ''
  const add = (panels: Panel[]) => {
    const drawn = drawRow(panels, moments, top)
    content += drawn.content
    top = drawn.end
  }
  if (whole) add([panelOf(whole, 0, width)])
  for (let index = 0; index < parts.length; index += 2) {
    const pair = parts.slice(index, index + 2)
    add(pair.map((line, place) => panelOf(line, place * (width - half), half)))
  }
  const height = Math.max(top - ROW_END, 1)
  return pictureFrame({
    ...options,
    id: `${options.idPrefix}-breed`,
    className: 'wide-form',
    size: `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="17"`,
    content,
  })
}

function panelOf(line: TrendLine, left: number, width: number): Panel {
  return { line, left, width, titles: wrapWords(line.label, Math.floor(width / 10)) }
}

/** Panels beside each other share their height, so that equal levels lie equally high. */
function drawRow(panels: Panel[], moments: TrendMoment[], top: number): { content: string; end: number } {
  const titled = Math.max(...panels.map(({ titles }) => titles.length)) * TITLE
  const height = Math.max(LOWEST, ...panels.map(({ line }) => (line.scale.steps.length - 1) * STEP))
  const plotTop = top + titled + ROOM_ABOVE
  const bottom = plotTop + height
  const unknownAt = bottom + UNKNOWN
  const axis = panels.some(({ line }) => hasUnknown(line)) ? unknownAt : bottom
  const content = panels.map(({ line, left, width, titles }) => {
    const plot: WidePlot = {
      left: left + LEFT,
      right: left + width - RIGHT,
      top: plotTop,
      bottom,
      unknownAt,
      axis,
    }
    return drawWidePanel({ line, left, top, titles }, moments, plot)
  })
  return { content: content.join(''), end: axis + 14 + dateLines(moments) * DATE_LINE + ROW_END }
}
