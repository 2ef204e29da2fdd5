import { saveOrganisationAttempt, useOrganisationAttempt } from '#database/organisation-attempts.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { ORGANISATION_SIGN_IN_MINUTES, organisationAttemptExpiry } from '#domain/second-factor.ts'
import type { Attempt } from '#platform/organisation-sign-in.ts'
import { ButtonLink } from '#ui/button.tsx'
import { isWithin } from '#web/attempts.ts'
import { networkOfClient } from '#web/client-network.ts'
import { dropToken, giveToken, tokenHashIn } from '#web/cookies.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { formPage } from './form-page.tsx'
import { organisationRefusedPage } from './organisation-refused.tsx'

/**
 * What somebody goes to the organisation for. With an account: to prove again that it is theirs, or to link it.
 * That is one column, so linking is known by where it goes on to: no form can ask for an address with a query.
 */
export type Departure = { accountId: string | null; nextPath: string }

export const AFTER_LINKING = `${urls.accountSecurity.to()}?bewaard=organisatie`

const COOKIE = 'quickscan-organisatie'

/**
 * Sends somebody to the organisation, by a link on a page of our own and not by a redirect. A form whose answer
 * leads to another site is stopped by our policy (`form-action`), at this address and at every one that the
 * organisation redirects to from there, which nobody knows beforehand. A link is not a form.
 */
export async function departForOrganisation(
  c: RequestContext,
  departure: Departure,
  { asksAgain = false }: { asksAgain?: boolean } = {},
): Promise<Response> {
  const { organisationSignIn, db, clock, secrets } = c.get('house')
  if (!organisationSignIn) return refuse(c, 404)
  if (!(await isWithin(c, LIMITS.organisationPerNetwork, networkOfClient(c)))) return refuse(c, 429)
  const beginning = await organisationSignIn.begin(redirectUriOf(c), { asksAgain })
  if (!beginning.ok) return organisationRefusedPage(c, beginning, departure)
  const { url, state, nonce, verifier } = beginning
  await saveOrganisationAttempt(db, {
    ...departure,
    stateHash: secrets.hash(state),
    browserHash: giveToken(c, COOKIE, ORGANISATION_SIGN_IN_MINUTES * 60),
    nonce,
    verifier,
    expiresAt: organisationAttemptExpiry(clock()),
  })
  return departurePage(c, url)
}

/** What this browser left with, once; undefined when it did not leave, or too long ago, or was back before. */
export async function takeDeparture(c: RequestContext): Promise<(Departure & Attempt) | undefined> {
  const { db, clock, secrets } = c.get('house')
  const browserHash = tokenHashIn(c, COOKIE)
  const state = c.req.query('state')
  if (!browserHash || !state) return undefined
  const attempt = await useOrganisationAttempt(db, { stateHash: secrets.hash(state), browserHash }, clock())
  if (!attempt) return undefined
  dropToken(c, COOKIE)
  return { ...attempt, state, redirectUri: redirectUriOf(c) }
}

/** As the operator configured it: what a request says of its host never gets here. */
function redirectUriOf(c: RequestContext): string {
  return `${c.get('house').site.linkBase}${urls.organisationAnswer.to()}`
}

function departurePage(c: RequestContext, url: string): Response {
  return formPage(
    c,
    {
      title: 'Ga naar je organisatie',
      lead: `Je logt in bij ${new URL(url).host}. Daarna kom je vanzelf terug bij QuickScan.`,
    },
    <>
      <p>
        {`Je wachtwoord van je organisatie krijgen wij niet te zien. Kom binnen ${ORGANISATION_SIGN_IN_MINUTES} minuten terug, in deze browser.`}
      </p>
      <p class="buttons">
        <ButtonLink href={url}>Ga verder naar je organisatie</ButtonLink>
      </p>
    </>,
  )
}
