import {
  type AnswerOption,
  findAnswer,
  type Instrument,
  levelsOf,
  type Statement,
  statementsOf,
} from './instrument.ts'
import type { Answers } from './scan.ts'

/** A statement with what each person answered, in the order in which the people came; null is no answer. */
export type StatementBeside = { statement: Statement; answers: (AnswerOption | null)[] }

/** Shared answers of a few people beside each other. Lists are in the order of the instrument, unless said. */
export type SideBySideReading = {
  statements: StatementBeside[]
  /** The widest apart first. */
  differing: StatementBeside[]
  /** Everybody gave a level, and all the same one. */
  alike: StatementBeside[]
  /** Nobody gave a level. */
  unknown: StatementBeside[]
}

/** With fewer than two people nothing differs and nothing is alike. */
export function readSideBySide(instrument: Instrument, people: readonly Answers[]): SideBySideReading {
  const scale = levelsOf(instrument).map(({ level }) => level)
  // Half of the scale: two levels of five, or one of a checklist.
  const wide = (Math.max(...scale) - Math.min(...scale)) / 2
  const statements = statementsOf(instrument).map((statement) => ({
    statement,
    answers: people.map((answers) => answerTo(instrument, answers, statement.id)),
  }))
  const compared = people.length < 2 ? [] : statements
  return {
    statements,
    differing: compared
      .filter((one) => widthOf(one) >= wide)
      .sort((one, other) => widthOf(other) - widthOf(one)),
    alike: compared.filter((one) => levelsIn(one).length === people.length && widthOf(one) === 0),
    unknown: compared.filter((one) => levelsIn(one).length === 0),
  }
}

function answerTo(instrument: Instrument, answers: Answers, statement: string): AnswerOption | null {
  const given = Object.hasOwn(answers, statement) ? answers[statement] : undefined
  return findAnswer(instrument, given?.answer) ?? null
}

function widthOf(one: StatementBeside): number {
  const levels = levelsIn(one)
  return levels.length < 2 ? 0 : Math.max(...levels) - Math.min(...levels)
}

function levelsIn({ answers }: StatementBeside): number[] {
  return answers.flatMap((answer) => (answer && answer.level !== null ? [answer.level] : []))
}
