import type { RoundRefusal } from '#domain/round.ts'
import { ButtonLink } from '#ui/button.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { refusalInWords } from '#words/group-words.ts'

/** Answers that something did not happen in a round of this group, why, and where to go on. */
export function refuseInRound(c: RequestContext, group: string, refusal: RoundRefusal): Response {
  return refuseInGroup(c, group, refusalInWords(refusal))
}

/** The same for a reason that no round has a name for. */
export function refuseInGroup(
  c: RequestContext,
  group: string,
  why: string,
  status: 409 | 429 = 409,
): Response {
  return page(
    c,
    { title: 'Dit kan nu niet', section: 'group', status },
    <div class="wrap page stack narrow">
      <h1>Dit kan nu niet</h1>
      <p class="lead">{why}</p>
      <p>Wat je net vroeg, is niet gebeurd. De rest is gebleven zoals het was.</p>
      <div class="buttons">
        <ButtonLink href={urls.group.to({ group })}>Naar de groep</ButtonLink>
      </div>
    </div>,
  )
}
