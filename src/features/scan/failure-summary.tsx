import type { JSX } from 'preact'
import { findAnswer, type Instrument, statementsOf } from '#domain/instrument.ts'
import { type AnswerRefusal, NOTE_LENGTH } from '#domain/scan.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { capitalised, counted } from '#words/dutch.ts'
import { wordsFor } from '#words/statement-words.ts'
import type { Failure } from './view.ts'

/** Above the form: what was wrong, what has been saved all the same, what to do. */
export function FailureSummary({
  instrument,
  failure,
}: {
  instrument: Instrument
  failure: Failure
}): JSX.Element {
  const numbers = new Map(statementsOf(instrument).map(({ id, number }) => [id, number]))
  const { refusals, unknownFields, saved } = failure
  return (
    <ErrorSummary
      title="Niet alles kon bewaard worden"
      kept={
        saved > 0
          ? `${counted(saved, 'andere wijziging is', 'andere wijzigingen zijn')} wel bewaard.`
          : 'Wat al bewaard was, is er nog. Wat je typte, staat hieronder.'
      }
      errors={[
        ...refusals.map((refusal) => ({
          text: `${capitalised(wordsFor(instrument).one)} ${numbers.get(refusal.statement) ?? ''}: ${problemOf(instrument, refusal)}`,
          href: `#${refusal.statement}`,
        })),
        ...(unknownFields.length > 0
          ? [{ text: 'Het formulier had velden die we niet kennen. Die zijn niet bewaard.' }]
          : []),
      ]}
    />
  )
}

/** A refusal in words for the participant. */
export function problemOf(instrument: Instrument, refusal: AnswerRefusal): string {
  switch (refusal.reason) {
    case 'unknown-statement':
      return `${capitalised(wordsFor(instrument).this)} hoort niet bij deze scan.`
    case 'unknown-answer':
      return 'Dit antwoord bestaat niet. Kies een van de antwoorden hieronder.'
    case 'note-too-long':
      return `Je notitie is te lang. Er passen ${NOTE_LENGTH.toLocaleString('nl-NL')} tekens in. Maak de tekst korter.`
    case 'changed-elsewhere': {
      const stored = findAnswer(instrument, refusal.stored.answer)?.label
      const noteDiffers = refusal.stored.note !== refusal.sent.note && refusal.stored.note !== ''
      return [
        'In een ander venster is dit ook veranderd.',
        stored && `Daar staat nu: ${stored}.`,
        noteDiffers && `De notitie daar: “${refusal.stored.note}”`,
        'Hieronder staat wat je hier koos. Bewaar opnieuw als dat moet gelden.',
      ]
        .filter(Boolean)
        .join(' ')
    }
  }
}
