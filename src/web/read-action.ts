import type { Instrument } from '#domain/instrument.ts'
import { statementsOf } from '#domain/instrument.ts'
import { ACTION_LENGTHS, ACTION_STATUSES, type Action } from '#domain/plan.ts'
import type { FormFields } from './body.ts'

/** Every field of the form of an action; some only when it is changed. */
export const ACTION_FIELDS = [
  'stelling',
  'tip',
  'wat',
  'wie',
  'eerste-stap',
  'eerste-stap-op',
  'klaar-op',
  'status',
  'opmerking',
] as const

/** Where each part of an action is asked, for the links of what is wrong. */
export const FIELD_OF: Record<keyof Action, (typeof ACTION_FIELDS)[number]> = {
  statement: 'stelling',
  tip: 'tip',
  what: 'wat',
  who: 'wie',
  firstStep: 'eerste-stap',
  firstStepOn: 'eerste-stap-op',
  dueOn: 'klaar-op',
  status: 'status',
  remark: 'opmerking',
}

/**
 * The action as the form has it; a tip that was chosen is what is done when nothing else was typed. Null when it
 * names a statement, a tip or a status that there is not.
 */
export function readAction(form: FormFields, instrument: Instrument): Action | null {
  const text = (name: (typeof ACTION_FIELDS)[number]) => (form.get(name) ?? '').trim()
  const statement = statementsOf(instrument).find(({ id }) => id === text('stelling'))
  const tip = statement?.tips.find(({ id }) => id === text('tip'))
  const status = ACTION_STATUSES.find((one) => one === (form.get('status') ?? 'to-do'))
  if ((text('stelling') && !statement) || (text('tip') && !tip) || !status) return null
  return {
    statement: statement?.id ?? null,
    tip: tip?.id ?? null,
    what: text('wat') || (tip?.text.slice(0, ACTION_LENGTHS.what) ?? ''),
    who: text('wie'),
    firstStep: text('eerste-stap'),
    firstStepOn: text('eerste-stap-op') || null,
    dueOn: text('klaar-op') || null,
    status,
    remark: text('opmerking'),
  }
}
