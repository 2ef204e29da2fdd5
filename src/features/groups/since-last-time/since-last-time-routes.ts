import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { sendSinceLastTime } from './since-last-time-document.ts'
import { showSinceLastTime } from './since-last-time-page.tsx'

/** What a round opens with: what came of the last one, for everybody who is in the group. */
export function sinceLastTimeRoutes(router: Router): void {
  router.get(urls.groupSinceLastTime.pattern, showSinceLastTime)
  router.get(urls.groupSinceLastTimePdf.pattern, sendSinceLastTime)
}
