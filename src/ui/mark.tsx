import type { JSX } from 'preact'

/** The mark of the product: five rungs of a ladder, of which three have been climbed. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark-picture" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect x="1.5" y="22" width="4.8" height="8" rx="1.2" />
      <rect x="7.6" y="17.5" width="4.8" height="12.5" rx="1.2" />
      <rect x="13.7" y="13" width="4.8" height="17" rx="1.2" />
      <rect x="19.8" y="8" width="4.8" height="22" rx="1.2" opacity=".5" />
      <rect x="25.9" y="2.5" width="4.8" height="27.5" rx="1.2" opacity=".28" />
    </svg>
  )
}
