import { findLinkedAccount } from '#database/organisation-links.ts'
import type { Session } from '#database/sessions.ts'
import type { OrganisationPerson } from '#platform/organisation-sign-in.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { nextPath } from '#web/next-path.ts'
import { requireAccount } from '#web/require.ts'
import { proveAgain, sessionOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import {
  AFTER_LINKING,
  type Departure,
  departForOrganisation,
  takeDeparture,
} from './organisation-departure.tsx'
import { enterByOrganisation } from './organisation-enter.tsx'
import { finishLinking } from './organisation-link.tsx'
import { otherPersonPage } from './organisation-person.tsx'
import { organisationRefusedPage } from './organisation-refused.tsx'

/** Goes to the organisation to sign in, or to prove again that an account is theirs. */
export async function startAtOrganisation(c: RequestContext): Promise<Response> {
  if (!c.get('house').organisationSignIn) return refuse(c, 404)
  const form = await readFields(c, ['doel', 'verder'])
  const purpose = form?.get('doel') ?? ''
  if (!form || !['', 'bewijs'].includes(purpose)) return refuse(c, 400)
  const next = nextPath(form.get('verder')) ?? ''
  if (purpose === '') return departForOrganisation(c, { accountId: null, nextPath: next })
  return requireAccount(c, ({ account }) =>
    // Somebody else at this computer would come through on what the organisation remembers of its owner.
    departForOrganisation(c, { accountId: account.id, nextPath: next }, { asksAgain: true }),
  )
}

/**
 * Where the organisation sends people back to: the one address where GET writes, because OpenID Connect comes
 * back that way. What it writes was asked for with POST, by this browser, and is done once.
 */
export async function answerFromOrganisation(c: RequestContext): Promise<Response> {
  const { organisationSignIn } = c.get('house')
  if (!organisationSignIn) return refuse(c, 404)
  const departure = await takeDeparture(c)
  if (!departure) return organisationRefusedPage(c, NO_ATTEMPT)
  const answer = await organisationSignIn.finish(new URL(c.req.url), departure)
  if (!answer.ok) return organisationRefusedPage(c, answer, departure)
  if (departure.accountId === null) return enterByOrganisation(c, answer.person, nextPath(departure.nextPath))
  const session = await sessionOf(c)
  if (session?.account.id !== departure.accountId) return organisationRefusedPage(c, OTHER_SESSION, departure)
  return departure.nextPath === AFTER_LINKING
    ? finishLinking(c, session, answer.person)
    : finishProof(c, session, answer.person, departure)
}

const NO_ATTEMPT = { reason: 'replayed', detail: 'no attempt of this browser' } as const
const OTHER_SESSION = { reason: 'replayed', detail: 'the account is no longer signed in here' } as const

/** Only the person that the account is linked to proves anything. */
async function finishProof(
  c: RequestContext,
  session: Session,
  person: OrganisationPerson,
  departure: Departure,
): Promise<Response> {
  const linked = await findLinkedAccount(c.get('house').db, person)
  if (linked !== session.account.id) return otherPersonPage(c)
  await proveAgain(c, session)
  return c.redirect(nextPath(departure.nextPath) ?? urls.account.to(), 303)
}
