import type { Router } from '#web/house.ts'
import { memberRoutes } from './member/member-routes.ts'
import { organiserRoutes } from './organiser/organiser-routes.ts'
import { roomRoutes } from './room/room-routes.ts'
import { sinceLastTimeRoutes } from './since-last-time/since-last-time-routes.ts'
import { talkRoutes } from './talk/talk-routes.ts'

/** What people do together: a group fills in an instrument, and sees where it stands. */
export function groupRoutes(router: Router): void {
  organiserRoutes(router)
  memberRoutes(router)
  roomRoutes(router)
  talkRoutes(router)
  sinceLastTimeRoutes(router)
}
