import type { JSX } from 'preact'
import type { Library } from '#domain/library.ts'
import type { GuideSection } from '#domain/library-schema.ts'
import { EntryList } from './related.tsx'

/** A section of a guide, with the examples, tools and figures that belong to it. */
export function Section({ section, library }: { section: GuideSection; library: Library }): JSX.Element {
  const { id, title, text, points, steps } = section
  const entries = section.entries.flatMap((entry) => library.find(entry) ?? [])
  return (
    <section class="stack-small" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {points && (
        <ul class="stack-small">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {steps && (
        <ol class="stack-small">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {entries.length > 0 && (
        <div class="panel stack-small">
          <h3>Kijk verder</h3>
          <EntryList entries={entries} />
        </div>
      )}
    </section>
  )
}
