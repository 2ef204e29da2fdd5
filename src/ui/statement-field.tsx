import type { ComponentChildren, JSX } from 'preact'
import type { MarkKind } from './answer-mark.tsx'
import { AnswerRow, type AnswerRowOption } from './answer-row.tsx'
import { Notice } from './notice.tsx'
import { StatementNote } from './statement-note.tsx'

export type StatementFieldProps = {
  /** The name of the answer in the form, and the id that links lead to. */
  name: string
  noteName?: string
  number: number
  total: number
  statement: string
  explanation?: string
  options: AnswerRowOption[]
  /** How many levels the answers have. */
  levels: number
  /** How an answer is drawn; a ladder unless told otherwise. */
  mark?: MarkKind
  /** What this is called: "stelling", unless told otherwise. */
  word?: string
  chosen?: string | null
  note?: string
  noteLength?: number
  noteOpen?: boolean
  error?: string
  /** What another window did with this answer meanwhile. */
  conflict?: ComponentChildren
  headingLevel?: 2 | 3 | 4
  autosaveUrl?: string
  /** Hidden fields. */
  children?: ComponentChildren
}

/**
 * A statement with its answers, each a whole row that can be pressed. The explanation belongs to the group:
 * a screen reader reads it also when it is folded. It can get the focus, so that a link can lead to it.
 */
export function StatementField(props: StatementFieldProps): JSX.Element {
  const { name, explanation, error, conflict, options, levels, mark, chosen, number } = props
  const { word = 'stelling' } = props
  const explanationId = explanation && `${name}-uitleg`
  const errorId = error && `${name}-fout`
  return (
    <div class="statement">
      <fieldset
        id={name}
        tabIndex={-1}
        aria-describedby={[errorId, explanationId].filter(Boolean).join(' ') || undefined}
        data-autosave-url={props.autosaveUrl}
      >
        <StatementLegend {...props} />
        {explanation && (
          <details class="explanation">
            <summary>
              Waar gaat het over?
              <span class="visually-hidden">{` (${word} ${number})`}</span>
            </summary>
            <p id={explanationId}>{explanation}</p>
          </details>
        )}
        {error && (
          <p class="field-error" id={errorId}>
            {error}
          </p>
        )}
        {conflict && <Notice kind="pencil">{conflict}</Notice>}
        <div class="answers">
          {options.map((option) => (
            <AnswerRow
              name={name}
              option={option}
              levels={levels}
              mark={mark}
              isChosen={option.value === chosen}
              isInvalid={Boolean(error)}
              key={option.value}
            />
          ))}
        </div>
        <div class="under-answers">
          <StatementNote {...props} />
          <p class="saved" data-saved="" />
        </div>
        {props.children}
      </fieldset>
    </div>
  )
}

function StatementLegend({
  number,
  total,
  statement,
  word = 'stelling',
  headingLevel = 2,
}: StatementFieldProps): JSX.Element {
  const Heading = `h${headingLevel}` as const
  return (
    <legend>
      <span class="number">
        {`${word.charAt(0).toUpperCase()}${word.slice(1)} ${number} van ${total}`}
        <span class="visually-hidden">. </span>
      </span>
      <Heading>{statement}</Heading>
    </legend>
  )
}
