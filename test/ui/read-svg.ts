/** The texts that are drawn, without what is only said. */
export function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '')
}

/** The widths of the rectangles of a class, in units or percents. */
export function widthsOf(svg: string, className: string): number[] {
  const rectangles = [...svg.matchAll(new RegExp(`<rect class="${className}"[^>]*>`, 'g'))]
  return rectangles.map(([rectangle]) => Number.parseFloat(/ width="([^"]+)"/.exec(rectangle)?.[1] ?? ''))
}
