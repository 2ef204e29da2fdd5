import { type Action, type ActionProblem, type ActionStatus, FIRST_STEP_DAYS } from '#domain/plan.ts'
import { dutchDate } from './dutch.ts'

const STATUSES: Record<ActionStatus, string> = {
  'to-do': 'Nog doen',
  busy: 'Bezig',
  done: 'Gedaan',
  dropped: 'Gaat niet door',
}

export function statusInWords(status: ActionStatus): string {
  return STATUSES[status]
}

/** A day as "7 december 2026". */
export function dayInWords(day: string): string {
  return dutchDate(new Date(`${day}T12:00:00Z`))
}

/** Who does it, and when: "Noor, klaar op 7 december 2026". Empty when nothing is known. */
export function whoAndWhen({ who, dueOn }: Pick<Action, 'who' | 'dueOn'>): string {
  const when = dueOn ? `klaar op ${dayInWords(dueOn)}` : ''
  return [who || 'Nog niemand', when].filter(Boolean).join(', ')
}

/** "Eerste stap, voor 7 december 2026" */
export function firstStepLabel({ firstStepOn }: Pick<Action, 'firstStepOn'>): string {
  return firstStepOn ? `Eerste stap, voor ${dayInWords(firstStepOn)}` : 'Eerste stap'
}

/** The same with what it is; null when none was agreed. */
export function firstStepInWords(action: Pick<Action, 'firstStep' | 'firstStepOn'>): string | null {
  if (!action.firstStep && !action.firstStepOn) return null
  return action.firstStep ? `${firstStepLabel(action)}: ${action.firstStep}` : `${firstStepLabel(action)}.`
}

const PROBLEMS: Record<ActionProblem, string> = {
  missing: 'Vul in wat jullie gaan doen.',
  'too-long': 'Dit is te lang. Maak het korter.',
  'no-day': 'Vul een dag in, zoals 2026-12-07.',
  'unlikely-day': 'Kijk de dag nog eens na. Hij ligt ver van vandaag.',
  unknown: 'Kies hoe het ervoor staat.',
  'say-why': 'Schrijf op waarom het niet doorgaat. Dan hoeft niemand het later te vragen.',
}

export function problemInWords(problem: ActionProblem): string {
  return PROBLEMS[problem]
}

export const FIRST_STEP_HINT = `Klein genoeg om binnen ${FIRST_STEP_DAYS === 14 ? 'twee weken' : `${FIRST_STEP_DAYS} dagen`} te doen. Wat dan niet begonnen is, begint meestal nooit.`
