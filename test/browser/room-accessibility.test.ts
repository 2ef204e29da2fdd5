import { OF_A_ROOM, roomStates } from './room-states.ts'
import { lookAtStates } from './states.ts'

lookAtStates({
  what: 'a conversation in the room',
  isOf: OF_A_ROOM,
  noPages: ['groupRoomLive', 'roomLive'],
  make: ({ app }) => roomStates(app),
})
