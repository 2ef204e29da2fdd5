import { addInvitations, listInvitations } from '#database/invitations.ts'
import { requestMails } from '#database/mails.ts'
import { findRoundByNumber, lockRound } from '#database/rounds.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { type InvitedAddresses, readInvitedAddresses } from '#domain/invited-addresses.ts'
import { roundState } from '#domain/round.ts'
import { type GroupVisit, requireOrganiser } from '#features/groups/require-group.ts'
import { isWithin } from '#web/attempts.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { refusalInWords } from '#words/group-words.ts'
import { askAddressesPage, asTyped, previewPage } from './invite-pages.tsx'

/** Asks for addresses; then shows who gets which mail; only then sends. */
export function showInvite(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async (visit) => {
    const isOpen = roundState(visit.group.round, c.get('house').clock()) === 'open'
    if (!isOpen) return c.redirect(urls.group.to({ group: visit.group.id }), 303)
    const made = MADE[c.req.query('gelukt') ?? '']
    return askAddressesPage(c, visit, { typed: await invitedBefore(c, visit), ...(made && { made }) })
  })
}

const MADE: Record<string, string> = {
  gemaakt: 'De groep is gemaakt. Niemand weet er nog van.',
  ronde: 'De ronde is begonnen. Niemand weet er nog van. Hieronder staan de mensen van de vorige keer.',
}

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
    const form = await readFields(c, ['adressen', 'stap'])
    if (!form) return refuse(c, 400)
    const { clock } = c.get('house')
    if (roundState(visit.group.round, clock()) !== 'open') {
      return refuse(c, 409, refusalInWords('round-is-closed'))
    }
    const typed = form.get('adressen') ?? ''
    const found = await readTyped(c, visit, typed)
    const step = form.get('stap')
    if (step === 'terug') return askAddressesPage(c, visit, { typed })
    if (found.people.length === 0) return askAddressesPage(c, visit, { typed, found })
    return step === 'verstuur' ? sendInvitations(c, visit, found) : previewPage(c, visit, found)
  })
}

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
  { group, account }: GroupVisit,
  { people }: InvitedAddresses,
): Promise<Response> {
  const { db, clock, secrets, mailWaits } = c.get('house')
  if (!(await isWithin(c, LIMITS.invitationsPerAccount, account.id, people.length))) {
    return refuse(c, 429, 'Er is niets verstuurd. Probeer het morgen weer, of nodig minder mensen uit.')
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
  if (!isSent) return refuse(c, 409, refusalInWords('round-is-closed'))
  mailWaits()
  return c.redirect(`${urls.group.to({ group: group.id })}?gelukt=verstuurd`, 303)
}
