import { findPasskey, saveChallenge, touchPasskey, useChallenge } from '#database/passkeys.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { passkeyChallengeExpiry } from '#domain/second-factor.ts'
import { ButtonLink } from '#ui/button.tsx'
import { isWithin } from '#web/attempts.ts'
import { parseJson, readFields } from '#web/body.ts'
import { networkOfClient } from '#web/client-network.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { nextPath, withNext } from '#web/next-path.ts'
import { proveAgain, sessionOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { enter } from './enter.ts'
import { formPage } from './form-page.tsx'

/** What the device has to sign. Nobody is known yet: the passkey says whose it is. */
export async function askPasskey(c: RequestContext): Promise<Response> {
  if (!(await readFields(c, []))) return refuse(c, 400)
  if (!(await isWithin(c, LIMITS.passkeyQuestionsPerNetwork, networkOfClient(c)))) return refuse(c, 429)
  const { db, clock, secrets, passkeys } = c.get('house')
  const options = await passkeys.requestOptions()
  await saveChallenge(db, {
    challengeHash: secrets.hash(options.challenge),
    purpose: 'sign-in',
    accountId: null,
    expiresAt: passkeyChallengeExpiry(clock()),
  })
  return c.json(options)
}

/**
 * A passkey is both factors at once: something somebody has, opened with a face, a finger or a PIN. Signs in; for
 * who is signed in already it proves that it is still them.
 */
export async function answerPasskey(c: RequestContext): Promise<Response> {
  const form = await readFields(c, ['passkey', 'eigen-apparaat', 'verder'])
  if (!form) return refuse(c, 400)
  const next = nextPath(form.get('verder'))
  const accountId = await findSigner(c, parseJson(form.get('passkey') ?? ''))
  const session = await sessionOf(c)
  if (!accountId || (session && session.account.id !== accountId))
    return refusedPage(c, session !== null, next)
  if (!session) return enter(c, { accountId, stays: form.get('eigen-apparaat') === 'ja', next })
  await proveAgain(c, session)
  return c.redirect(next ?? urls.account.to(), 303)
}

/** The id of the account whose passkey this is, when it answered a question of ours that is still open. */
async function findSigner(c: RequestContext, sent: unknown): Promise<string | null> {
  const { db, clock, secrets, passkeys } = c.get('house')
  const claim = passkeys.readClaim(sent)
  if (!claim) return null
  const question = {
    challengeHash: secrets.hash(claim.challenge),
    purpose: 'sign-in',
    accountId: null,
  } as const
  if (!(await useChallenge(db, question, clock()))) return null
  const kept = await findPasskey(db, claim.id)
  const answer = kept && (await passkeys.checkRequest(sent, claim.challenge, kept))
  if (!kept || !answer?.ok || !(await touchPasskey(db, kept.id, answer.counter, clock()))) return null
  return kept.accountId
}

function refusedPage(c: RequestContext, isSignedIn: boolean, next: string | null): Response {
  return formPage(
    c,
    {
      title: 'Met deze passkey lukte het niet',
      lead: isSignedIn
        ? 'Misschien hoort deze passkey bij een ander account, of duurde het te lang.'
        : 'Misschien is deze passkey uit je account gehaald, of duurde het te lang.',
      status: 400,
    },
    <>
      <p>Er is niets veranderd. Je kunt het nog eens proberen.</p>
      <p>
        <ButtonLink href={withNext(isSignedIn ? urls.prove.to() : urls.signIn.to(), next)}>
          Probeer het nog eens
        </ButtonLink>
      </p>
    </>,
  )
}
