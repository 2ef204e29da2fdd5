import { PDFArray, type PDFObject } from '@cantoo/pdf-lib'
import { bytesOf } from './objects.ts'
import { type Token, tokenize } from './tokenize.ts'

export type StreamReading = { ok: true; tokens: Token[] } | { ok: false; fault: string }

/** The contents of a page or form. More streams are one: a sequence may go on in the next (ISO 32000-1, 7.8.2). */
export function readStreamTokens(contents: PDFObject | undefined): StreamReading {
  const bytes = joinStreams(contents)
  if (!bytes) return { ok: false, fault: 'has a stream that cannot be unpacked.' }
  try {
    return { ok: true, tokens: tokenize(bytes) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, fault: `has a stream that cannot be read: ${error.message}.` }
  }
}

function joinStreams(contents: PDFObject | undefined): Uint8Array | undefined {
  if (contents === undefined) return new Uint8Array()
  if (!(contents instanceof PDFArray)) return bytesOf(contents)
  const parts = contents.asArray().map((_, index) => bytesOf(contents.lookup(index)))
  if (parts.includes(undefined)) return undefined
  return Buffer.concat(parts.flatMap((part) => (part ? [part, Buffer.from('\n')] : [])))
}
