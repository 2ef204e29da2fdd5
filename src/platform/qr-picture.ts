import { encode } from 'uqr'

/** Empty squares around the picture, without which not every camera finds it (ISO/IEC 18004). */
const BORDER = 4

/**
 * A QR picture of this text as SVG, as large as the element around it. `title` says what it is to who does not see
 * it. Black on white, also where the page is dark: few cameras read it the other way round.
 */
export function drawQrPicture(text: string, title: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: BORDER })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" ` +
    `role="img" aria-label="${escapeText(title)}">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${squares.join('')}"/></svg>`
  )
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }

function escapeText(text: string): string {
  return text.replace(/[&<"]/g, (character) => ENTITIES[character] ?? character)
}
