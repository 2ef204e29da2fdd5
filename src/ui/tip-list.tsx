import type { JSX } from 'preact'

export type TipItem = {
  text: string
  /** For whom or when the tip is meant. */
  label?: string
  sources: { title: string; publisher?: string | undefined; kind: string; link?: string | undefined }[]
  see?: { label: string; href: string }[]
}

/** Tips with where they come from. */
export function TipList({ tips }: { tips: TipItem[] }): JSX.Element {
  return (
    <ul class="tips">
      {tips.map(({ text, label, sources, see = [] }) => (
        <li key={text}>
          {label && <span class="tip-label muted small">{label}</span>}
          {text}
          {sources.map((source) => (
            <SourceLine {...source} key={source.title} />
          ))}
          {see.map(({ label: statement, href }) => (
            <span class="source" key={href}>
              Zie ook: <a href={href}>{statement}</a>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function SourceLine({ title, publisher, kind, link }: TipItem['sources'][number]): JSX.Element {
  const isNamed = publisher && publisher !== title
  return (
    <span class="source">
      {`${kind.charAt(0).toUpperCase()}${kind.slice(1)}: `}
      {link ? <a href={link}>{title}</a> : <cite>{title}</cite>}
      {isNamed && `, ${publisher}`}
    </span>
  )
}
