import type { JSX } from 'preact'

/** Codes to keep: easy to copy by hand, one per line. */
export function CodeList({ codes }: { codes: string[] }): JSX.Element {
  return (
    <ul class="codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  )
}
