import { strFromU8, unzipSync } from 'fflate'

/** What stands between these tags is one text for whoever reads a page. */
const TEXTS = /<(h[1-3]|p|li|td|th|dt|dd|figcaption|caption|text)\b[^>]*>(.*?)<\/\1>/gs

/** White space of an open document (ODF 1.3 part 3, 6.1), and what ends a text in it. */
const SPACES = /<text:(?:s|tab|line-break)\b[^>]*\/>/g
const ENDS = /<\/text:[ph]>/g

/** A word beside another, in a look of its own. */
const DETAIL = /(?=<span class="(?:detail|state|small)\b)/

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The texts of a page's own content, each once: headings, paragraphs, items of lists, cells and words in drawings. */
export function textsOf(html: string): string[] {
  const content = withoutHidden(/<main\b.*<\/main>/s.exec(html)?.[0] ?? '')
  const texts = [...content.matchAll(TEXTS)].flatMap(([, , inner = '']) => inner.split(DETAIL).map(readable))
  return [...new Set(texts.filter(Boolean))]
}

/** Where the tips of a page lead: their sources, and who did it before. */
export function sourceLinksOf(html: string): string[] {
  const lines = [...html.matchAll(/<span class="source">(.*?)<\/span>/gs)].map(([, inner = '']) => inner)
  return lines.flatMap((line) => [...line.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => decoded(href)))
}

/** The text of an open document, without its drawings, and where its links lead. */
export function readPackage(bytes: Uint8Array): { text: string; links: string[] } {
  const file = unzipSync(bytes)['content.xml']
  if (!file) throw new Error('the package has no content.xml')
  const content = strFromU8(file)
  return {
    text: readable(content.replace(SPACES, ' ').replace(ENDS, ' ')),
    links: [...content.matchAll(/<text:a [^>]*xlink:href="([^"]*)"/g)].map(([, href = '']) => decoded(href)),
  }
}

/** With every white space the same, and what joins or hides letters left out. */
export function normalised(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text of a PDF without the foot of each page. */
export function withoutFeet(text: string): string {
  return normalised(text.replace(/^.*\n*\s*\d+ van \d+\s*\f/gm, ' ').replaceAll('\f', ' '))
}

function readable(html: string): string {
  const plain = html
    .replace(/<(?:title|desc)\b.*?<\/(?:title|desc)>/gs, '')
    .replace(/<svg\b.*?<\/svg>/gs, '')
    .replace(/<\/(?:li|p|span|dt|dd)>/g, ' ')
    .replace(/<[^>]+>/g, '')
  return normalised(decoded(plain))
}

function decoded(html: string): string {
  return html.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** Blocks that paper does not have: their tag closes them, none holds another of its kind. */
function withoutHidden(html: string): string {
  return html.replace(/<(section|p|div|form)\b[^>]*class="[^"]*print-hidden[^"]*"[^>]*>.*?<\/\1>/gs, '')
}
