import { findRelease } from '#database/releases.ts'
import { findMembership } from '#database/round-members.ts'
import { listRounds, type StoredRound } from '#database/rounds.ts'
import { listSharedAnswers } from '#database/shared-answers.ts'
import { findTopics } from '#database/talks.ts'
import type { Instrument, Statement } from '#domain/instrument.ts'
import { statementsOf } from '#domain/instrument.ts'
import {
  proposeTopics,
  reasonsFor,
  reasonsOfRelease,
  reasonsOfShared,
  type TopicReason,
  type TopicReasons,
} from '#domain/talk.ts'
import type { House } from '#web/house.ts'
import type { GroupVisit } from '#web/require-group.ts'
import { type TopicWords, topicsInWords } from '#words/talk-words.ts'

export type Topic = { statement: Statement; reasons: TopicReason[]; words: TopicWords }

/** What a group can talk about: the newest round of which it was told something, or in which answers are shared. */
export type Talk = {
  round: StoredRound
  instrument: Instrument
  reasons: TopicReasons
  topics: Topic[]
  /** Chosen by hand, and not only proposed. */
  isChosen: boolean
}

/** Null as long as there is nothing to talk about from. */
export async function findTalk(
  { db, catalogue, conversationOn }: Pick<House, 'db' | 'catalogue' | 'conversationOn'>,
  { group, account }: GroupVisit,
): Promise<Talk | null> {
  for (const round of await listRounds(db, group.id)) {
    const instrument = catalogue.find(round.instrument, round.instrumentVersion)
    const reasons = instrument && (await reasonsOf({ db }, round, instrument, account.id))
    if (!instrument || !reasons) continue
    const chosen = await findTopics(db, round.id)
    const ids = chosen ?? proposeTopics(instrument, reasons)
    const statements = statementsOf(instrument)
    const conversation = conversationOn(instrument.id)
    const found = ids.flatMap((id) => {
      const statement = statements.find((one) => one.id === id)
      const questions = conversation.questionsFor(id)
      return statement ? [{ statement, reasons: reasonsFor(reasons, id), questions }] : []
    })
    const words = topicsInWords(found)
    return {
      round,
      instrument,
      reasons,
      isChosen: chosen !== null,
      topics: found.flatMap((topic, index) => {
        const own = words[index]
        return own ? [{ ...topic, words: own }] : []
      }),
    }
  }
  return null
}

async function reasonsOf(
  { db }: Pick<House, 'db'>,
  round: StoredRound,
  instrument: Instrument,
  account: string,
): Promise<TopicReasons | null> {
  if (round.kind === 'confidential') {
    const told = round.closedAt && (await findRelease(db, round.id))
    return told ? reasonsOfRelease(instrument, told.content) : null
  }
  if (!(await findMembership(db, round.id, account))) return null
  const shared = await listSharedAnswers(db, round.id, account)
  if (shared.length < 2) return null
  const people = shared.map(({ answers }) =>
    Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, note: '' }])),
  )
  return reasonsOfShared(instrument, people)
}
