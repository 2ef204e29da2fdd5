import { meetingNews, type StoredMeeting } from '#database/meetings.ts'
import { addAction } from '#database/plans.ts'
import { sendNews } from '#database/send-news.ts'
import { checkAction } from '#domain/plan.ts'
import type { FormFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { readAction } from '#web/read-action.ts'
import type { GroupVisit } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { isoDate } from '#words/dutch.ts'
import { roomPage } from './room-page.tsx'
import { viewRoom } from './room-view.ts'

/** Puts what was just agreed in the plan of the group. */
export async function agree(
  c: RequestContext,
  visit: GroupVisit,
  meeting: StoredMeeting,
  form: FormFields,
): Promise<Response> {
  const house = c.get('house')
  const { db, clock, secrets } = house
  const view = await viewRoom(house, meeting)
  const action = view && readAction(form, view.instrument)
  if (!action) return refuse(c, 400)
  const now = clock()
  const problems = checkAction(action, isoDate(now))
  if (Object.keys(problems).length > 0) {
    return roomPage(c, visit, meeting, { open: 'action', agreeing: { action, problems } })
  }
  await db.transaction().execute(async (trx) => {
    await addAction(trx, {
      ...action,
      id: secrets.createId(),
      keeper: { groupId: visit.group.id, roundId: meeting.roundId },
      at: now,
    })
    await sendNews(trx, meetingNews(meeting.id))
  })
  return c.redirect(`${urls.groupRoom.to({ group: visit.group.id })}?gelukt=afspraak`, 303)
}
