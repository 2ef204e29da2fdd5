import type { JSX } from 'preact'
import type { Scan } from '#domain/scan.ts'
import { ButtonLink } from '#ui/button.tsx'
import { urls } from '#web/urls.ts'
import { ownPlanInWords } from '#words/plan-words.ts'

/** From a result to what somebody does about it. The plan of a group is with the group. */
export function OwnPlan({
  scan,
  agreed,
  isForGroup,
}: {
  scan: Scan
  /** How many actions there are in the plan. */
  agreed: number
  isForGroup: boolean
}): JSX.Element {
  return (
    <section class="stack narrow print-hidden" aria-labelledby="jouw-plan">
      <h2 id="jouw-plan">Jouw plan</h2>
      <p>{ownPlanInWords(agreed)}</p>
      {isForGroup && <p>Dit plan is van jou alleen. Wat jullie samen afspreken, staat bij de groep.</p>}
      <p>
        <ButtonLink quiet href={urls.scanPlan.to({ scan: scan.id })}>
          {agreed === 0 ? 'Maak een plan' : 'Naar je plan'}
        </ButtonLink>
      </p>
    </section>
  )
}
