import type { JSX } from 'preact'
import type { Trend } from '#domain/trend.ts'
import { Notice } from '#ui/notice.tsx'
import { breakWords } from '#words/break-words.ts'

/** Where the instrument itself changed between two scans. */
export function Breaks({ trend }: { trend: Trend }): JSX.Element {
  return (
    <>
      {breakWords(trend).map(({ title, text }) => (
        <Notice kind="pencil" key={title}>
          <p>
            <b>{title}</b>
          </p>
          <p>{text}</p>
        </Notice>
      ))}
    </>
  )
}
