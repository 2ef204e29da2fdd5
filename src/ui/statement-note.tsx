import type { JSX } from 'preact'

/** Room for a note of one's own with a statement; open when there is one. */
export function StatementNote({
  name,
  noteName = `${name}-notitie`,
  number,
  word = 'stelling',
  note = '',
  noteLength = 2000,
  noteOpen = note !== '',
}: {
  name: string
  noteName?: string
  number: number
  word?: string
  note?: string
  noteLength?: number
  noteOpen?: boolean
}): JSX.Element {
  return (
    <details class="note" open={noteOpen}>
      <summary>
        Notitie voor jezelf
        <span class="visually-hidden">{` (${word} ${number})`}</span>
      </summary>
      <div class="field">
        <label class="visually-hidden" for={noteName}>{`Je notitie bij ${word} ${number}`}</label>
        <p class="hint" id={`${noteName}-hint`}>
          Alleen jij ziet dit.
        </p>
        <textarea
          class="input"
          id={noteName}
          name={noteName}
          rows={3}
          maxLength={noteLength}
          aria-describedby={`${noteName}-hint`}
          value={note}
        />
      </div>
    </details>
  )
}
