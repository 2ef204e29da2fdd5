import type { Instrument } from '#domain/instrument.ts'
import type { ClusterResult, StatementResult } from '#domain/result.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { tipLines } from '#ui/tip-lines.ts'
import { linksOfTip } from '#web/tip-links.ts'
import { documentMark } from '#words/document-mark.ts'
import { capitalisedName, outcomeWords } from '#words/outcome-words.ts'
import type { ReportOf } from './report-of.ts'

/** The statements of one cluster: the answer, what it means, one step up, and the tips. */
export function clusterPart(of: ReportOf, { cluster, statements }: ClusterResult): Part {
  return {
    title: cluster.title,
    isOnNewPage: true,
    blocks: [
      { kind: 'paragraph', look: 'lead', text: [{ text: cluster.introduction }] },
      ...statements.flatMap((one) => statementBlocks(of, one)),
    ],
  }
}

function statementBlocks({ house, instrument }: ReportOf, one: StatementResult): Block[] {
  const { statement, tips, note } = one
  const { answer, standsOut, stepUp, tipsHeading } = outcomeWords(instrument, one)
  return [
    {
      kind: 'together',
      blocks: [
        {
          kind: 'heading',
          level: 2,
          kicker: capitalisedName(instrument, statement),
          text: statement.statement,
        },
        answerBlock(instrument, one, answer),
        ...(standsOut ? [{ kind: 'notice' as const, text: [{ text: standsOut }] }] : []),
      ],
    },
    ...(note ? [{ kind: 'typed' as const, label: 'Je notitie', text: note }] : []),
    ...(stepUp && one.stepUp
      ? [
          {
            kind: 'rung' as const,
            mark: documentMark(instrument, one.stepUp.answer.level),
            text: stepUp,
            isNext: true,
          },
        ]
      : []),
    ...(tips.length > 0
      ? [
          { kind: 'heading' as const, level: 3 as const, text: tipsHeading },
          {
            kind: 'tips' as const,
            tips: tips.map((tip) => ({
              text: tip.text,
              lines: tipLines(linksOfTip(house, instrument, tip)),
            })),
          },
        ]
      : []),
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
