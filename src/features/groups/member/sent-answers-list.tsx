import type { JSX } from 'preact'
import { findAnswer, type Instrument } from '#domain/instrument.ts'
import type { Answers } from '#domain/scan.ts'
import { DefinitionList } from '#ui/definition-list.tsx'

/** One's own answers in words, for looking over what goes along. */
export function SentAnswersList({
  instrument,
  answers,
}: {
  instrument: Instrument
  answers: Answers
}): JSX.Element {
  return (
    <div class="stack">
      {instrument.clusters.map(({ id, title, statements }) => (
        <section class="stack-small" key={id}>
          <h3>{title}</h3>
          <DefinitionList
            items={statements.map((statement) => ({
              term: `${statement.number}. ${statement.topic}`,
              definition: findAnswer(instrument, answers[statement.id]?.answer)?.label ?? 'Geen antwoord',
            }))}
          />
        </section>
      ))}
    </div>
  )
}
