import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { saveName, showAgain, showName } from './again.tsx'
import { saveBackgroundAnswers } from './background.tsx'
import { showCheck } from './check-page.tsx'
import { saveClusterPage, showCluster } from './cluster.tsx'
import { eraseOwnScan, showEraseQuestion } from './erase.tsx'
import { finish, reopen } from './finish.ts'
import { showHub } from './hub-page.tsx'
import { makeResumeCode, resume, showResume } from './resume.tsx'
import { saveInBackground } from './save-in-background.ts'
import { showScans } from './scans-page.tsx'
import { start } from './start.ts'

/** Filling in, from the first click to the last answer. */
export function scanRoutes(router: Router): void {
  router.get(urls.scans.pattern, showScans)
  router.post(urls.scans.pattern, start)
  router.get(urls.resume.pattern, showResume)
  router.post(urls.resume.pattern, resume)
  router.get(urls.scan.pattern, showHub)
  router.post(urls.scanBackground.pattern, saveBackgroundAnswers)
  router.put(urls.scanAnswer.pattern, saveInBackground)
  router.get(urls.scanCheck.pattern, showCheck)
  router.post(urls.scanFinish.pattern, finish)
  router.post(urls.scanReopen.pattern, reopen)
  router.post(urls.scanResumeCode.pattern, makeResumeCode)
  router.get(urls.scanErase.pattern, showEraseQuestion)
  router.post(urls.scanErase.pattern, eraseOwnScan)
  router.get(urls.scanAgain.pattern, showAgain)
  router.get(urls.scanName.pattern, showName)
  router.post(urls.scanName.pattern, saveName)
  router.get(urls.scanCluster.pattern, showCluster)
  router.post(urls.scanCluster.pattern, saveClusterPage)
}
