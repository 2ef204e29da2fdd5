import { findAnswer, type Instrument, levelsOf } from '#domain/instrument.ts'
import type { RoleFigures, Share, ToldMean } from '#domain/release-figures.ts'
import type { Answers } from '#domain/scan.ts'
import type { StatementTold } from '#domain/team-reading.ts'
import type { ToldMove } from '#domain/team-trend.ts'
import { asSentence, capitalised } from './dutch.ts'
import { answerInShort } from './outcome-words.ts'
import { shortLabel } from './statement-words.ts'
import {
  agreementInWords,
  levelInWords,
  nearestLevel,
  phraseOf,
  roleInWords,
  shareInWords,
} from './team-words.ts'

/** Somebody, or several together, with where they stand: `level` is drawn, null for unknown, undefined for nothing. */
export type StandLine = { who: string; level: number | null | undefined; text: string; note?: string }

/** What part of the people chose a level: in rough steps from 0, and in words. */
export type SpreadLine = { label: string; steps: number; words: string }

/** Everybody together first, then each role as far as it is told, then what was told before. */
export function standLines(
  instrument: Instrument,
  { statement, told }: StatementTold,
  { roles, move }: { roles: readonly RoleFigures[]; move: ToldMove | undefined },
): StandLine[] {
  const line = (who: string, mean: ToldMean): StandLine => ({
    who,
    level: nearestLevel(instrument, mean),
    text: phraseOf(levelInWords(instrument, mean), mean),
  })
  return [
    line('Allemaal samen', told.mean),
    ...roles.flatMap(({ role, figures }) => {
      const found = figures.statements.find((one) => one.statement === statement.id)
      return found ? [line(roleInWords(instrument, role), found.mean)] : []
    }),
    ...(move ? [line('Vorige keer, samen', move.from)] : []),
  ]
}

/** The viewer's own answer: beside the others on their own screen, and nowhere else. */
export function ownLine(instrument: Instrument, own: Answers, statement: string): StandLine {
  const given = Object.hasOwn(own, statement) ? own[statement] : undefined
  const answer = findAnswer(instrument, given?.answer) ?? null
  return {
    who: 'Jij',
    level: answer ? answer.level : undefined,
    text: instrument.kind === 'levels' && answer ? answer.label.toLowerCase() : answerInShort({ answer }),
    note: 'alleen jij ziet dit',
  }
}

/** How far people agree and how many gave no level. Of nobody and of too few the same is said. */
export function spreadSentences({ told }: StatementTold): string {
  if (told.withoutLevel === null || told.agreement === null) return TOO_FEW
  return `${agreementInWords(told.agreement).sentence} ${asSentence(`Onbekend of n.v.t.: ${shareInWords(told.withoutLevel)}`)}`
}

/** What the level that the mean lies closest to means for this statement; null when nothing is told. */
export function meaningOfMean(instrument: Instrument, { statement, told }: StatementTold): string | null {
  const level = nearestLevel(instrument, told.mean)
  const answer = levelsOf(instrument).find((one) => one.level === level)
  if (!answer) return null
  const word = capitalised(levelInWords(instrument, told.mean))
  return `“${word}” betekent hier: ${statement.answers[answer.id] ?? answer.meaning}`
}

const TOO_FEW = 'Te weinig mensen gaven hier een niveau. Daarom staat er geen cijfer.'

/** What part of the people chose each level, from low to high; null when that is not told. */
export function spreadLines(instrument: Instrument, { told }: StatementTold): SpreadLine[] | null {
  const { spread } = told
  if (told.mean.kind === 'none' || spread === null) return null
  return levelsOf(instrument).flatMap(({ label }, index) => {
    const share = spread[index]
    return share
      ? [
          {
            label: capitalised(shortLabel(label)),
            steps: STEPS.indexOf(share),
            words: shareInWords(share),
          },
        ]
      : []
  })
}

/** The same in one sentence: what hardly anybody chose is taken together. */
export function spreadInWords(lines: SpreadLine[]): string {
  const chosen = lines
    .filter(({ steps }) => steps > 0)
    .map(({ label, words }) => `${words} ${label.toLowerCase()}`)
  const rest = chosen.length < lines.length ? ['verder bijna niemand'] : []
  return `Zo zijn de antwoorden verdeeld: ${[...chosen, ...rest].join('; ')}.`
}

const STEPS: Share[] = ['few', 'some', 'many', 'most']
