import type { JSX } from 'preact'

/** Says what has been saved, near the thumb on a phone. Empty until something is known. */
export function SaveStatus({ text }: { text: string }): JSX.Element {
  return (
    <p class="save-status small" data-save-status={text ? 'ja' : 'nee'}>
      {text}
    </p>
  )
}
