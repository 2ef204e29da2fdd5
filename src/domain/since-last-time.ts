import type { GroupKind } from './group.ts'
import { type Action, type ActionStatus, sortActions } from './plan.ts'

/** An action with the round in which it was agreed, and when it was last changed. One of no round is never looked back on. */
export type AgreedAction = Pick<Action, 'status'> & { roundId: string | null; changedAt: Date }

export type NumberedRound = { id: string; number: number; closedAt: Date | null }

/** What came of it first, then what goes on, and what does not go on last. */
const ORDER: readonly ActionStatus[] = ['done', 'busy', 'to-do', 'dropped']

/**
 * What a group looks back on in a round: everything that was agreed in the round before it, and of even earlier rounds
 * what was still to be done when that round closed. So an action that took three rounds is there when it is done.
 * `current` is the number of the round; nothing that was agreed in it is in the list.
 */
export function actionsOfLastTime<One extends AgreedAction>(
  actions: readonly One[],
  rounds: readonly NumberedRound[],
  current: number,
): One[] {
  const last = rounds
    .filter(({ number }) => number < current)
    .sort((one, other) => other.number - one.number)[0]
  const numberOf = new Map<string | null, number>(rounds.map(({ id, number }) => [id, number]))
  const endedSince = ({ changedAt }: One) =>
    last !== undefined && last.closedAt !== null && changedAt >= last.closedAt
  return actions
    .filter((action) => {
      const number = numberOf.get(action.roundId)
      if (!last || number === undefined || number > last.number) return false
      return number === last.number || isOpen(action) || endedSince(action)
    })
    .sort((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status))
}

/** What is neither done nor dropped, by its next day. */
export function openActions<One extends Pick<Action, 'status' | 'firstStepOn' | 'dueOn'>>(
  actions: readonly One[],
): One[] {
  return sortActions(actions).filter(isOpen)
}

/** How many actions have which status, in the order in which they are told. */
export function countActions(
  actions: readonly Pick<Action, 'status'>[],
): { status: ActionStatus; count: number }[] {
  return ORDER.map((status) => ({
    status,
    count: actions.filter((action) => action.status === status).length,
  })).filter(({ count }) => count > 0)
}

/**
 * Whether what was told of a round can have to do with an action: it was agreed before that round began. What moved
 * earlier moved without it.
 */
export function cameBefore({ agreedIn, toldOf }: { agreedIn: number; toldOf: number }): boolean {
  return agreedIn < toldOf
}

/** Why no two rounds stand beside each other. It says nothing of who took part, and nobody may conclude that. */
export type NoTrend = 'open-group' | 'scan-changed' | 'round-goes-on' | 'told-too-seldom'

/** `toldBefore`: whether something was told of a round before the newest one of which something was told. */
export function whyNoTrend({
  kind,
  toldBefore,
  isRunning,
}: {
  kind: GroupKind
  toldBefore: boolean
  isRunning: boolean
}): NoTrend {
  if (kind === 'open') return 'open-group'
  if (toldBefore) return 'scan-changed'
  return isRunning ? 'round-goes-on' : 'told-too-seldom'
}

/** What a group answered when it was asked whether an action helped; `action` is the id of it. */
export type Helped = { action: string; words: string }

/** In the order of the actions; what was said of an action that is gone is left out. */
export function helpedByAction<One extends { id: string }>(
  actions: readonly One[],
  helped: readonly Helped[],
): { action: One; words: string }[] {
  return actions.flatMap((action) =>
    helped.filter((one) => one.action === action.id).map(({ words }) => ({ action, words })),
  )
}

function isOpen({ status }: Pick<Action, 'status'>): boolean {
  return status === 'to-do' || status === 'busy'
}
