import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { changeOne, showAction } from './action-page.tsx'
import { addOne, showNewAction } from './new-action.tsx'
import { sendCalendar, sendPlanCsv, sendPlanReport, sendPlanText } from './plan-downloads.ts'
import { showPlan } from './plan-page.tsx'

/** What a group agreed to do, for everybody who is in it. */
export function planRoutes(router: Router): void {
  router.get(urls.groupPlan.pattern, showPlan)
  router.get(urls.groupPlanPdf.pattern, sendPlanReport)
  router.get(urls.groupPlanText.pattern, sendPlanText)
  router.get(urls.groupPlanCsv.pattern, sendPlanCsv)
  router.get(urls.groupPlanCalendar.pattern, sendCalendar)
  router.get(urls.groupNewAction.pattern, showNewAction)
  router.post(urls.groupNewAction.pattern, addOne)
  router.get(urls.groupAction.pattern, showAction)
  router.post(urls.groupAction.pattern, changeOne)
}
