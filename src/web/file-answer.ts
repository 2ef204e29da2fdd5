import { type CalendarEvent, writeCalendar } from '#platform/calendar.ts'
import { writeCsv } from '#platform/csv.ts'
import { packFiles } from '#platform/pack-files.ts'
import { writeYaml } from '#platform/write-yaml.ts'
import type { PackedFile, Sheet } from '#ui/documents/document.ts'
import type { RequestContext } from './house.ts'

/** What a file is called when it is kept: letters, digits and hyphens, so that every system can keep it. */
export function fileNameOf(words: string[], extension: string): string {
  const name = words
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return `${name}.${extension}`
}

/** Answers with a file to keep. */
export function answerFile(
  c: RequestContext,
  file: { body: Uint8Array | string; type: string; name: string },
): Response {
  c.header('content-type', file.type)
  c.header('content-disposition', `attachment; filename="${file.name}"`)
  const body = typeof file.body === 'string' ? file.body : new Uint8Array(file.body)
  c.header('content-length', String(Buffer.byteLength(body)))
  return c.body(body)
}

/** A sheet as CSV: numbers as they are read in Dutch. */
export function answerCsv(c: RequestContext, { columns, rows }: Sheet, name: string): Response {
  const cells = rows.map((row) => row.map((cell, index) => inDutch(cell, columns[index]?.decimals ?? 0)))
  const body = writeCsv([columns.map(({ label }) => label), ...cells])
  return answerFile(c, { body, type: 'text/csv; charset=utf-8; header=present', name })
}

/** Days to put in a calendar, for the programs that people have. */
export function answerCalendar(
  c: RequestContext,
  { title, events }: { title: string; events: readonly CalendarEvent[] },
  name: string,
): Response {
  return answerFile(c, { body: writeCalendar(title, events), type: 'text/calendar; charset=utf-8', name })
}

/** The files of an open document, packed. Its type is what its first file says. */
export function answerOpenDocument(c: RequestContext, files: PackedFile[], name: string): Response {
  const type = files[0]?.text ?? 'application/octet-stream'
  return answerFile(c, { body: packFiles(files, c.get('house').clock()), type, name })
}

/** Data as YAML, with a line above it that says what it is. */
export function answerYaml(
  c: RequestContext,
  data: object,
  { about, name }: { about: string; name: string },
): Response {
  return answerFile(c, { body: writeYaml(data, about), type: 'application/yaml; charset=utf-8', name })
}

function inDutch(cell: string | number | null, decimals: number): string {
  if (cell === null) return ''
  return typeof cell === 'string' ? cell : cell.toFixed(decimals).replace('.', ',')
}
