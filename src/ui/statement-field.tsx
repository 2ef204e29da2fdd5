import type { ComponentChildren, JSX } from 'preact'
import { Ladder } from './ladder.tsx'

export type AnswerChoice = { value: string; label: string; description: string; level: number | null }

export type StatementFieldProps = {
  /** Name of the radios, and id of the fieldset. */
  name: string
  noteName: string
  number: number
  total: number
  statement: string
  explanation: string
  options: AnswerChoice[]
  /** How many rungs the ladder has. */
  levels: number
  chosen: string | null
  note: string
  noteLength: number
  /** Where the script saves this answer while the participant goes on. */
  autosaveUrl?: string
  error?: string
  /** Hidden fields that belong to this statement. */
  children?: ComponentChildren
}

/** A statement with its explanation, its answers as whole rows, and a note of one's own. */
export function StatementField(props: StatementFieldProps): JSX.Element {
  const { name, number, total, statement, explanation, autosaveUrl, error, children } = props
  const described = [`${name}-uitleg`, ...(error ? [`${name}-fout`] : [])].join(' ')
  return (
    <fieldset
      class={error ? 'statement with-error' : 'statement'}
      id={name}
      aria-describedby={described}
      {...(autosaveUrl && { 'data-autosave-url': autosaveUrl })}
    >
      <legend>
        <span class="statement-number">{`Stelling ${number} van ${total}`}</span> {statement}
      </legend>
      <details class="explanation">
        <summary>Waar gaat het over?</summary>
        <p id={`${name}-uitleg`}>{explanation}</p>
      </details>
      {error && (
        <p class="error-message" id={`${name}-fout`}>
          {error}
        </p>
      )}
      <Answers {...props} />
      {children}
      <Note {...props} />
      <p class="saved small" data-saved aria-live="polite" />
    </fieldset>
  )
}

function Answers({ name, options, levels, chosen }: StatementFieldProps): JSX.Element {
  return (
    <div class="answers">
      {options.map(({ value, label, description, level }) => (
        <label class={level === null ? 'answer unknown' : 'answer'} key={value}>
          <input type="radio" name={name} value={value} checked={value === chosen} />
          <Ladder level={level} of={levels} />
          <span class="answer-text">
            <b>{label}</b>
            <span class="visually-hidden">: </span>
            <span>{description}</span>
          </span>
        </label>
      ))}
    </div>
  )
}

function Note({ name, noteName, number, note, noteLength }: StatementFieldProps): JSX.Element {
  return (
    <details class="note" open={note !== ''}>
      <summary>Notitie voor jezelf</summary>
      <label for={noteName} class="visually-hidden">
        {`Notitie bij stelling ${number}`}
      </label>
      <p class="small muted" id={`${name}-notitie-hint`}>
        Alleen jij ziet dit.
      </p>
      <textarea
        id={noteName}
        name={noteName}
        rows={3}
        maxLength={noteLength}
        aria-describedby={`${name}-notitie-hint`}
      >
        {note}
      </textarea>
    </details>
  )
}
