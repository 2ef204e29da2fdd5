import { type Instrument, statementsOf } from '#domain/instrument.ts'
import type { Block, Run } from '#ui/documents/document.ts'
import { tipLines } from '#ui/tip-lines.ts'
import { counted } from './dutch.ts'
import { wordsFor } from './statement-words.ts'

/** What an instrument is for, for whom, how large it is and what it rests on. */
export function aboutInstrument(instrument: Instrument): Block[] {
  const { texts, minutes, clusters, basedOn } = instrument
  const words = wordsFor(instrument)
  const size = `${counted(statementsOf(instrument).length, words.one, words.more)} in ${counted(clusters.length, 'onderdeel', 'onderdelen')}, ongeveer ${minutes} minuten`
  const facts: [string, string][] = [
    ['Waarvoor', texts.purpose],
    ['Voor wie', texts.audience],
    ['Hoe groot', `${size}.`],
    ['Waar het op rust', texts.origin],
  ]
  return [
    ...facts.map(
      ([term, text]): Block => ({
        kind: 'paragraph',
        text: [{ text: `${term}: `, isBold: true }, { text }],
      }),
    ),
    ...(basedOn.length > 0 ? [sourceList(basedOn.flatMap((source) => tipLines({ sources: [source] })))] : []),
  ]
}

function sourceList(items: Run[][]): Block {
  return { kind: 'list', items }
}
