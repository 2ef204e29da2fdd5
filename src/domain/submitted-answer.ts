import { z } from 'zod'
import { NOTE_LENGTH, type SubmittedAnswer } from './scan.ts'

const answerId = z.string().max(60).nullable()
// A little over the limit still gets the refusal that names the limit; far over it is not an answer at all.
const note = z.string().max(NOTE_LENGTH * 2)

const body = z.strictObject({
  answer: answerId.optional(),
  note: note.optional(),
  was: z.strictObject({ answer: answerId.optional(), note: note.optional() }).optional(),
})

/** The body of a background save as an answer to one statement; null when it is not one. Unknown keys refuse. */
export function parseSubmittedAnswer(statement: string, data: unknown): SubmittedAnswer | null {
  const reading = body.safeParse(data)
  if (!reading.success) return null
  const { answer, note: text, was } = reading.data
  return {
    statement,
    ...(answer !== undefined && { answer }),
    ...(text !== undefined && { note: storable(text) }),
    ...(was && {
      was: {
        ...(was.answer !== undefined && { answer: was.answer }),
        ...(was.note !== undefined && { note: storable(was.note) }),
      },
    }),
  }
}

/** A NUL cannot be stored, half a surrogate pair neither. */
function storable(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed()
}
