import type { JSX } from 'preact'
import { ButtonLink } from '#ui/button.tsx'
import type { ToldParts } from './told-parts.ts'

export type Download = { label: string; href: string }

/** The advice to talk about it, and the result to take along to that talk. */
export function TeamTalk({ told, downloads }: { told: ToldParts; downloads: Download[] }): JSX.Element {
  const [report, ...others] = downloads
  return (
    <>
      <section class="stack narrow" aria-labelledby="praat-erover">
        <h2 id="praat-erover">Praat erover</h2>
        <ul class="stack-small">
          {told.instrument.texts.conversation.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      {report && (
        <section class="stack narrow print-hidden" aria-labelledby="neem-mee">
          <h2 id="neem-mee">Neem het mee</h2>
          <p>
            Deze bestanden mag je doorgeven aan wie het resultaat mag weten. Je eigen antwoorden staan er niet
            in.
          </p>
          <p>
            <ButtonLink href={report.href}>{report.label}</ButtonLink>
          </p>
          <ul class="stack-small">
            {others.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
