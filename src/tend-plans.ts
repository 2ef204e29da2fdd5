import type { House } from '#web/house.ts'
import { remindOfPlans, whomToRemindOfPlans } from './app.ts'

/**
 * Mails whoever asked for it that a day in a plan comes near. One that fails is told of and holds no other up. Gives
 * how many letters were asked for.
 */
export async function tendPlans(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'mailWaits' | 'log'>,
): Promise<number> {
  let reminded = 0
  for (const account of await whomToRemindOfPlans(house)) {
    try {
      if (await remindOfPlans(house, account)) reminded += 1
    } catch (error) {
      house.log.error({ err: error }, 'could not remind somebody of a plan')
    }
  }
  return reminded
}
