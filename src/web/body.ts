import { createMiddleware } from 'hono/factory'
import { refuse } from './errors.tsx'
import type { Environment, RequestContext } from './house.ts'

/** Largest body, in bytes: a cluster of long notes as a form, with room to spare. */
export const BODY_LIMIT = 1_000_000

/**
 * A body that announces its length is held to it by the server. One that does not is counted as it comes in,
 * so that an endless one cannot fill the memory.
 */
export const limitedBody = createMiddleware<Environment>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const announced = c.req.header('content-length')
  if (Number(announced ?? 0) > BODY_LIMIT) return refuse(c, 413)
  if (announced !== undefined || !c.req.raw.body) return next()
  const body = await readWithin(c.req.raw.body, BODY_LIMIT)
  if (body === null) return refuse(c, 413)
  c.req.bodyCache.arrayBuffer = body.buffer
  return next()
})

async function readWithin(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

export type FormFields = Map<string, string>

/** The fields of a plain form; null when the body is not one. A field that comes twice counts as wrong. */
export async function readForm(c: RequestContext): Promise<FormFields | null> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== undefined && type !== 'application/x-www-form-urlencoded') return null
  const text = decode(await c.req.arrayBuffer())
  if (text === null || (type === undefined && text !== '')) return null
  const fields: FormFields = new Map()
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) return null
    fields.set(name, cleanText(value))
  }
  return fields
}

/** The same, and null when there is a field among them that the form does not have. */
export async function readFields(c: RequestContext, names: readonly string[]): Promise<FormFields | null> {
  const form = await readForm(c)
  return form && [...form.keys()].every((name) => names.includes(name)) ? form : null
}

/** The body as data when it says it is JSON and is; undefined otherwise. */
export async function readJson(c: RequestContext): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  const text = decode(await c.req.arrayBuffer())
  return type === 'application/json' && text !== null ? parseJson(text) : undefined
}

/** A text as the data it stands for; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Text as it can be kept: browsers send line ends as CRLF, and a NUL or half a surrogate pair cannot be
 * stored at all.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed()
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
