import { findAnswer, type Instrument, type Statement, type Tip } from '#domain/instrument.ts'
import type { Block, Document } from '#ui/documents/document.ts'
import { tipLines } from '#ui/tip-lines.ts'
import type { House } from '#web/house.ts'
import { linksOfTip } from '#web/tip-links.ts'
import { answerRungs } from '#words/answer-rungs.ts'
import { listed } from '#words/dutch.ts'
import { shortLabel, wordsFor } from '#words/statement-words.ts'
import { documentAbout } from './document-about.ts'

export type InstrumentOf = { house: Pick<House, 'library' | 'linkCheck'>; instrument: Instrument }

/** Only the statements, in their order: to read before joining, or to hand round. */
export function statementsDocument({ instrument }: InstrumentOf, publishedAt: Date): Document {
  const { more } = wordsFor(instrument)
  return documentAbout(instrument, publishedAt, {
    title: `Alle ${more}`,
    lead: instrument.texts.summary,
    blocksOf: () => [],
    isShort: true,
  })
}

/** The statements with their explanations, and what every answer means. */
export function explainedDocument({ instrument }: InstrumentOf, publishedAt: Date): Document {
  const { more } = wordsFor(instrument)
  return documentAbout(instrument, publishedAt, {
    title: `Alle ${more} met uitleg`,
    lead: `Bij ${wordsFor(instrument).each} lees je waar het over gaat en wat elk antwoord betekent.`,
    blocksOf: (statement) => [
      { kind: 'paragraph', text: [{ text: statement.explanation }] },
      answerRungs(instrument, statement),
    ],
  })
}

/** The tips by statement and by answer, with where they come from. */
export function tipsDocument({ house, instrument }: InstrumentOf, publishedAt: Date): Document {
  const { each } = wordsFor(instrument)
  const toTip = (tip: Tip) => ({
    label: tipLabel(instrument, tip),
    text: tip.text,
    lines: tipLines(linksOfTip(house, instrument, tip)),
  })
  return documentAbout(instrument, publishedAt, {
    title: 'Alle tips',
    lead: `Bij ${each} staat wat je kunt doen, voor waar je nu staat. Met de bron erbij.`,
    blocksOf: ({ tips }: Statement): Block[] => [{ kind: 'tips', tips: tips.map(toTip) }],
  })
}

/** "Bij onbekend en inactief:" */
export function tipLabel(instrument: Instrument, { fits }: Tip): string {
  return `Bij ${listed(fits.map((id) => shortLabel(findAnswer(instrument, id)?.label ?? '')))}:`
}
