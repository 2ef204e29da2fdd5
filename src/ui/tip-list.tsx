import type { JSX } from 'preact'

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

export type Tip = { text: string; label?: string; sources: TipSource[]; examples?: TipExample[] }

/** Tips with, under each, where it comes from and who did it before. */
export function TipList({ tips }: { tips: Tip[] }): JSX.Element {
  return (
    <ul class="tips">
      {tips.map(({ text, label, sources, examples }) => (
        <li key={text}>
          {label && <span class="tip-label">{label}</span>} {text}
          {sources.map((source) => (
            <SourceLine {...source} key={source.title} />
          ))}
          {examples?.map(({ place, title, href }) => (
            <span class="source" key={href}>
              {` Zo deed ${place} het: `}
              <a href={href}>{title}</a>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function SourceLine({ title, publisher, link, kind, about }: TipSource): JSX.Element {
  const href = link ?? about
  const after = [publisher !== title && publisher, kind].filter(Boolean).join(' · ')
  return (
    <span class="source">
      {' Bron: '}
      {href ? <a href={href}>{title}</a> : title}
      {after && `, ${after}`}
    </span>
  )
}
