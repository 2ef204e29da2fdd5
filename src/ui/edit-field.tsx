import type { JSX } from 'preact'
import { Notice } from './notice.tsx'

/**
 * A text that is being written, with what is to be said about it under it. `was` is what stood there when the page was
 * made: so that nobody writes over what somebody else wrote meanwhile.
 */
export function EditField({
  name,
  label,
  hint,
  value,
  was,
  remarks,
  stored,
  isLine = false,
  language,
}: {
  name: string
  label: string
  hint?: string | undefined
  value: string
  was: string
  remarks: string[]
  /** What somebody else made of it meanwhile. */
  stored?: string | undefined
  isLine?: boolean
  language?: string
}): JSX.Element {
  const remarksId = `${name}-opmerkingen`
  const hintId = hint && `${name}-hint`
  const shared = {
    class: 'input',
    id: name,
    name,
    lang: language,
    value,
    'aria-describedby': [hintId, remarksId].filter(Boolean).join(' '),
  }
  return (
    <div class="field edit-field" data-edit-field={name}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {stored !== undefined && (
        <Notice kind="pencil">
          <p>Iemand anders veranderde deze tekst ook. Daar staat nu:</p>
          <blockquote>{stored}</blockquote>
          <p>Jouw tekst staat nog hieronder. Bewaar opnieuw als die moet blijven.</p>
        </Notice>
      )}
      {isLine ? <input type="text" {...shared} /> : <textarea rows={rowsFor(value)} {...shared} />}
      <input type="hidden" name={`was:${name}`} value={was} />
      <ul class="remarks" id={remarksId}>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </div>
  )
}

const CHARACTERS_IN_A_ROW = 62

function rowsFor(text: string): number {
  const rows = text
    .split('\n')
    .reduce((sum, line) => sum + Math.ceil(line.length / CHARACTERS_IN_A_ROW) || 1, 0)
  return Math.min(14, Math.max(2, rows + 1))
}
