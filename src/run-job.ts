import { noteJob } from '#database/job-runs.ts'
import type { House } from '#web/house.ts'

/**
 * Does something that nobody asks for with a request, and remembers how it ended for whoever keeps the program running.
 * What fails is told of under `failure` and holds nothing else up: then undefined is given.
 */
export async function runJob<Outcome>(
  { db, clock, log }: Pick<House, 'db' | 'clock' | 'log'>,
  { name, failure }: { name: string; failure: string },
  run: () => Promise<Outcome>,
): Promise<Outcome | undefined> {
  try {
    const outcome = await run()
    await noteJob(db, name, { succeededAt: clock() })
    return outcome
  } catch (error) {
    log.error({ err: error }, failure)
    // The database may be what failed.
    await noteJob(db, name, { failedAt: clock() }).catch(() => {})
    return undefined
  }
}
