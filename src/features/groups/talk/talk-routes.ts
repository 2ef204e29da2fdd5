import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { sendHandOut } from './hand-out.ts'
import { chooseTopics, showTalk } from './talk-page.tsx'

/** Preparing the conversation of a group. */
export function talkRoutes(router: Router): void {
  router.get(urls.groupTalk.pattern, showTalk)
  router.post(urls.groupTalk.pattern, chooseTopics)
  router.get(urls.groupTalkPdf.pattern, sendHandOut)
}
