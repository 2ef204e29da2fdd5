import type { Weight } from '#domain/meeting.ts'
import type { Helped } from '#domain/since-last-time.ts'
import type { VoteOutcome } from '#domain/vote.ts'
import { dutchDate } from './dutch.ts'

/** One option with what was told of it: in words, and as the part of a bar that is sure and the part that may be. */
export type OutcomeLine = {
  /** One, or several that were counted together. */
  options: string[]
  words: string | null
  /** From 0 to 1; null when only an order was told. */
  bar: { sure: number; possible: number } | null
}

export type OutcomeWords = { lead: string; lines: OutcomeLine[] }

/** What the room is told of a vote. Of nobody and of too few the same is said. */
export function outcomeInWords(outcome: VoteOutcome): OutcomeWords {
  switch (outcome.kind) {
    case 'nothing':
      return { lead: 'Er zijn te weinig stemmen om iets te laten zien. Praat er samen over.', lines: [] }
    case 'order':
      return {
        lead: 'Er zijn te weinig stemmen voor aantallen. Dit is de volgorde: het meest gekozen staat bovenaan.',
        lines: outcome.options.map((option) => ({ options: [option], words: null, bar: null })),
      }
    case 'counts':
      return {
        lead: `${outcome.voters} mensen stemden. Kleine aantallen nemen we samen. Zo kan niemand uitrekenen wat een ander koos.`,
        lines: outcome.counts.map(({ options, least, most }) => ({
          options,
          words: countInWords(least, most, outcome.voters),
          bar: { sure: least / outcome.voters, possible: most / outcome.voters },
        })),
      }
  }
}

/** "5 van de 8", "hooguit 2", "minstens 6 van de 8" */
function countInWords(least: number, most: number, voters: number): string {
  if (least === most) return `${least} van de ${voters}`
  return most < voters ? `hooguit ${most}` : `minstens ${least} van de ${voters}`
}

/** What the room said that helped, per action, by its id. Of an order only what came first is worth a sentence. */
export function helpedInWords(outcome: VoteOutcome): Helped[] {
  switch (outcome.kind) {
    case 'nothing':
      return []
    case 'order':
      return outcome.options
        .slice(0, 1)
        .map((action) => ({ action, words: 'Dit hielp volgens jullie het meest.' }))
    case 'counts':
      return outcome.counts.flatMap(({ options, least, most }) =>
        options.map((action) => ({
          action,
          words: `Van de ${outcome.voters} mensen die stemden, vonden ${peopleFrom(least, most, outcome.voters)} dat dit hielp.`,
        })),
      )
  }
}

/** "er 5", "er hooguit 2", "er minstens 6" */
function peopleFrom(least: number, most: number, voters: number): string {
  if (least === most) return `er ${least}`
  return most < voters ? `er hooguit ${most}` : `er minstens ${least}`
}

const WEIGHTS: Record<Weight, string> = {
  now: 'Dit moet nu',
  'this-year': 'Dit kan later dit jaar',
  later: 'Dit mag wachten',
}

export function weightInWords(weight: Weight): string {
  return WEIGHTS[weight]
}

/** Why nobody votes on this again. */
export function toldEarlierInWords(moment: Date): string {
  return `Zo stemden jullie op ${dutchDate(moment)}. Over dezelfde ronde stem je één keer. Anders verraadt het verschil wat iemand koos.`
}

/** What somebody knows before voting: who sees what, with the real smallest group. */
export function votePromise(least: number): string {
  return `Je stemt zonder naam. Pas als de stemming sluit, zien jullie samen de uitkomst. Met minder dan ${least} stemmen zie je geen aantallen.`
}

/** "Nog niemand stemde.", "5 van de 8 stemden." */
export function turnoutInWords({ present, voters }: { present: number; voters: number }): string {
  if (voters === 0) return 'Nog niemand stemde.'
  const of = Math.max(present, voters)
  return voters === 1 ? `1 van de ${of} stemde.` : `${voters} van de ${of} stemden.`
}

/** "Nog geen telefoon doet mee.", "8 telefoons doen mee." */
export function presenceInWords(present: number): string {
  if (present === 0) return 'Nog geen telefoon doet mee'
  return present === 1 ? '1 telefoon doet mee' : `${present} telefoons doen mee`
}
