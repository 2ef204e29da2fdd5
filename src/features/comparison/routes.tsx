import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { showComparison } from './comparison-page.tsx'
import { showComparisons } from './comparisons-page.tsx'
import { sendComparisonCsv, sendComparisonJson } from './open-data.ts'

/** How everybody stands who filled in a scan: for whoever wants to know, with or without an account. */
export function comparisonRoutes(router: Router): void {
  router.get(urls.comparisons.pattern, showComparisons)
  router.get(urls.comparison.pattern, showComparison)
  router.get(urls.comparisonJson.pattern, sendComparisonJson)
  router.get(urls.comparisonCsv.pattern, sendComparisonCsv)
}
