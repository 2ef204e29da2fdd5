import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { showOperation } from './operation-page.tsx'
import { showOverview } from './overview-page.tsx'

/** For whoever keeps it running. */
export function operationRoutes(router: Router): void {
  router.get(urls.operation.pattern, showOperation)
  router.get(urls.overview.pattern, showOverview)
}
