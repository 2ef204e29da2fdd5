import type { Block } from '#ui/documents/document.ts'
import { type Keep, type ParagraphOf, paragraphs } from './keep.ts'
import { inline, linesOf } from './runs.ts'
import { directionOf } from './text-direction.ts'
import type { Xml } from './xml.ts'

const STYLES = { ltr: 'Notitie', rtl: 'Notitie van rechts naar links' } as const

/** What a person typed, line for line; where the direction turns, a paragraph begins. */
export function showTyped({ label, text }: Extract<Block, { kind: 'typed' }>, keep: Keep): Xml[] {
  const heading = { style: 'Notitiekop', content: inline(`${label}:`) }
  return paragraphs([heading, ...stretches(text)], keep)
}

function stretches(text: string): ParagraphOf[] {
  const found: { direction: 'ltr' | 'rtl'; lines: string[] }[] = []
  for (const line of linesOf(text)) {
    const last = found.at(-1)
    const direction = line.trim() === '' ? (last?.direction ?? 'ltr') : directionOf(line)
    if (last?.direction === direction) last.lines.push(line)
    else found.push({ direction, lines: [line] })
  }
  return found.map(({ direction, lines }) => ({
    style: STYLES[direction],
    content: inline(lines.join('\n')),
  }))
}
