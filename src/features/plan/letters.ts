import { type ActionToRemindOf, listActionsToRemindOf, listDaysTold } from '#database/plan-reminders.ts'
import type { PlanMailKind } from '#domain/letter.ts'
import { stillComingNear } from '#domain/plan-reminder.ts'
import { letter } from '#web/letter.tsx'
import { type LetterWriter, linkTo } from '#web/letter-writer.ts'
import { urls } from '#web/urls.ts'
import { nearDayInWords } from '#words/plan-words.ts'

/** The letters of plans, written when they are sent: what was done, put off or switched off meanwhile is not in it. */
export const PLAN_LETTERS: Record<PlanMailKind, LetterWriter> = {
  'plan-reminder': async (desk, { accountId, about: day, address }) => {
    if (!accountId || !day) return null
    const actions = await listActionsToRemindOf(desk.db, accountId)
    const near = stillComingNear(actions, await listDaysTold(desk.db, accountId, day), day)
    const plans = [...new Map(near.map(({ action }) => [pathOf(action), titleOf(action)]))]
    const [first] = plans
    if (!first) return null
    const isOne = plans.length === 1
    return letter({
      to: address,
      subject: 'Er komt een dag dichtbij in je plan',
      lines: plans.flatMap(([path, title]) => [
        `Dit komt eraan in ${title}:`,
        ...near.filter(({ action }) => pathOf(action) === path).map(nearDayInWords),
      ]),
      ...(isOne && { action: { label: 'Naar het plan', href: linkTo(desk, first[0]) } }),
      closing: [
        ...(isOne ? [] : plans.map(([path, title]) => `Naar ${title}: ${linkTo(desk, path)}`)),
        'Je krijgt deze mail omdat je daarom vroeg. Op de pagina van het plan zet je hem weer uit.',
      ],
    })
  },
}

/** An action has exactly one of the two. */
function pathOf({ groupId, scanId }: ActionToRemindOf): string {
  return groupId ? urls.groupPlan.to({ group: groupId }) : urls.scanPlan.to({ scan: scanId ?? '' })
}

function titleOf({ groupName }: ActionToRemindOf): string {
  return groupName ? `het plan van ${groupName}` : 'je eigen plan'
}
