/** Where the result stands: a page of its own, or an example under a heading of the second level of another page. */
export type PagePlace = {
  title: 1 | 3
  section: 'h2' | 'h3'
  part: 3 | 4
  /** Before every id, so that an example has none that its page has too. */
  prefix: string
}

export function placeOnPage(isExample: boolean): PagePlace {
  return isExample
    ? { title: 3, section: 'h3', part: 4, prefix: 'voorbeeld-' }
    : { title: 1, section: 'h2', part: 3, prefix: '' }
}
