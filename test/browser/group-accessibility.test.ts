import { groupStates, OF_A_GROUP } from './group-states.ts'
import { lookAtStates } from './states.ts'

lookAtStates({
  what: 'a group',
  isOf: OF_A_GROUP,
  noPages: [
    'groupRoom',
    'groupRoomLive',
    'groupRecord',
    'groupRoundPdf',
    'groupRoundCsv',
    'groupRoundSheets',
    'groupTalkPdf',
    'groupPlanPdf',
    'groupPlanText',
    'groupPlanCsv',
    'groupPlanCalendar',
    'groupSinceLastTimePdf',
  ],
  make: ({ app }) => groupStates(app),
})
