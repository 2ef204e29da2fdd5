import type { Instrument } from '#domain/instrument.ts'
import type { Action, ActionStatus } from '#domain/plan.ts'
import { countActions, type NoTrend } from '#domain/since-last-time.ts'
import type { ToldMove } from '#domain/team-trend.ts'
import { capitalised, dutchCount, listed } from './dutch.ts'
import { wordsFor } from './statement-words.ts'
import { fromTo } from './team-trend-words.ts'

export const SINCE_LAST_TIME = 'Sinds de vorige ronde'

/** "Van vier afspraken zijn er twee gedaan, is er één bezig en moet er één nog beginnen." */
export function agreedInWords(actions: readonly Pick<Action, 'status'>[]): string {
  const [first, ...others] = countActions(actions)
  if (!first) return 'In de vorige ronde spraken jullie niets af.'
  if (actions.length === 1) return `Er was één afspraak. ${ONLY[first.status]}`
  if (others.length === 0) return ALL[first.status](actions.length)
  const parts = [first, ...others].map(({ status, count }) => SOME[status](count))
  return `Van ${dutchCount(actions.length)} afspraken ${listed(parts)}.`
}

const ONLY: Record<ActionStatus, string> = {
  done: 'Die is gedaan.',
  busy: 'Daar zijn jullie mee bezig.',
  'to-do': 'Die moet nog beginnen.',
  dropped: 'Die gaat niet door.',
}

const ALL: Record<ActionStatus, (count: number) => string> = {
  done: (count) => `${allOf(count)} zijn gedaan.`,
  busy: (count) => `${allOf(count)} zijn bezig.`,
  'to-do': (count) => `${allOf(count)} moeten nog beginnen.`,
  dropped: (count) => `Geen van de ${dutchCount(count)} afspraken gaat door.`,
}

function allOf(count: number): string {
  return count === 2 ? 'Beide afspraken' : `Alle ${dutchCount(count)} de afspraken`
}

const SOME: Record<ActionStatus, (count: number) => string> = {
  done: (count) => `${count === 1 ? 'is' : 'zijn'} er ${dutchCount(count)} gedaan`,
  busy: (count) => `${count === 1 ? 'is' : 'zijn'} er ${dutchCount(count)} bezig`,
  'to-do': (count) => `${count === 1 ? 'moet' : 'moeten'} er ${dutchCount(count)} nog beginnen`,
  dropped: (count) => `${count === 1 ? 'gaat' : 'gaan'} er ${dutchCount(count)} niet door`,
}

/** "Er staat nog één afspraak open", "Er staan nog drie afspraken open" */
export function stillOpenInWords(count: number): string {
  return count === 1 ? 'Er staat nog één afspraak open' : `Er staan nog ${dutchCount(count)} afspraken open`
}

/** What was written about how it went: what came of it, or why it does not go on; null when nothing was. */
export function remarkInWords({ status, remark }: Pick<Action, 'status' | 'remark'>): string | null {
  if (remark === '') return null
  return `${REMARKS[status]}: ${remark}`
}

const REMARKS: Record<ActionStatus, string> = {
  done: 'Wat het opleverde',
  busy: 'Hoe het gaat',
  'to-do': 'Opmerking',
  dropped: 'Waarom niet',
}

/** "Stelling 3: Tolken" */
export function touchedInWords(
  instrument: Instrument,
  { number, topic }: { number: number; topic: string },
): string {
  return `${capitalised(wordsFor(instrument).one)} ${number}: ${topic}`
}

/** How the statement of an action moved, as it was told; null where it was not. */
export function movedInWords(instrument: Instrument, move: ToldMove | undefined): string | null {
  if (!move || move.movement === null) return null
  const what = capitalised(wordsFor(instrument).this)
  if (move.movement === 'not-comparable') {
    return `${what} is nu een andere vraag. Daarom is er niets te vergelijken.`
  }
  if (move.movement === 'same') return `${what} bleef ongeveer gelijk.`
  return `${what} ging ${move.movement === 'up' ? 'vooruit' : 'achteruit'}: ${fromTo(instrument, move)}.`
}

const NO_TREND: Record<NoTrend, string> = {
  'open-group':
    'Van een open groep komen er geen cijfers. Leg jullie antwoorden naast elkaar, en vertel elkaar wat er veranderde.',
  'scan-changed':
    'Tussen de twee rondes veranderde de scan zelf. Daarom leggen we de cijfers niet naast elkaar.',
  'round-goes-on':
    'Deze ronde loopt nog. Is hij gesloten, en kunnen we iets vertellen over deze en een eerdere ronde? Dan staat het hier.',
  'told-too-seldom':
    'Er zijn nog geen twee rondes waarover we iets kunnen vertellen. Zodra die er zijn, staat het hier.',
}

/** Why nothing is said of what changed. */
export function noTrendInWords(reason: NoTrend): string {
  return NO_TREND[reason]
}

/** An action and a difference stand beside each other; that one came of the other is for the group to say. */
export const NO_PROOF =
  'Een verschil hoeft niet door een afspraak te komen. Jullie weten zelf het beste wat er meespeelde.'

/** In an invitation: only that there is something to look back on. What it is stands behind the door of the group. */
export function againInWords(round: number): string {
  return `Dit is ronde ${round} van deze groep. Doe je mee, dan lees je in de groep wat er sinds de vorige ronde gebeurde.`
}

/** As long as the group is in its first round. */
export const NOT_YET =
  'Deze pagina vult zich als de tweede ronde begint. Dan lees je hier wat er van jullie afspraken kwam, en wat er veranderde.'
