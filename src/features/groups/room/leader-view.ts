import { listNotes, type MeetingNote } from '#database/meeting-notes.ts'
import { countTurnout, type Turnout } from '#database/meeting-votes.ts'
import { listActions, type StoredAction } from '#database/plans.ts'
import type { Action, ActionProblems } from '#domain/plan.ts'
import type { MarkedItem } from '#ui/marked-list.tsx'
import type { House } from '#web/house.ts'
import type { GroupVisit } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { besideEachOther } from './beside-each-other.ts'
import { presentSince } from './cast-vote.ts'
import type { RoomView } from './room-view.ts'

/** What the leader has besides the screen that everybody sees. */
export type LeaderView = {
  view: RoomView
  group: string
  turnout: Turnout
  notes: MeetingNote[]
  /** What was agreed about the round that is talked about. */
  agreed: StoredAction[]
  beside: MarkedItem[] | null
  entrance: { address: string; code: string; picture: string }
}

/** Which panel stands open because something was wrong with it, and what was typed. */
export type PanelState = {
  open: 'note' | 'action' | null
  note?: string
  agreeing?: { action: Action; problems: ActionProblems }
}

/** What only the group sees of its meeting, besides the screen. */
export async function viewForLeader(
  { db, clock, site, drawQr }: Pick<House, 'db' | 'clock' | 'site' | 'drawQr'>,
  { group, account }: GroupVisit,
  view: RoomView,
): Promise<LeaderView> {
  const { meeting, step } = view
  const place = { meetingId: meeting.id, step: step.name, since: presentSince(clock()) }
  const code = meeting.code ?? ''
  const link = `${site.linkBase}${urls.room.to({ code })}`
  return {
    view,
    group: group.id,
    turnout: await countTurnout(db, place),
    notes: await listNotes(db, meeting.id),
    agreed: (await listActions(db, { groupId: group.id })).filter(
      ({ roundId }) => roundId === meeting.roundId,
    ),
    beside: step.kind === 'look' ? await besideEachOther(db, view, account.id) : null,
    entrance: {
      address: `${site.linkBase.replace(/^https?:\/\//, '')}${urls.enterRoom.to()}`,
      code,
      picture: drawQr(link, `Code om mee te doen: ${code}`),
    },
  }
}
