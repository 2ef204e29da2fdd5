import { Fragment, type JSX } from 'preact'
import type { Run } from './documents/document.ts'

/** A text with its bold words and links, as it also stands in documents. */
export function Runs({ runs }: { runs: Run[] }): JSX.Element {
  return (
    <>
      {runs.map(({ text, isBold, link }, index) => {
        const words = isBold ? <b>{text}</b> : text
        return <Fragment key={index}>{link ? <a href={link}>{words}</a> : words}</Fragment>
      })}
    </>
  )
}
