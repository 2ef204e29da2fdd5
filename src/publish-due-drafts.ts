import type { House } from '#web/house.ts'
import { draftsDue, publishPlanned } from './app.ts'

/** Publishes what was planned for this moment. One that fails is told of and holds no other up. Gives how many. */
export async function publishDueDrafts(
  house: Pick<House, 'db' | 'clock' | 'refreshContent' | 'needsFourEyes' | 'log'>,
): Promise<number> {
  let published = 0
  for (const id of await draftsDue(house)) {
    try {
      const outcome = await publishPlanned(house, id)
      if (outcome?.kind === 'published') published += 1
      else if (outcome && outcome.kind !== 'gone')
        house.log.warn({ outcome: outcome.kind }, 'a planned version was not published')
    } catch (error) {
      house.log.error({ err: error }, 'could not publish a planned version')
    }
  }
  return published
}
