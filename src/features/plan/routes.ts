import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { changeOne, showAction } from './action-page.tsx'
import { addOne, showNewAction } from './new-action.tsx'
import { sendCalendar, sendPlanCsv, sendPlanReport, sendPlanText } from './plan-downloads.ts'
import { showPlan } from './plan-page.tsx'
import { type WithPlan, withGroupPlan, withScanPlan } from './plan-place.ts'
import { changeReminder } from './reminder-part.tsx'

/** What people agreed to do: a group, for everybody who is in it, and somebody by themselves, with their scan. */
export function planRoutes(router: Router): void {
  routesAt(router, withGroupPlan, {
    plan: urls.groupPlan.pattern,
    pdf: urls.groupPlanPdf.pattern,
    text: urls.groupPlanText.pattern,
    csv: urls.groupPlanCsv.pattern,
    calendar: urls.groupPlanCalendar.pattern,
    newAction: urls.groupNewAction.pattern,
    action: urls.groupAction.pattern,
  })
  routesAt(router, withScanPlan, {
    plan: urls.scanPlan.pattern,
    pdf: urls.scanPlanPdf.pattern,
    text: urls.scanPlanText.pattern,
    csv: urls.scanPlanCsv.pattern,
    calendar: urls.scanPlanCalendar.pattern,
    newAction: urls.scanNewAction.pattern,
    action: urls.scanAction.pattern,
  })
}

type Patterns = Record<'plan' | 'pdf' | 'text' | 'csv' | 'calendar' | 'newAction' | 'action', string>

function routesAt(router: Router, withPlan: WithPlan, at: Patterns): void {
  router.get(at.plan, (c) => withPlan(c, (place) => showPlan(c, place)))
  router.post(at.plan, (c) => withPlan(c, (place) => changeReminder(c, place)))
  router.get(at.pdf, (c) => withPlan(c, (place) => sendPlanReport(c, place)))
  router.get(at.text, (c) => withPlan(c, (place) => sendPlanText(c, place)))
  router.get(at.csv, (c) => withPlan(c, (place) => sendPlanCsv(c, place)))
  router.get(at.calendar, (c) => withPlan(c, (place) => sendCalendar(c, place)))
  router.get(at.newAction, (c) => withPlan(c, (place) => showNewAction(c, place)))
  router.post(at.newAction, (c) => withPlan(c, (place) => addOne(c, place)))
  router.get(at.action, (c) => withPlan(c, (place) => showAction(c, place)))
  router.post(at.action, (c) => withPlan(c, (place) => changeOne(c, place)))
}
