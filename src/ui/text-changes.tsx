import type { JSX } from 'preact'

/**
 * A text with what went and what came, word by word. What went is struck through and what came underlined, never told
 * by colour alone; who hears the page hears which is which.
 */
export function TextChanges({
  parts,
}: {
  parts: { kind: 'same' | 'removed' | 'added'; text: string }[]
}): JSX.Element {
  return (
    <p class="text-changes">
      {parts.map(({ kind, text }, index) => {
        const key = `${index}${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Mark key={key}>
            <span class="visually-hidden">{kind === 'added' ? ' Erbij: ' : ' Weg: '}</span>
            {text}
            <span class="visually-hidden">. </span>
          </Mark>
        )
      })}
    </p>
  )
}
