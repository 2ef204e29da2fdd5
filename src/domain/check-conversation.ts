import { checkWording } from './check-wording.ts'
import { type Conversation, createConversation } from './conversation.ts'
import { dilemmasFileSchema, questionsFileSchema } from './conversation-schema.ts'
import { type CheckedFile, type Finding, type Report, reporterOf } from './finding.ts'
import { type Instrument, statementsOf } from './instrument.ts'
import { readChecked } from './read-checked.ts'

/** The two files of one folder; an instrument may have one of them, or both. */
export type ConversationFiles = {
  folder: string
  questions: CheckedFile | null
  dilemmas: CheckedFile | null
}

export type CheckedConversation = { instrument: string; conversation: Conversation; findings: Finding[] }

/** What there is besides: without it what leads there is not checked, for a version in use may be older or newer. */
export type ConversationContext = { instrument: Instrument; knowsSource: (id: string) => boolean }

const MANUAL = 'docs/conversation-format.md'

/** Reads what helps to talk about an instrument, and says everything that is wrong with it. */
export function checkConversation(
  { folder, ...files }: ConversationFiles,
  context?: ConversationContext,
): CheckedConversation {
  const findings: Finding[] = []
  const reporter = (file: CheckedFile) => reporterOf(file, findings)

  const questions =
    files.questions && readChecked(files.questions, questionsFileSchema, MANUAL, reporter(files.questions))
  const dilemmas =
    files.dilemmas && readChecked(files.dilemmas, dilemmasFileSchema, MANUAL, reporter(files.dilemmas))
  for (const [file, read] of [
    [files.questions, questions],
    [files.dilemmas, dilemmas],
  ] as const) {
    if (!file || !read) continue
    const report = reporter(file)
    if (read.instrument !== folder)
      report(['instrument'], 'this is not the name of the folder', 'mend one of them')
    checkWording(read, [], report)
  }
  if (files.questions && questions && context)
    checkQuestions(questions.questions, context, reporter(files.questions))
  if (files.dilemmas && dilemmas) checkDilemmas(dilemmas.dilemmas, context, reporter(files.dilemmas))
  return {
    instrument: folder,
    conversation: createConversation(questions?.questions ?? {}, dilemmas?.dilemmas ?? []),
    findings,
  }
}

function checkQuestions(
  questions: Record<string, unknown>,
  { instrument }: ConversationContext,
  report: Report,
): void {
  const known = statementsOf(instrument).map(({ id }) => id)
  for (const id of Object.keys(questions).filter((one) => !known.includes(one))) {
    report(['questions', id], `there is no statement "${id}"`, 'use an id of the instrument')
  }
  for (const id of known.filter((one) => !Object.hasOwn(questions, one))) {
    report(['questions'], `there are no questions for "${id}"`, 'write them')
  }
}

function checkDilemmas(
  dilemmas: readonly { id: string; statements: string[]; sources: string[]; choices: { id: string }[] }[],
  context: ConversationContext | undefined,
  report: Report,
): void {
  const known = context && statementsOf(context.instrument).map(({ id }) => id)
  for (const [index, dilemma] of dilemmas.entries()) {
    const place = ['dilemmas', index]
    if (dilemmas.findIndex(({ id }) => id === dilemma.id) < index) {
      report(place, `the id "${dilemma.id}" is used twice`, 'give one of them another id')
    }
    if (dilemma.choices[0]?.id === dilemma.choices[1]?.id) {
      report([...place, 'choices'], 'both choices have the same id', 'give one of them another id')
    }
    for (const id of dilemma.statements.filter((one) => known && !known.includes(one))) {
      report([...place, 'statements'], `there is no statement "${id}"`, 'use an id of the instrument')
    }
    for (const id of dilemma.sources.filter((one) => context && !context.knowsSource(one))) {
      report([...place, 'sources'], `the library has no "${id}"`, 'use the id of an entry of the library')
    }
  }
}
