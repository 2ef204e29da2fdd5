import { listSharedAnswers } from '#database/shared-answers.ts'
import { findAnswer } from '#domain/instrument.ts'
import type { MarkedItem } from '#ui/marked-list.tsx'
import type { House } from '#web/house.ts'
import { sharedAnswer } from '#words/team-side-words.ts'
import type { RoomView } from './room-view.ts'

/** What members of an open group share on this topic: for a member, and on no phone. */
export async function besideEachOther(
  db: House['db'],
  { meeting, topic, instrument }: RoomView,
  account: string,
): Promise<MarkedItem[] | null> {
  if (meeting.kind !== 'open' || !topic) return null
  const shared = await listSharedAnswers(db, meeting.roundId, account)
  const items = shared.map(({ name, answers }) => {
    const answer = findAnswer(instrument, answers[topic.id]) ?? null
    return { label: name, text: sharedAnswer(instrument, answer), level: answer ? answer.level : undefined }
  })
  return items.length > 0 ? items : null
}
