import type { Dilemma, StatementQuestions } from './conversation-schema.ts'

/** What helps to talk about an instrument. It is no part of a version: nothing that anybody answered depends on it. */
export type Conversation = {
  questionsFor: (statement: string) => StatementQuestions | null
  dilemmas: readonly Dilemma[]
}

/** An instrument without questions or dilemmas of its own can be talked about all the same. */
export const NO_CONVERSATION: Conversation = { questionsFor: () => null, dilemmas: [] }

export function createConversation(
  questions: Readonly<Record<string, StatementQuestions>>,
  dilemmas: readonly Dilemma[],
): Conversation {
  const byStatement = new Map(Object.entries(questions))
  return { questionsFor: (statement) => byStatement.get(statement) ?? null, dilemmas }
}

export function findDilemma({ dilemmas }: Conversation, id: string | null): Dilemma | null {
  return dilemmas.find((one) => one.id === id) ?? null
}

/** Those that touch one of these statements first; the rest in the order of the file. */
export function dilemmasFor({ dilemmas }: Conversation, statements: readonly string[]): Dilemma[] {
  const touches = (one: Dilemma) => one.statements.some((id) => statements.includes(id))
  return [...dilemmas.filter(touches), ...dilemmas.filter((one) => !touches(one))]
}
