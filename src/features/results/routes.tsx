import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { sendCsv, sendReport, sendSheets, sendText } from './downloads.ts'
import { showResult } from './result-page.tsx'

/** Where one stands: the result of one scan, for its owner, on a page and to take along. */
export function resultRoutes(router: Router): void {
  router.get(urls.scanResult.pattern, showResult)
  router.get(urls.scanResultPdf.pattern, sendReport)
  router.get(urls.scanResultText.pattern, sendText)
  router.get(urls.scanResultSheets.pattern, sendSheets)
  router.get(urls.scanResultCsv.pattern, sendCsv)
}
