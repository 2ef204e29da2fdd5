const ALLOWED = new Set(['https:', 'http:', 'mailto:'])

/** The address as a browser would understand it; null when it may not stand in a document. What is judged is what is written. */
export function allowedAddress(link: string): string | null {
  if (!URL.canParse(link)) return null
  const { protocol, href } = new URL(link)
  return ALLOWED.has(protocol) ? href : null
}
