import { findGroupOf, type SeenGroup } from '#database/groups.ts'
import type { Session } from '#database/sessions.ts'
import type { Instrument } from '#domain/instrument.ts'
import { refuse } from './errors.tsx'
import { findVersion } from './find-version.ts'
import type { RequestContext } from './house.ts'
import { requireAccount } from './require.ts'

export type GroupVisit = {
  group: SeenGroup
  instrument: Instrument
  account: Session['account']
}

/**
 * The group in the address, for whoever organises it or takes part in it. To everybody else it does not exist: a
 * group of others and one that never was give the same answer.
 */
export function requireGroup(
  c: RequestContext,
  handle: (visit: GroupVisit) => Response | Promise<Response>,
): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const house = c.get('house')
    const id = idIn(c, 'group')
    const group = id && (await findGroupOf(house.db, id, account.id))
    if (!group) return refuse(c, 404)
    const instrument = await findVersion(house, group.round)
    return instrument ? handle({ group, instrument, account }) : refuse(c, 404)
  })
}

/** The same, for whoever organises it only. */
export function requireOrganiser(
  c: RequestContext,
  handle: (visit: GroupVisit) => Response | Promise<Response>,
): Promise<Response> {
  return requireGroup(c, (visit) => (visit.group.isOrganiser ? handle(visit) : refuse(c, 404)))
}

const ID = /^[A-Za-z0-9]{16}$/

/** The id of this name in the address, or null when nothing can have it: then nobody needs to look. */
export function idIn(c: RequestContext, name: string): string | null {
  const id = c.req.param(name) ?? ''
  return ID.test(id) ? id : null
}
