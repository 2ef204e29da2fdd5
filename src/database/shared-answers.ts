import type { Database } from './connect.ts'

/** Answers that somebody chose to show the other members of an open group, under the name they gave. */
export type SharedAnswers = {
  name: string
  answers: Record<string, string | null>
  isSelf: boolean
}

/**
 * The answers that members of a round of an open group share, for a member of that round; nothing for anybody else,
 * and nothing in a confidential group.
 */
export async function listSharedAnswers(
  db: Database,
  roundId: string,
  accountId: string,
): Promise<SharedAnswers[]> {
  const rows = await db
    .selectFrom('sentAnswers')
    .innerJoin('roundMembers', 'roundMembers.id', 'sentAnswers.memberId')
    .innerJoin('rounds', 'rounds.id', 'roundMembers.roundId')
    .innerJoin('groups', 'groups.id', 'rounds.groupId')
    .select(['sentAnswers.sharedName', 'sentAnswers.answers', 'roundMembers.accountId'])
    .where('rounds.id', '=', roundId)
    .where('groups.kind', '=', 'open')
    .where('sentAnswers.sharedName', 'is not', null)
    .where((row) =>
      row.exists(
        row
          .selectFrom('roundMembers as viewer')
          .select('viewer.id')
          .where('viewer.roundId', '=', roundId)
          .where('viewer.accountId', '=', accountId),
      ),
    )
    .orderBy('sentAnswers.sharedName')
    .orderBy('sentAnswers.memberId')
    .execute()
  return rows.map(({ sharedName, answers, accountId: sharer }) => ({
    name: sharedName ?? '',
    answers,
    isSelf: sharer === accountId,
  }))
}
