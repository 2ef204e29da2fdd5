import type { AccountData } from '#database/account-data.ts'
import type { Catalogue } from '#domain/catalogue.ts'
import { type Choice, findAnswer, type Instrument, statementsOf } from '#domain/instrument.ts'
import { profileChoices } from '#domain/profile.ts'
import { statusInWords } from '#words/plan-words.ts'

type KeptScan = AccountData['scans'][number]
type KeptAction = AccountData['planActions'][number]
type KeptAnswer = AccountData['scanAnswers'][number]

export type AnswerInWords = Omit<KeptAnswer, 'scanId'> & {
  /** Null, as the words below, when this version of the instrument does not know the statement. */
  number: number | null
  topic: string | null
  statementText: string | null
  /** Null while there is only a note. */
  answerLabel: string | null
  /** Null for an answer that is not a number. */
  answerLevel: number | null
}

export type ActionInWords = Omit<KeptAction, 'scanId'> & { statusLabel: string }

export type ScanInWords = KeptScan & {
  instrumentTitle: string
  roleLabel: string | null
  organisationKindLabel: string | null
  /** In the order of the instrument. */
  answers: AnswerInWords[]
  plan: ActionInWords[]
}

/** The scans with what their ids mean. What an instrument no longer knows stays, under its id. */
export function scansInWords(
  { scans, scanAnswers, planActions }: AccountData,
  catalogue: Catalogue,
): ScanInWords[] {
  return scans.map((scan) => {
    const instrument = catalogue.find(scan.instrument, scan.instrumentVersion)
    return {
      ...scan,
      instrumentTitle: instrument?.texts.shortTitle ?? scan.instrument,
      roleLabel: labelOf(instrument?.roles ?? [], scan.role),
      organisationKindLabel: labelOf(instrument?.organisationKinds ?? [], scan.organisationKind),
      answers: scanAnswers
        .filter(({ scanId }) => scanId === scan.id)
        .map((given) => answerInWords(given, instrument))
        .sort(byNumber),
      plan: planActions
        .filter(({ scanId }) => scanId === scan.id)
        .map(({ scanId, ...action }) => ({ ...action, statusLabel: statusInWords(action.status) })),
    }
  })
}

/** The account with what its ids mean. */
export function accountInWords({ accounts }: AccountData, { current }: Catalogue) {
  const { roles, organisationKinds } = profileChoices(current)
  return {
    ...accounts,
    roleLabel: labelOf(roles, accounts.role),
    organisationKindLabel: labelOf(organisationKinds, accounts.organisationKind),
  }
}

function labelOf(choices: Choice[], id: string | null): string | null {
  return choices.find((choice) => choice.id === id)?.label ?? id
}

function answerInWords({ scanId, ...given }: KeptAnswer, instrument: Instrument | undefined): AnswerInWords {
  const statement = instrument && statementsOf(instrument).find(({ id }) => id === given.statement)
  const answer = instrument && findAnswer(instrument, given.answer)
  return {
    ...given,
    number: statement?.number ?? null,
    topic: statement?.topic ?? null,
    statementText: statement?.statement ?? null,
    answerLabel: answer?.label ?? given.answer,
    answerLevel: answer?.level ?? null,
  }
}

function byNumber(one: AnswerInWords, other: AnswerInWords): number {
  return (one.number ?? Number.POSITIVE_INFINITY) - (other.number ?? Number.POSITIVE_INFINITY) || 0
}
