import { findOutcomeAbout } from '#database/meeting-votes.ts'
import { listActions, type StoredAction } from '#database/plans.ts'
import { listRounds, type StoredRound } from '#database/rounds.ts'
import { type Instrument, type Statement, statementsOf } from '#domain/instrument.ts'
import {
  actionsOfLastTime,
  cameBefore,
  type Helped,
  type NoTrend,
  whyNoTrend,
} from '#domain/since-last-time.ts'
import type { TeamTrend } from '#domain/team-trend.ts'
import { teamResultOf } from '#features/groups/member/round-page.tsx'
import type { SharedResult } from '#features/groups/result/team-result.ts'
import { type ToldParts, toldParts } from '#features/groups/result/told-parts.ts'
import type { House } from '#web/house.ts'
import type { GroupVisit } from '#web/require-group.ts'
import { movedInWords, touchedInWords } from '#words/since-last-time-words.ts'
import { helpedInWords } from '#words/vote-words.ts'

/** An action, with the statement that it came from and how that one moved since, both in words. */
export type ActionLookedBackOn = { action: StoredAction; touched: string | null; moved: string | null }

/** Two rounds beside each other, as the result of the later one has them. */
export type ToldTrend = ToldParts & { trend: TeamTrend; before: NonNullable<SharedResult['before']> }

export type SinceLastTime = {
  group: GroupVisit['group']
  /** Of the newest round: its language and title stand on what is taken along. */
  instrument: Instrument
  actions: ActionLookedBackOn[]
  /** Empty as long as nobody was asked. */
  helped: Helped[]
  told: { kind: 'trend'; trend: ToldTrend } | { kind: 'none'; why: NoTrend }
}

/** Null as long as the group is in its first round: there is no last time. */
export async function findSinceLastTime(
  house: Pick<House, 'db' | 'catalogue'>,
  visit: GroupVisit,
): Promise<SinceLastTime | null> {
  const { group, instrument } = visit
  if (group.round.number === 1) return null
  const rounds = await listRounds(house.db, group.id)
  const told = await findTold(house, visit, rounds)
  const actions = actionsOfLastTime(
    await listActions(house.db, { groupId: group.id }),
    rounds,
    group.round.number,
  )
  const outcome = await findOutcomeAbout(house.db, { roundId: group.round.id, step: 'back' })
  return {
    group,
    instrument,
    actions: actions.map((action) => lookBack(house, { action, rounds, told })),
    helped: outcome ? helpedInWords(outcome) : [],
    told,
  }
}

/** Whether there is anything to put on paper. */
export function hasSomething({ actions, told }: SinceLastTime): boolean {
  return actions.length > 0 || told.kind === 'trend'
}

/** What was agreed, without what was told: enough to say in one sentence how far it is. */
export async function findActionsOfLastTime(
  { db }: Pick<House, 'db'>,
  group: { id: string; round: { number: number } },
): Promise<StoredAction[]> {
  if (group.round.number === 1) return []
  return actionsOfLastTime(
    await listActions(db, { groupId: group.id }),
    await listRounds(db, group.id),
    group.round.number,
  )
}

/** The newest round of which the group was told something, as its own result has it: nothing is compared anew. */
async function findTold(
  house: Pick<House, 'db' | 'catalogue'>,
  visit: GroupVisit,
  rounds: readonly StoredRound[],
): Promise<SinceLastTime['told']> {
  const { kind, round: current } = visit.group
  const reasons = { kind, isRunning: current.closedAt === null }
  for (const round of kind === 'confidential' ? rounds.filter(({ closedAt }) => closedAt !== null) : []) {
    const instrument = house.catalogue.find(round.instrument, round.instrumentVersion)
    const result = instrument && (await teamResultOf(house, { ...visit, round, instrument }))
    if (!result) continue
    const parts = toldParts(result)
    const { trend, before } = parts
    if (trend && before) return { kind: 'trend', trend: { ...parts, trend, before } }
    const toldBefore = result.release.compared !== null
    return { kind: 'none', why: whyNoTrend({ ...reasons, toldBefore }) }
  }
  return { kind: 'none', why: whyNoTrend({ ...reasons, toldBefore: false }) }
}

function lookBack(
  { catalogue }: Pick<House, 'catalogue'>,
  {
    action,
    rounds,
    told,
  }: { action: StoredAction; rounds: readonly StoredRound[]; told: SinceLastTime['told'] },
): ActionLookedBackOn {
  const round = rounds.find(({ id }) => id === action.roundId)
  // As it was when the group agreed on it: the scan may have other words since.
  const instrument = round && catalogue.find(round.instrument, round.instrumentVersion)
  const statement = instrument && findStatement(instrument, action.statement)
  if (!round || !instrument || !statement) return { action, touched: null, moved: null }
  const canSay =
    told.kind === 'trend' && cameBefore({ agreedIn: round.number, toldOf: told.trend.round.number })
  return {
    action,
    touched: touchedInWords(instrument, statement),
    moved: canSay ? movedInWords(told.trend.instrument, told.trend.trend.statements.get(statement.id)) : null,
  }
}

function findStatement(instrument: Instrument, id: string | null): Statement | undefined {
  return statementsOf(instrument).find((one) => one.id === id)
}
