import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { enter, showEntrance } from './enter.tsx'
import { followLive, followRoom, takePart } from './follow.tsx'
import { leadRoom } from './lead.ts'
import { showRecord, wipeFromRecord } from './record-page.tsx'
import { roomLive, showRoom } from './room-page.tsx'

/** The conversation in the room: the screen on the wall, and phones that follow it. */
export function roomRoutes(router: Router): void {
  router.get(urls.groupRoom.pattern, showRoom)
  router.post(urls.groupRoom.pattern, leadRoom)
  router.get(urls.groupRoomLive.pattern, roomLive)
  router.get(urls.groupRecord.pattern, showRecord)
  router.post(urls.groupRecord.pattern, wipeFromRecord)
  router.get(urls.enterRoom.pattern, showEntrance)
  router.post(urls.enterRoom.pattern, enter)
  router.get(urls.room.pattern, followRoom)
  router.post(urls.room.pattern, takePart)
  router.get(urls.roomLive.pattern, followLive)
}
