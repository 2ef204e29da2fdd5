import type { Instrument } from '#domain/instrument.ts'
import type { ClusterResult, StatementResult } from '#domain/result.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { tipLines } from '#ui/tip-lines.ts'
import { linksOfTip } from '#web/tip-links.ts'
import { documentMark } from '#words/document-mark.ts'
import { capitalisedName, outcomeWords } from '#words/outcome-words.ts'
import type { ReportOf } from './report-of.ts'

/** The statements of one cluster: the answer, what it means, one step up, and the tips. The first opens a page. */
export function clusterPart(of: ReportOf, { cluster, statements }: ClusterResult, isFirst: boolean): Part {
  return {
    title: cluster.title,
    isOnNewPage: isFirst,
    blocks: [
      { kind: 'paragraph', look: 'lead', text: [{ text: cluster.introduction }] },
      ...statements.flatMap((one) => statementBlocks(of, one)),
    ],
  }
}

function statementBlocks(of: ReportOf, one: StatementResult): Block[] {
  const { note } = one
  return [
    { kind: 'together', blocks: outcomeBlocks(of, one) },
    ...(note ? [{ kind: 'typed' as const, label: 'Je notitie', text: note }] : []),
    ...tipBlocks(of, one),
  ]
}

/** What belongs on one page: the statement, the answer and one step up. */
function outcomeBlocks({ instrument }: ReportOf, one: StatementResult): Block[] {
  const { statement } = one
  const { answer, standsOut, stepUp } = outcomeWords(instrument, one)
  const next = one.stepUp && documentMark(instrument, one.stepUp.answer.level)
  return [
    { kind: 'heading', level: 2, kicker: capitalisedName(instrument, statement), text: statement.statement },
    answerBlock(instrument, one, answer),
    ...(standsOut ? [{ kind: 'notice' as const, text: [{ text: standsOut }] }] : []),
    ...(stepUp && next ? [{ kind: 'rung' as const, mark: next, text: stepUp, isNext: true }] : []),
  ]
}

function tipBlocks({ house, instrument }: ReportOf, one: StatementResult): Block[] {
  if (one.tips.length === 0) return []
  const tips = one.tips.map((tip) => ({
    text: tip.text,
    lines: tipLines(linksOfTip(house, instrument, tip)),
  }))
  return [
    { kind: 'heading', level: 3, text: outcomeWords(instrument, one).tipsHeading },
    { kind: 'tips', tips },
  ]
}

function answerBlock(
  instrument: Instrument,
  { answer }: StatementResult,
  text: ReturnType<typeof outcomeWords>['answer'],
): Block {
  if (!answer) return { kind: 'paragraph', look: 'muted', text }
  return { kind: 'rung', mark: documentMark(instrument, answer.level), text }
}
