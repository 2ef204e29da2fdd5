import { coordinate, escapeXml } from './svg.ts'

export type LevelBar = {
  label: string
  /** On the scale, or null when too little is known. */
  value: number | null
  /** The value in words; stands instead of the bar when there is no value. */
  word: string
}

export type LevelBarsOptions = {
  /** Makes ids on a page differ. */
  idPrefix: string
  title: string
  scale: { min: number; max: number; labels: string[] }
  bars: LevelBar[]
}

export type LevelBars = {
  title: string
  /** The whole chart in words, for who does not see it. */
  description: string
  /** SVG for 640 px and wider. */
  wide: string
  /** SVG with the labels above the bars, for a phone. */
  narrow: string
}

/**
 * Horizontal bars on a scale of levels. The words are on the axis, the figures in a column of their own;
 * colours come from classes, with attributes to fall back on where no stylesheet is.
 */
export function levelBars(options: LevelBarsOptions): LevelBars {
  const description = describe(options)
  return {
    title: options.title,
    description,
    wide: drawWide(options, description),
    narrow: drawNarrow(options, description),
  }
}

function describe({ bars }: LevelBarsOptions): string {
  return `${bars.map(({ label, value, word }) => `${label}: ${value === null ? word : `${dutch(value)}, ${word}`}`).join('; ')}.`
}

function drawWide(options: LevelBarsOptions, description: string): string {
  const { bars, scale } = options
  const [left, right, top, step] = [190, 640, 48, 54]
  const height = top + bars.length * step
  const x = toX(scale, left + 10, right)
  const axis = scale.labels.map((label, index) => {
    const at = coordinate(x(scale.min + index))
    return `<line class="chart-grid" x1="${at}" x2="${at}" y1="34" y2="${height - 10}" stroke="#ddd"/><text class="chart-axis" x="${at}" y="20" text-anchor="middle" font-size="15">${escapeXml(label)}</text>`
  })
  const rows = bars.map(({ label, value, word }, index) => {
    const y = top + index * step
    const name = `<text class="chart-label" x="${left - 18}" y="${y + 20}" text-anchor="end" font-size="17">${escapeXml(label)}</text>`
    if (value === null) {
      return `${name}<text class="chart-axis" x="${left + 6}" y="${y + 20}" font-size="15">${escapeXml(word)}</text>`
    }
    return `${name}<rect class="chart-bar" x="${left}" y="${y + 2}" width="${coordinate(x(value) - left)}" height="24" rx="4" fill="#0a5561"/><text class="chart-value" x="752" y="${y + 20}" text-anchor="end" font-size="17" font-weight="700">${dutch(value)}</text>`
  })
  return frame(options, description, 'breed', 760, height, [...axis, ...rows])
}

function drawNarrow(options: LevelBarsOptions, description: string): string {
  const { bars, scale } = options
  const [left, right, top, step] = [0, 316, 34, 64]
  const height = top + bars.length * step
  const x = toX(scale, left + 14, right)
  const ends = [scale.labels[0] ?? '', scale.labels.at(-1) ?? '']
  const grid = scale.labels.map((_, index) => {
    const at = coordinate(x(scale.min + index))
    return `<line class="chart-grid" x1="${at}" x2="${at}" y1="26" y2="${height - 8}" stroke="#ddd"/>`
  })
  const axis = `<text class="chart-axis" x="0" y="15" font-size="15">${escapeXml(ends[0] ?? '')}</text><text class="chart-axis" x="320" y="15" text-anchor="end" font-size="15">${escapeXml(ends[1] ?? '')}</text>`
  const rows = bars.map(({ label, value, word }, index) => {
    const y = top + index * step
    const name = `<text class="chart-label chart-halo" x="0" y="${y + 16}" font-size="17">${escapeXml(label)}</text>`
    if (value === null)
      return `${name}<text class="chart-axis chart-halo" x="0" y="${y + 40}" font-size="15">${escapeXml(word)}</text>`
    return `${name}<text class="chart-value chart-halo" x="320" y="${y + 16}" text-anchor="end" font-size="17" font-weight="700">${dutch(value)}</text><rect class="chart-bar" x="0" y="${y + 25}" width="${coordinate(x(value))}" height="18" rx="4" fill="#0a5561"/>`
  })
  return frame(options, description, 'smal', 320, height, [...grid, axis, ...rows])
}

function frame(
  { idPrefix, title }: LevelBarsOptions,
  description: string,
  form: string,
  width: number,
  height: number,
  parts: string[],
): string {
  const id = `${escapeXml(idPrefix)}-${form}`
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-titel ${id}-tekst" focusable="false"><title id="${id}-titel">${escapeXml(title)}</title><desc id="${id}-tekst">${escapeXml(description)}</desc>${parts.join('')}</svg>`
}

/** From a value to a place; what lies outside the scale stays on its edge. */
function toX(
  { min, max }: LevelBarsOptions['scale'],
  left: number,
  right: number,
): (value: number) => number {
  return (value) => left + ((Math.min(Math.max(value, min), max) - min) / (max - min || 1)) * (right - left)
}

function dutch(value: number): string {
  return value.toFixed(1).replace('.', ',')
}
