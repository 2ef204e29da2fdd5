import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { fillIn } from './fill-in.ts'
import { acceptInvitation, showInvitation } from './invitation.tsx'
import { askToJoin, showJoinByLink } from './join-by-link.tsx'
import { leave, showLeave } from './leave.tsx'
import { sendRoundCsv, sendRoundReport, sendRoundSheets } from './round-downloads.ts'
import { showRound } from './round-page.tsx'
import { send, showSend } from './send.tsx'
import { takeBack } from './take-back.ts'

/** What a member of a group does, and whoever is invited to become one. */
export function memberRoutes(router: Router): void {
  router.get(urls.invitation.pattern, showInvitation)
  router.post(urls.invitation.pattern, acceptInvitation)
  router.get(urls.joinByLink.pattern, showJoinByLink)
  router.post(urls.joinByLink.pattern, askToJoin)
  router.post(urls.groupFillIn.pattern, fillIn)
  router.get(urls.groupSend.pattern, showSend)
  router.post(urls.groupSend.pattern, send)
  router.post(urls.groupTakeBack.pattern, takeBack)
  router.get(urls.groupLeave.pattern, showLeave)
  router.post(urls.groupLeave.pattern, leave)
  router.get(urls.groupRound.pattern, showRound)
  router.get(urls.groupRoundPdf.pattern, sendRoundReport)
  router.get(urls.groupRoundCsv.pattern, sendRoundCsv)
  router.get(urls.groupRoundSheets.pattern, sendRoundSheets)
}
