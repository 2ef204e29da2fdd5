import { findProfile } from '#database/accounts.ts'
import { attachScan, findMembership, findSendableScan } from '#database/round-members.ts'
import { createScanOfAccount, saveBackground } from '#database/scans.ts'
import { decideUse, roundState } from '#domain/round.ts'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { type GroupVisit, requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { join } from './join.ts'
import { readRole } from './role-field.tsx'

/**
 * Begins to fill in for the round: a new scan, or a finished one of one's own (`scan`). An organiser who took no part
 * so far does from now on, in the role that the form names.
 */
export function fillIn(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const { group, instrument, account } = visit
    const form = await readFields(c, ['scan', 'functie'])
    const role = form && readRole(instrument, form.get('functie'))
    if (!form || role === undefined) return refuse(c, 400)
    const { clock } = c.get('house')
    if (roundState(group.round, clock()) !== 'open') return refuseInRound(c, group.id, 'round-is-closed')
    if (!group.membership) {
      if (!group.isOrganiser) return refuseInRound(c, group.id, 'is-no-member')
      const joined = await join(c.get('house'), { round: group.round.id, account, role })
      if (!joined.ok) return refuseInRound(c, group.id, joined.refusal)
      return c.redirect(`${urls.group.to({ group: group.id })}?gelukt=meedoen`, 303)
    }
    const chosen = form.get('scan')
    return chosen && chosen !== 'nieuw' ? useScan(c, visit, chosen) : startScan(c, visit)
  })
}

async function useScan(c: RequestContext, { group, account }: GroupVisit, scan: string): Promise<Response> {
  const { db, clock } = c.get('house')
  const found = await findSendableScan(db, scan, account.id)
  const membership = await findMembership(db, group.round.id, account.id)
  if (!found || !membership) return refuse(c, 404)
  const decision = decideUse(group.round, { account: account.id, ...membership }, found, clock())
  if (!decision.ok) return refuseInRound(c, group.id, decision.refusal)
  await attachScan(db, membership.id, scan)
  return c.redirect(urls.groupSend.to({ group: group.id }), 303)
}

/** Of the version that the round is about, also when there is a newer one. */
async function startScan(c: RequestContext, { group, instrument, account }: GroupVisit): Promise<Response> {
  const { db, clock, secrets } = c.get('house')
  const { organisationKind } = await findProfile(db, account.id)
  const isKnown = instrument.organisationKinds.some(({ id }) => id === organisationKind)
  const id = secrets.createId()
  const now = clock()
  const isStarted = await db.transaction().execute(async (trx) => {
    const membership = await findMembership(trx, group.round.id, account.id)
    if (!membership) return false
    const scan = { id, instrument: instrument.id, instrumentVersion: instrument.version, startedAt: now }
    await createScanOfAccount(trx, scan, account.id)
    const background = { role: membership.role, organisationKind: isKnown ? organisationKind : null }
    if (background.role || background.organisationKind) await saveBackground(trx, id, background, now)
    await attachScan(trx, membership.id, id)
    return true
  })
  if (!isStarted) return refuseInRound(c, group.id, 'is-no-member')
  return c.redirect(urls.scan.to({ scan: id }), 303)
}
