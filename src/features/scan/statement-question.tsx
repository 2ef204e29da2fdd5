import type { JSX } from 'preact'
import { levelsOf, type Statement, statementsOf } from '#domain/instrument.ts'
import { NOTE_LENGTH } from '#domain/scan.ts'
import { StatementField } from '#ui/statement-field.tsx'
import type { OwnScan } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { markOf, wordsFor } from '#words/statement-words.ts'
import { fieldsOf } from './cluster-form.ts'
import { problemOf } from './failure-summary.tsx'
import type { Failure } from './view.ts'

/** One statement of a scan, with what is stored, what was sent, and what was wrong with it. */
export function StatementQuestion({
  scan,
  instrument,
  statement,
  failure,
  headingLevel = 2,
}: OwnScan & { statement: Statement; failure?: Failure; headingLevel?: 2 | 3 }): JSX.Element {
  const names = fieldsOf(statement.id)
  const stored = scan.answers[statement.id] ?? { answer: null, note: '' }
  const sent = failure?.sent.find((one) => one.statement === statement.id)
  const refusal = failure?.refusals.find((one) => one.statement === statement.id)
  // What was typed stays in the field, also when it could not be saved.
  const chosen = refusal?.reason === 'unknown-answer' ? stored.answer : (sent?.answer ?? stored.answer)
  const levels = levelsOf(instrument)
  return (
    <StatementField
      name={names.answer}
      noteName={names.note}
      number={statement.number}
      total={statementsOf(instrument).length}
      statement={statement.statement}
      explanation={statement.explanation}
      options={instrument.answers.map((option) => ({
        value: option.id,
        label: option.label,
        description: statement.answers[option.id] ?? option.meaning,
        level: option.level,
      }))}
      levels={levels.length}
      mark={markOf(instrument)}
      word={wordsFor(instrument).one}
      headingLevel={headingLevel}
      chosen={chosen}
      note={sent?.note ?? stored.note}
      noteLength={NOTE_LENGTH}
      autosaveUrl={urls.scanAnswer.to({ scan: scan.id, statement: statement.id })}
      {...(refusal && { error: problemOf(instrument, refusal) })}
    >
      <input type="hidden" name={names.answerWas} value={stored.answer ?? ''} />
      <input type="hidden" name={names.noteWas} value={stored.note} />
    </StatementField>
  )
}
