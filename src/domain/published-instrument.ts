import { createHash } from 'node:crypto'
import { z } from 'zod'
import { composeInstrument } from './compose-instrument.ts'
import type { Instrument } from './instrument.ts'
import { instrumentStructureSchema } from './instrument-structure.ts'
import { instrumentTextsSchema } from './instrument-texts.ts'

/** One version of an instrument as it is kept: structure and the texts of every language. */
const publishedSchema = z.strictObject({
  structure: instrumentStructureSchema,
  texts: z.record(z.string(), instrumentTextsSchema),
})

export type PublishedInstrument = z.infer<typeof publishedSchema>

/** Throws with the place and the reason when the data is not an instrument. */
export function parsePublishedInstrument(data: unknown): PublishedInstrument {
  return publishedSchema.parse(data)
}

/**
 * SHA-256 over the content in a fixed order, in hexadecimal: the same content has the same hash wherever
 * and however it is stored, and any change of a letter gives another one.
 */
export function contentHash(content: PublishedInstrument): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

export function inLanguage(content: PublishedInstrument, language: string): Instrument {
  const texts = content.texts[language]
  if (!texts)
    throw new Error(`${content.structure.id} ${content.structure.version} has no texts in "${language}"`)
  return composeInstrument(content.structure, texts)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
