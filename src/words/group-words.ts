import { LIMITS } from '#domain/attempt-limits.ts'
import type { GroupKind } from '#domain/group.ts'
import type { InvitedAddresses } from '#domain/invited-addresses.ts'
import { MOST_AT_ONCE } from '#domain/invited-addresses.ts'
import { REMIND_HOURS, type Round, type RoundRefusal, roundState, USABLE_DAYS } from '#domain/round.ts'
import type { ToldProgress } from '#domain/round-progress.ts'
import { capitalised, dutchCount, dutchDate, dutchTime, listed } from './dutch.ts'

const REFUSALS: Record<RoundRefusal, string> = {
  'round-is-closed': 'De ronde is gesloten. Er verandert niets meer. Doe mee met een volgende ronde.',
  'is-member-already': 'Je doet al mee met deze ronde.',
  'address-is-member-already':
    'Met dit e-mailadres doet al iemand mee met deze ronde. Iedereen doet één keer mee.',
  'is-no-member': 'Je doet niet mee met deze ronde. Vraag de organisator om een uitnodiging.',
  'scan-is-of-another-instrument':
    'Deze scan hoort bij een ander instrument, of bij een andere versie ervan. Vul een nieuwe scan in.',
  'scan-is-not-finished': 'Je scan is nog niet af. Rond hem eerst af. Wat je invulde, staat er nog.',
  'scan-is-too-old': `Je scan is langer dan ${USABLE_DAYS} dagen geleden afgerond. Vul een nieuwe scan in.`,
  'scan-was-told-of':
    'Deze scan telt al mee in de vergelijking met iedereen. Om je te beschermen kan hij niet ook in een groep. Vul een nieuwe scan in.',
  'nothing-was-sent': 'Je hebt niets ingestuurd. Er valt dus niets terug te halen.',
  'everybody-was-reminded-today': `De laatste herinnering is minder dan ${REMIND_HOURS} uur geleden verstuurd. Probeer het morgen weer.`,
}

/** Why something did not happen in a round, and what to do. */
export function refusalInWords(refusal: RoundRefusal): string {
  return REFUSALS[refusal]
}

export type GroupRulesOf = { kind: GroupKind; least: number; closesAt: Date }

/** Who will see what, in five lines: for the page on which somebody joins, for what they send in, and for letters. */
export function groupRuleLines({ kind, least, closesAt }: GroupRulesOf): string[] {
  const lastDay = lastDayOf(closesAt)
  if (kind === 'open') {
    return [
      'Dit is een open groep. Je kiest zelf of je je antwoorden met de groep deelt.',
      'Deel je ze? Dan zien de leden van deze groep jouw antwoorden, met je naam erbij. Niemand anders ziet ze.',
      'Je kiest pas nadat je je eigen resultaat hebt gezien. Je notities gaan nooit mee.',
      `Tot en met ${lastDay} kun je terughalen wat je deelde. Daarna blijft het in de groep staan.`,
      'Er komen geen cijfers van deze groep, en niets ervan telt mee in een vergelijking met anderen.',
    ]
  }
  return [
    'Niemand ziet jouw antwoorden. Ook de organisator en je leidinggevende niet.',
    `De groep ziet alleen cijfers van iedereen samen, en per functie als van elke functie minstens ${least} mensen meedoen.`,
    `Die cijfers komen één keer: na ${lastDay}, of eerder als de organisator de ronde sluit. Stuurden minder dan ${least} mensen naast de organisator iets in? Dan ziet niemand iets.`,
    'De organisator ziet hoeveel mensen meedoen. Niet wie dat zijn, en niet wie klaar is.',
    'Je notities en je naam gaan niet mee. Tot de ronde sluit, kun je stoppen of terughalen wat je instuurde. Daarna wissen we het, en blijven alleen de cijfers.',
  ]
}

/** A round closes as its last day ends. */
export function lastDayOf(closesAt: Date): string {
  return dutchDate(new Date(closesAt.getTime() - 1))
}

/** "Het kan tot en met 7 december 2026." */
export function untilInWords(closesAt: Date): string {
  return `Het kan tot en met ${lastDayOf(closesAt)}.`
}

/** How a round stands, as a sentence. */
export function roundInWords(round: Pick<Round, 'closedAt' | 'closesAt'>, now: Date): string {
  const state = roundState(round, now)
  if (state === 'open') return `Open tot en met ${lastDayOf(round.closesAt)}.`
  if (state === 'due') return 'De dag van sluiten is voorbij. De ronde sluit zo vanzelf.'
  return `Gesloten op ${dutchDate(round.closedAt ?? round.closesAt)}.`
}

/** A group in a list: what one is in it, and how its newest round stands. */
export function groupInWords(
  {
    isOrganiser,
    membership,
    round,
  }: {
    isOrganiser: boolean
    membership: { sentAt: Date | null } | null
    round: Pick<Round, 'closedAt' | 'closesAt'>
  },
  now: Date,
): string {
  const part = isOrganiser
    ? 'Jij organiseert deze groep.'
    : membership
      ? 'Je doet mee.'
      : 'Je deed eerder mee.'
  const isOpen = roundState(round, now) === 'open'
  const todo =
    membership && isOpen
      ? membership.sentAt
        ? ' Je stuurde je antwoorden in.'
        : ' Je moet nog insturen.'
      : ''
  return `${part}${todo} ${roundInWords(round, now)}`
}

/** "Nog niemand", "1 mens", "12 mensen". */
export function peopleInWords(count: number): string {
  if (count === 0) return 'Nog niemand'
  return count === 1 ? '1 mens' : `${count} mensen`
}

/** How far a round is, as its organiser may know it: about how many, as it was once that day. */
export function progressInWords(progress: ToldProgress | null, least: number): string {
  if (!progress?.people) return `Minder dan ${least} mensen, of nog niet geteld. We tellen één keer per dag.`
  const { from, to } = progress.people
  const { countedAt } = progress
  const many = to === null ? `${from} mensen of meer` : `${from} tot en met ${to} mensen`
  return `${many}, geteld op ${dutchDate(countedAt)} om ${dutchTime(countedAt)}. We tellen één keer per dag.`
}

/** An organiser has sent as many letters as go out in a day. */
export const ENOUGH_FOR_TODAY = `Je kunt ${dutchCount(LIMITS.invitationsPerAccount.most)} uitnodigingen per dag versturen. Met deze erbij zijn het er meer. Er is niets verstuurd. Probeer het morgen weer.`

const SHOWN = 5
const SHOWN_LENGTH = 60

/** What was noticed in pasted addresses: nothing of it is left out in silence. */
export function noticedInWords({ repeated, known, hasOwn, unreadable, tooMany }: InvitedAddresses): string[] {
  const some = (all: string[]) => {
    const texts = all.slice(0, SHOWN).map(shortened)
    return all.length <= SHOWN ? listed(texts) : `${texts.join(', ')} en nog ${all.length - SHOWN}`
  }
  return [
    ...(repeated.length > 0 ? [`Dubbel, en één keer gerekend: ${some(repeated)}.`] : []),
    ...(known.length > 0 ? [`Al uitgenodigd, en nu overgeslagen: ${some(known)}.`] : []),
    ...(hasOwn
      ? ['Je eigen adres staat erbij. Jij krijgt geen mail. Meedoen kan op de pagina van de groep.']
      : []),
    ...(unreadable.length > 0 ? [`Geen e-mailadres, en overgeslagen: ${some(unreadable)}.`] : []),
    ...(tooMany > 0
      ? [
          `${capitalised(dutchCount(tooMany))} adressen te veel. Nodig er hooguit ${MOST_AT_ONCE} tegelijk uit, en daarna de rest.`,
        ]
      : []),
  ]
}

function shortened(text: string): string {
  return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH).trimEnd()}…`
}
