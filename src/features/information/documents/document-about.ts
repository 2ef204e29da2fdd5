import { type Cluster, groupsOf, type Instrument, type Statement } from '#domain/instrument.ts'
import type { Block, Document, Part } from '#ui/documents/document.ts'
import { answerRungs } from '#words/answer-rungs.ts'
import { calendarDay, dutchDate } from '#words/dutch.ts'
import { aboutInstrument } from '#words/instrument-words.ts'
import { capitalisedName } from '#words/outcome-words.ts'
import { wordsFor } from '#words/statement-words.ts'

type Content = {
  title: string
  lead: string
  /** What is told of a statement, under its text. */
  blocksOf: (statement: Statement) => Block[]
  /** Clusters follow each other on a page, where each has little. */
  isShort?: boolean
}

/** A document about an instrument: what it is, then cluster by cluster every statement with its blocks. */
export function documentAbout(instrument: Instrument, publishedAt: Date, content: Content): Document {
  const { texts, version, language } = instrument
  return {
    title: content.title,
    kicker: texts.title,
    lead: [{ text: content.lead }],
    colophon: [`Versie ${version}, gepubliceerd op ${dutchDate(publishedAt)}`, 'Gratis en open source'],
    author: 'QuickScan',
    language,
    day: calendarDay(publishedAt),
    parts: [
      { title: 'Over deze QuickScan', blocks: aboutInstrument(instrument) },
      {
        title: 'De antwoorden',
        blocks: [
          {
            kind: 'together',
            blocks: [
              {
                kind: 'paragraph',
                text: [{ text: `Bij ${wordsFor(instrument).each} kies je een van deze antwoorden.` }],
              },
              answerRungs(instrument),
            ],
          },
        ],
      },
      ...instrument.clusters.map((cluster) => clusterPart(instrument, cluster, content)),
    ],
  }
}

function clusterPart(instrument: Instrument, cluster: Cluster, { blocksOf, isShort = false }: Content): Part {
  return {
    title: cluster.title,
    isOnNewPage: !isShort,
    blocks: [
      { kind: 'paragraph', look: 'lead', text: [{ text: cluster.introduction }] },
      ...groupsOf(cluster).flatMap(({ group, statements }): Block[] => [
        ...(group
          ? [
              { kind: 'heading' as const, level: 2 as const, text: group.title },
              { kind: 'paragraph' as const, text: [{ text: group.about }] },
            ]
          : []),
        ...statements.flatMap((statement) => [
          headingOf(instrument, statement, group ? 3 : 2),
          ...blocksOf(statement),
        ]),
      ]),
    ],
  }
}

function headingOf(instrument: Instrument, statement: Statement, level: 2 | 3): Block {
  return { kind: 'heading', level, kicker: capitalisedName(instrument, statement), text: statement.statement }
}
