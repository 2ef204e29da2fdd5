import type { GroupKind } from './group.ts'

/**
 * One time that a group fills in an instrument. It is open until it is closed, by the organiser or by its date, and
 * never opens again.
 */
export type Round = {
  id: string
  kind: GroupKind
  instrument: string
  instrumentVersion: string
  /** Contributors that a release needs, besides the organiser. Fixed when the round began. */
  least: number
  openedAt: Date
  /** It is closed by itself from this moment on. */
  closesAt: Date
  closedAt: Date | null
}

export type RoundState = 'open' | 'due' | 'closed'

/** Somebody who takes part in a round. */
export type Member = {
  account: string
  /** The scan that they fill in for it. */
  scan: string | null
  /** When they sent their answers in; null when they did not, or took them back. */
  sentAt: Date | null
}

/** A scan as far as it matters for sending it in. */
export type SendableScan = {
  instrument: string
  instrumentVersion: string
  finishedAt: Date | null
  /** It is in a release already: told again elsewhere it could be found by subtracting. */
  isTold: boolean
}

/** Every reason why something does not happen in a round; each has a sentence on the screen. */
export type RoundRefusal =
  | 'round-is-closed'
  | 'is-member-already'
  | 'address-is-member-already'
  | 'is-no-member'
  | 'scan-is-of-another-instrument'
  | 'scan-is-not-finished'
  | 'scan-is-too-old'
  | 'scan-was-told-of'
  | 'nothing-was-sent'
  | 'everybody-was-reminded-today'

type Decision = { ok: true } | { ok: false; refusal: RoundRefusal }

const DAY = 24 * 60 * 60 * 1000

/** A scan that was finished longer ago, in days, no longer says how it is now. */
export const USABLE_DAYS = 30

/** The organiser and the program remind at most so often, in hours. */
export const REMIND_HOURS = 24

/** So many days before it closes, whoever has not finished is reminded by itself. */
export const REMIND_BEFORE_DAYS = 3

export function roundState(
  { closedAt, closesAt }: Pick<Round, 'closedAt' | 'closesAt'>,
  now: Date,
): RoundState {
  if (closedAt) return 'closed'
  return now >= closesAt ? 'due' : 'open'
}

/** One person once: the same account, and the same address whatever account has it now. */
export function decideJoin(
  round: Round,
  { hasAccount, hasAddress }: { hasAccount: boolean; hasAddress: boolean },
  now: Date,
): Decision {
  if (roundState(round, now) !== 'open') return refused('round-is-closed')
  if (hasAccount) return refused('is-member-already')
  return hasAddress ? refused('address-is-member-already') : { ok: true }
}

/** Of the scan that the member fills in for it. Also for sending once more: what was sent before is replaced. */
export function decideSend(round: Round, member: Member | null, scan: SendableScan, now: Date): Decision {
  if (roundState(round, now) !== 'open') return refused('round-is-closed')
  if (!member) return refused('is-no-member')
  if (scan.instrument !== round.instrument || scan.instrumentVersion !== round.instrumentVersion) {
    return refused('scan-is-of-another-instrument')
  }
  if (!scan.finishedAt) return refused('scan-is-not-finished')
  if (isOld(scan, now) && scan.finishedAt < round.openedAt) return refused('scan-is-too-old')
  return scan.isTold ? refused('scan-was-told-of') : { ok: true }
}

/**
 * Whether a scan that was filled in before may be taken for a round. Strict about its age: an older one may be counted
 * in a comparison with everybody at this very moment, and is never told of twice.
 */
export function decideUse(round: Round, member: Member | null, scan: SendableScan, now: Date): Decision {
  const decision = decideSend(round, member, scan, now)
  if (!decision.ok) return decision
  return isOld(scan, now) ? refused('scan-is-too-old') : decision
}

function isOld({ finishedAt }: SendableScan, now: Date): boolean {
  return finishedAt !== null && now.getTime() - finishedAt.getTime() > USABLE_DAYS * DAY
}

/** Takes the answers back and stays a member. */
export function decideTakeBack(round: Round, member: Member | null, now: Date): Decision {
  if (roundState(round, now) !== 'open') return refused('round-is-closed')
  if (!member) return refused('is-no-member')
  return member.sentAt ? { ok: true } : refused('nothing-was-sent')
}

export function decideLeave(round: Round, member: Member | null, now: Date): Decision {
  if (roundState(round, now) !== 'open') return refused('round-is-closed')
  return member ? { ok: true } : refused('is-no-member')
}

/** Whoever has not finished is reminded, without anybody being shown who that is. */
export function decideRemind(round: Round, lastRemindedAt: Date | null, now: Date): Decision {
  if (roundState(round, now) !== 'open') return refused('round-is-closed')
  const isRecent = lastRemindedAt && now.getTime() - lastRemindedAt.getTime() < REMIND_HOURS * 60 * 60 * 1000
  return isRecent ? refused('everybody-was-reminded-today') : { ok: true }
}

/** Once: of two who close at the same moment one finds it closed. A round that is due may be closed too. */
export function decideClose(round: Round, now: Date): Decision {
  return roundState(round, now) === 'closed' ? refused('round-is-closed') : { ok: true }
}

function refused(refusal: RoundRefusal): Decision {
  return { ok: false, refusal }
}
