import type { JSX } from 'preact'
import type { PhasesReading } from '#domain/phases.ts'
import { phaseAdvice, phaseAhead, phaseInWords } from '#words/phase-words.ts'

/** A phased part as a way through its phases: where one is, what comes first. */
export function PhaseReading({ reading }: { reading: PhasesReading }): JSX.Element {
  const ahead = phaseAhead(reading)
  return (
    <div class="stack-small">
      <ol class="phases">
        {reading.phases.map((phase) => {
          const { title, state, text } = phaseInWords(phase)
          const isCurrent = phase.group === reading.current?.group
          return (
            <li key={phase.group.id} aria-current={isCurrent ? 'step' : undefined}>
              <b>{title}</b> <span class="state">{state}</span>
              <span class="small muted">{text}</span>
            </li>
          )
        })}
      </ol>
      <p>{phaseAdvice(reading)}</p>
      {ahead && <p class="muted">{ahead}</p>}
    </div>
  )
}
