import type { Run } from './documents/document.ts'

/** Where a tip comes from. `kind` is a word for what it is, such as "training". */
export type TipSource = {
  title: string
  publisher?: string | undefined
  link?: string | undefined
  kind?: string | undefined
  /** A page of our own that says more: for a source without a link, or whose link is gone. */
  about?: string | undefined
}

/** What others did with the same advice: "In Zaanstad: …". */
export type TipExample = { place: string; title: string; href: string }

/** The lines under a tip: where it comes from, and who did it before. */
export function tipLines({
  sources,
  examples = [],
}: {
  sources: TipSource[]
  examples?: TipExample[]
}): Run[][] {
  return [...sources.map(sourceLine), ...examples.map(exampleLine)]
}

function sourceLine({ title, publisher, link, kind, about }: TipSource): Run[] {
  const href = link ?? about
  const after = [publisher !== title && publisher, kind].filter(Boolean).join(' · ')
  return [
    { text: 'Bron: ' },
    { text: title, ...(href && { link: href }) },
    ...(after ? [{ text: `, ${after}` }] : []),
  ]
}

function exampleLine({ place, title, href }: TipExample): Run[] {
  return [{ text: `Zo deed ${place} het: ` }, { text: title, link: href }]
}
