import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { showTrend } from './trend-page.tsx'

/** What changed: the finished scans of one person beside each other. */
export function trendRoutes(router: Router): void {
  router.get(urls.scanTrend.pattern, showTrend)
}
