import type { StatementTold } from '#domain/team-reading.ts'
import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { documentMark } from '#words/document-mark.ts'
import { asSentence } from '#words/dutch.ts'
import { capitalisedName } from '#words/outcome-words.ts'
import {
  meaningOfMean,
  spreadInWords,
  spreadLines,
  spreadSentences,
  standLines,
} from '#words/team-statement-words.ts'

/** Every statement, cluster by cluster; the first one opens a page. */
export function clusterParts(told: ToldParts): Part[] {
  return told.reading.clusters.map(({ cluster, statements }, index) => ({
    title: cluster.title,
    isOnNewPage: index === 0,
    blocks: statements.map((one): Block => ({ kind: 'together', blocks: statementBlocks(told, one) })),
  }))
}

function statementBlocks({ instrument, roles, trend }: ToldParts, one: StatementTold): Block[] {
  const { statement } = one
  const lines = standLines(instrument, one, { roles, move: trend?.statements.get(statement.id) })
  const meaning = meaningOfMean(instrument, one)
  const spread = spreadLines(instrument, one)
  return [
    { kind: 'heading', level: 2, kicker: capitalisedName(instrument, statement), text: statement.statement },
    {
      kind: 'rungs',
      rungs: lines.map(({ who, level, text }) => ({
        mark: documentMark(instrument, level ?? null),
        label: who,
        text: asSentence(text),
      })),
    },
    ...(meaning ? [{ kind: 'paragraph' as const, text: [{ text: meaning }] }] : []),
    { kind: 'paragraph', text: [{ text: spreadSentences(one) }] },
    ...(spread ? [{ kind: 'paragraph' as const, text: [{ text: spreadInWords(spread) }] }] : []),
  ]
}
