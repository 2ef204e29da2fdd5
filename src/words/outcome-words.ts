import type { Instrument } from '#domain/instrument.ts'
import type { StatementResult } from '#domain/result.ts'
import type { Run } from '#ui/documents/document.ts'
import { asSentence, capitalised } from './dutch.ts'
import { shortLabel, wordsFor } from './statement-words.ts'

/** What a result says of one statement. */
export type OutcomeWords = {
  /** "stelling 3" */
  name: string
  /** The answer with its meaning, or that there is none. */
  answer: Run[]
  standsOut: string | null
  /** What one step up looks like; null at the top, and without a level. */
  stepUp: Run[] | null
  /** Above the tips: how one gets there. */
  tipsHeading: string
}

export function outcomeWords(instrument: Instrument, one: StatementResult): OutcomeWords {
  const { statement, answer, meaning, stepUp, standsOut } = one
  const words = wordsFor(instrument)
  return {
    name: `${words.one} ${statement.number}`,
    answer: answer
      ? [
          { text: asSentence(`Jouw antwoord: ${answer.label.toLowerCase()}`), isBold: true },
          { text: ` ${meaning}` },
        ]
      : [{ text: `Je hebt ${words.this} overgeslagen.` }],
    standsOut: standsOut && words.standsOut[standsOut],
    stepUp: stepUp && [
      { text: asSentence(`${words.stepUp}: ${stepUp.answer.label.toLowerCase()}`), isBold: true },
      { text: ` ${stepUp.meaning}` },
    ],
    tipsHeading: tipsHeadingOf(one),
  }
}

/** An answer in one word, where there is little room. */
export function answerInShort({ answer }: Pick<StatementResult, 'answer'>): string {
  return answer ? shortLabel(answer.label) : 'zonder antwoord'
}

/** The name of a statement at the beginning of a line: "Stelling 3". */
export function capitalisedName(instrument: Instrument, { number }: { number: number }): string {
  return `${capitalised(wordsFor(instrument).one)} ${number}`
}

function tipsHeadingOf({ answer, stepUp }: StatementResult): string {
  if (answer?.level === null) return 'Zo kom je het te weten'
  return stepUp ? 'Zo kom je daar' : 'Zo houd je het vast'
}
