import { requestMail } from '#database/mails.ts'
import {
  listAccountsToRemind,
  listActionsToRemindOf,
  listDaysTold,
  lockPlanLetter,
  savePlanLetter,
} from '#database/plan-reminders.ts'
import { decidePlanLetter, lastNearDay, REMIND_FROM_HOUR } from '#domain/plan-reminder.ts'
import type { House } from '#web/house.ts'
import { hourOfDay, isoDate } from '#words/dutch.ts'

/** Whose turn it may be today; nobody's before the morning. */
export async function whomToRemindOfPlans({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<string[]> {
  const now = clock()
  if (hourOfDay(now) < REMIND_FROM_HOUR) return []
  const today = isoDate(now)
  return listAccountsToRemind(db, { today, last: lastNearDay(today) })
}

/**
 * Asks for one letter about everything that comes near in the plans of which this account wants to be reminded. Of two
 * programs at once one does. Gives whether a letter was asked for.
 */
export async function remindOfPlans(
  house: Pick<House, 'db' | 'clock' | 'secrets' | 'mailWaits'>,
  accountId: string,
): Promise<boolean> {
  const isAsked = await house.db.transaction().execute(async (trx) => {
    const account = await lockPlanLetter(trx, accountId)
    if (!account) return false
    const now = house.clock()
    const today = isoDate(now)
    const near = decidePlanLetter({
      actions: await listActionsToRemindOf(trx, accountId),
      told: await listDaysTold(trx, accountId),
      lastLetterOn: account.planLetterOn,
      today,
    })
    if (near.length === 0) return false
    const days = near.map(({ action, day }) => ({ actionId: action.id, day }))
    await savePlanLetter(trx, { accountId, days, today })
    await requestMail(trx, {
      id: house.secrets.createId(),
      kind: 'plan-reminder',
      address: account.address,
      accountId,
      about: today,
      requestedAt: now,
    })
    return true
  })
  if (isAsked) house.mailWaits()
  return isAsked
}
