import type { JSX } from 'preact'
import { PageHeading } from '#ui/page-heading.tsx'

/** Fewer than two people share: there is nothing to lay side by side yet, and something to do. */
export function NobodyBeside({
  group,
  only,
}: {
  group: { name: string }
  only: { name: string; isSelf: boolean } | undefined
}): JSX.Element {
  return (
    <div class="wrap page stack-large narrow">
      <PageHeading
        kicker={group.name}
        title="Er is nog niets om naast elkaar te leggen"
        lead={leadOf(only)}
      />
      <section class="stack-small" aria-labelledby="wat-nu">
        <h2 id="wat-nu">Wat kun je nu doen?</h2>
        <ul class="stack-small">
          <li>Vul de scan in en bekijk eerst je eigen resultaat. Daarna kies je of de groep het ziet.</li>
          <li>Vraag de anderen of ze de scan al invulden. Of ze delen, kiezen ze zelf.</li>
          <li>Zodra twee mensen delen, zie je hier hun antwoorden naast elkaar.</li>
        </ul>
      </section>
    </div>
  )
}

function leadOf(only: { name: string; isSelf: boolean } | undefined): string {
  if (!only) return 'Nog niemand in deze groep deelt antwoorden.'
  return only.isSelf
    ? 'Jij bent de eerste die deelt. De anderen doen dat nog niet.'
    : `Alleen ${only.name} deelt nu antwoorden.`
}
