import type { PhaseReading, PhaseState, PhasesReading } from '#domain/phases.ts'

const STATES: Record<PhaseState, string> = {
  done: 'rond',
  busy: 'bezig',
  ahead: 'nog niet begonnen',
  unknown: 'nog te weinig bekend',
}

/** A phase: "Voorbereiden", "bezig", "2 van 3 staan. Waar het over gaat." */
export function phaseInWords({ group, state, inPlace, total }: PhaseReading) {
  return {
    title: group.title,
    state: STATES[state],
    text: `${inPlace} van ${total} ${total === 1 ? 'staat' : 'staan'}. ${group.about}`,
  }
}

/** What comes first. */
export function phaseAdvice({ current }: PhasesReading): string {
  if (!current) return 'Alle fasen zijn rond. Kijk elk jaar of het nog klopt.'
  return current.state === 'unknown'
    ? `Zoek eerst uit hoe het staat met de fase ${current.group.title}.`
    : `De eerste winst ligt in de fase ${current.group.title}. Maak die rond voordat je meer begint.`
}

/** What already happens in a later phase; null when nothing does. */
export function phaseAhead({ current, runsAhead }: PhasesReading): string | null {
  if (!current || !runsAhead) return null
  return `In de fase ${runsAhead.group.title} gebeurt ook al iets. Kijk of dat kan steunen op wat in ${current.group.title} nog open is.`
}
