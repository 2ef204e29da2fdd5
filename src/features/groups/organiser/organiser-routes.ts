import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { close, showClose } from './close.tsx'
import { showGroup } from './group-page.tsx'
import { showGroups } from './groups-page.tsx'
import { changeInvitation } from './invitation.ts'
import { showInvitations } from './invitations-page.tsx'
import { invite, showInvite } from './invite.tsx'
import { answerRequest } from './join-request.ts'
import { changeLink } from './link.tsx'
import { makeGroup, showNewGroup } from './new-group.tsx'
import { beginRound, showNextRound } from './next-round.tsx'
import { remindAll } from './remind-all.ts'

/** One's groups, and what an organiser does with one. */
export function organiserRoutes(router: Router): void {
  router.get(urls.groups.pattern, showGroups)
  router.get(urls.newGroup.pattern, showNewGroup)
  router.post(urls.newGroup.pattern, makeGroup)
  router.get(urls.group.pattern, showGroup)
  router.get(urls.groupInvite.pattern, showInvite)
  router.post(urls.groupInvite.pattern, invite)
  router.get(urls.groupInvitations.pattern, showInvitations)
  router.post(urls.groupInvitation.pattern, changeInvitation)
  router.post(urls.groupLink.pattern, changeLink)
  router.post(urls.groupRequest.pattern, answerRequest)
  router.post(urls.groupRemind.pattern, remindAll)
  router.get(urls.groupClose.pattern, showClose)
  router.post(urls.groupClose.pattern, close)
  router.get(urls.groupNextRound.pattern, showNextRound)
  router.post(urls.groupNextRound.pattern, beginRound)
}
