import type { Instrument, Statement } from '#domain/instrument.ts'
import type { Block } from '#ui/documents/document.ts'
import { documentMark } from './document-mark.ts'

/** Every answer with what it means: for one statement, or in general. */
export function answerRungs(instrument: Instrument, statement?: Statement): Block {
  return {
    kind: 'rungs',
    rungs: instrument.answers.map(({ id, label, level, meaning }) => ({
      mark: documentMark(instrument, level),
      label,
      text: statement?.answers[id] ?? meaning,
    })),
  }
}
