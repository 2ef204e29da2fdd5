import type { GroupKind } from '#domain/group.ts'
import { groupRuleLines, lastDayOf } from '#words/group-words.ts'

/** What stands in an invitation: who asks for what, until when, why, and who will see what. */
export function invitationLines({
  groupName,
  organiser,
  message,
  kind,
  least,
  closesAt,
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
  opening: string
  purpose: string
}): string[] {
  return [
    `${opening} De groep heet ${groupName}. Het kost ongeveer een half uur, en kan tot en met ${lastDayOf(closesAt)}.`,
    purpose,
    ...(message ? [`${organiser ?? 'De organisator'} schrijft: “${message}”`] : []),
    'Dit spreken we af:',
    ...groupRuleLines({ kind, least, closesAt }),
  ]
}
