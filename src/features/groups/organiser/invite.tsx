import { addInvitations, listInvitations } from '#database/invitations.ts'
import { requestMails } from '#database/mails.ts'
import { findRoundByNumber, lockRound } from '#database/rounds.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { type InvitedAddresses, MOST_AT_ONCE, readInvitedAddresses } from '#domain/invited-addresses.ts'
import { roundState } from '#domain/round.ts'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { isWithin } from '#web/attempts.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { type GroupVisit, requireOrganiser } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { ENOUGH_FOR_TODAY, noticedInWords } from '#words/group-words.ts'
import { asTyped } from './as-typed.ts'
import { askAddressesPage } from './ask-addresses.tsx'
import { previewPage } from './invite-preview.tsx'

/** Asks for addresses; then shows who gets which mail; only then sends. */
export function showInvite(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async (visit) => {
    const isOpen = roundState(visit.group.round, c.get('house').clock()) === 'open'
    if (!isOpen) return c.redirect(urls.group.to({ group: visit.group.id }), 303)
    const typed = await invitedBefore(c, visit)
    const made = MADE[c.req.query('gelukt') ?? '']
    const before = typed === '' ? '' : ' Hieronder staan de mensen van de vorige keer.'
    return askAddressesPage(c, visit, { typed, ...(made && { made: made + before }) })
  })
}

const MADE: Record<string, string> = {
  gemaakt: 'De groep is gemaakt. Niemand weet er nog van.',
  ronde: 'De ronde is begonnen. Niemand weet er nog van.',
}

/** Room for everybody who can be invited at once, with their names; no more is read. */
const MOST_TYPED = 100_000

/** In a new round, whom the organiser invited to the one before, to begin with; empty once somebody was invited. */
async function invitedBefore(c: RequestContext, { group }: GroupVisit): Promise<string> {
  const { db } = c.get('house')
  const { number, id } = group.round
  const before = number > 1 ? await findRoundByNumber(db, group.id, number - 1) : undefined
  if (!before || (await listInvitations(db, id)).length > 0) return ''
  const invited = await listInvitations(db, before.id)
  return asTyped(invited.filter(({ revokedAt }) => !revokedAt))
}

export function invite(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async (visit) => {
    const form = await readFields(c, ['adressen', 'getypt', 'stap'])
    if (!form) return refuse(c, 400)
    const { clock } = c.get('house')
    if (roundState(visit.group.round, clock()) !== 'open') {
      return refuseInRound(c, visit.group.id, 'round-is-closed')
    }
    const typed = form.get('adressen') ?? ''
    const step = form.get('stap')
    if (step === 'terug') return askAddressesPage(c, visit, { typed: form.get('getypt') ?? typed })
    if (typed.length > MOST_TYPED) return askAddressesPage(c, visit, { typed, wrong: { error: TOO_LONG } })
    const found = await readTyped(c, visit, typed)
    if (found.people.length === 0) {
      return askAddressesPage(c, visit, { typed, wrong: { error: NOBODY, noticed: noticedInWords(found) } })
    }
    return step === 'verstuur' ? sendInvitations(c, visit, found) : previewPage(c, visit, found, typed)
  })
}

const NOBODY = 'Er staat geen nieuw e-mailadres in. Plak of typ de adressen van wie je wilt uitnodigen.'
const TOO_LONG = `Dit is te veel tekst in één keer. Nodig hooguit ${MOST_AT_ONCE} mensen tegelijk uit, en daarna de rest.`

async function readTyped(
  c: RequestContext,
  { group, account }: GroupVisit,
  typed: string,
): Promise<InvitedAddresses> {
  const earlier = await listInvitations(c.get('house').db, group.round.id)
  const invited = new Set(earlier.filter(({ revokedAt }) => !revokedAt).map(({ addressKey }) => addressKey))
  return readInvitedAddresses(typed, { own: account.address.toLowerCase(), invited })
}

async function sendInvitations(
  c: RequestContext,
  visit: GroupVisit,
  { people }: InvitedAddresses,
): Promise<Response> {
  const { group, account } = visit
  const { db, clock, secrets, mailWaits } = c.get('house')
  if (!(await isWithin(c, LIMITS.invitationsPerAccount, account.id, people.length))) {
    c.header('retry-after', String(LIMITS.invitationsPerAccount.seconds))
    const wrong = { error: ENOUGH_FOR_TODAY, status: 429 } as const
    return askAddressesPage(c, visit, { typed: asTyped(people), wrong })
  }
  const isSent = await db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, group.round.id, 'use')
    const now = clock()
    if (!round || roundState(round, now) !== 'open') return false
    const added = await addInvitations(
      trx,
      people.map(({ address, key, name }) => ({
        id: secrets.createId(),
        roundId: round.id,
        address,
        addressKey: key,
        name,
        invitedAt: now,
      })),
    )
    await requestMails(
      trx,
      added.map(({ id, address }) => ({
        id: secrets.createId(),
        kind: 'invitation' as const,
        address,
        accountId: null,
        about: id,
        requestedAt: now,
      })),
    )
    return true
  })
  if (!isSent) return refuseInRound(c, group.id, 'round-is-closed')
  mailWaits()
  return c.redirect(`${urls.group.to({ group: group.id })}?gelukt=verstuurd`, 303)
}
