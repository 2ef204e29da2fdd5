import type { GroupKind } from '#domain/group.ts'
import { groupRuleLines, lastDayOf } from '#words/group-words.ts'
import { againInWords } from '#words/since-last-time-words.ts'

/** What stands in an invitation: who asks for what, until when, why, and who will see what. */
export function invitationLines({
  groupName,
  organiser,
  message,
  kind,
  least,
  closesAt,
  number,
  opening,
  purpose,
}: {
  groupName: string
  organiser: string | null
  /** What the organiser writes; empty for nothing. */
  message: string
  kind: GroupKind
  least: number
  closesAt: Date
  /** Of the round: from the second on there is something to look back on. */
  number: number
  opening: string
  purpose: string
}): string[] {
  return [
    `${opening} De groep heet ${groupName}. Het kost ongeveer een half uur, en kan tot en met ${lastDayOf(closesAt)}.`,
    purpose,
    ...(number > 1 ? [againInWords(number)] : []),
    ...(message ? [`${organiser ?? 'De organisator'} schrijft: “${message}”`] : []),
    'Dit spreken we af:',
    ...groupRuleLines({ kind, least, closesAt }),
  ]
}
