import { type ListedScan, listScans } from '#database/scans.ts'
import { decideUse } from '#domain/round.ts'
import type { House } from '#web/house.ts'
import type { GroupVisit } from '#web/require-group.ts'

/** The scan that a member fills in for the round, and the finished ones that may be sent in instead. */
export async function scansOfMember(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  { group, account }: GroupVisit,
): Promise<{ scan: ListedScan | null; usable: ListedScan[] }> {
  const { membership, round } = group
  if (!membership) return { scan: null, usable: [] }
  const now = clock()
  const scans = await listScans(db, { browser: null, account: account.id })
  const member = { account: account.id, ...membership }
  return {
    scan: scans.find(({ id }) => id === membership.scan) ?? null,
    usable: scans.filter((scan) => decideUse(round, member, { ...scan, isTold: false }, now).ok),
  }
}
