import type { JSX } from 'preact'

/** Where a tip comes from. `kind` is a word for what it is, such as "training". */
export type TipSource = {
  title: string
  publisher?: string | undefined
  link?: string | undefined
  kind?: string | undefined
}
export type Tip = { text: string; label?: string; sources: TipSource[] }

/** Tips with, under each, where it comes from. */
export function TipList({ tips }: { tips: Tip[] }): JSX.Element {
  return (
    <ul class="tips">
      {tips.map(({ text, label, sources }) => (
        <li key={text}>
          {label && <span class="tip-label">{label}</span>} {text}
          {sources.map((source) => (
            <SourceLine {...source} key={source.title} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function SourceLine({ title, publisher, link, kind }: TipSource): JSX.Element {
  const after = [publisher !== title && publisher, kind].filter(Boolean).join(' · ')
  return (
    <span class="source">
      {' Bron: '}
      {link ? <a href={link}>{title}</a> : title}
      {after && `, ${after}`}
    </span>
  )
}
