import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { showResult } from './result-page.tsx'

/** Where one stands: the result of one scan, for its owner. */
export function resultRoutes(router: Router): void {
  router.get(urls.scanResult.pattern, showResult)
}
