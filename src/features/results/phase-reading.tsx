import type { JSX } from 'preact'
import type { PhaseState, PhasesReading } from '#domain/phases.ts'

const STATES: Record<PhaseState, string> = {
  done: 'rond',
  busy: 'bezig',
  ahead: 'nog niet begonnen',
  unknown: 'nog te weinig bekend',
}

/** A phased part as a way through its phases: where one is, what comes first. */
export function PhaseReading({ reading }: { reading: PhasesReading }): JSX.Element {
  const { phases, current, runsAhead } = reading
  return (
    <div class="stack-small">
      <ol class="phases">
        {phases.map(({ group, state, inPlace, total }) => (
          <li key={group.id} aria-current={group === current?.group ? 'step' : undefined}>
            <b>{group.title}</b> <span class="state">{STATES[state]}</span>
            <span class="small muted">{`${inPlace} van ${total} ${total === 1 ? 'staat' : 'staan'}. ${group.about}`}</span>
          </li>
        ))}
      </ol>
      <p>{adviceOn(reading)}</p>
      {current && runsAhead && (
        <p class="muted">
          {`In de fase ${runsAhead.group.title} gebeurt ook al iets. Kijk of dat kan steunen op wat in ${current.group.title} nog open is.`}
        </p>
      )}
    </div>
  )
}

function adviceOn({ current }: PhasesReading): string {
  if (!current) return 'Alle fasen zijn rond. Kijk elk jaar of het nog klopt.'
  return current.state === 'unknown'
    ? `Zoek eerst uit hoe het staat met de fase ${current.group.title}.`
    : `De eerste winst ligt in de fase ${current.group.title}. Maak die rond voordat je meer begint.`
}
