/** Text as it can stand in SVG, whatever it holds. */
export function escapeXml(text: string): string {
  return [...text.toWellFormed()]
    .filter(isAllowed)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** XML knows no control characters but tab and line ends, written out or not. */
function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= 32 ? code !== 0xfffe && code !== 0xffff : code === 9 || code === 10 || code === 13
}

/** A number with at most one decimal, as coordinates have it. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10)
}
