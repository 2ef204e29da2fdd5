import type { JSX } from 'preact'

/**
 * "Bewaard om 14.05" for the whole form. On a phone it stays in sight at the bottom of the window. Empty
 * until something is known; the autosave script finds it by its data attribute.
 */
export function SaveStatus({ text = '' }: { text?: string }): JSX.Element {
  return (
    <p class="save-status" role="status" data-save-status="">
      {text}
    </p>
  )
}
