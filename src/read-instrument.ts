import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { checkInstrument } from '#domain/check-instrument.ts'
import type { Finding } from '#domain/finding.ts'
import { type PublishedInstrument, parsePublishedInstrument } from '#domain/published-instrument.ts'
import { type InstrumentFiles, readInstrumentFiles } from '#platform/instrument-files.ts'

/** The language of the screens: without texts in it an instrument cannot be shown. */
export const LANGUAGE = 'nl'

/** An instrument as it lies in a folder: its content when there is nothing wrong with it, or all that is. */
export type InstrumentReading = { content: PublishedInstrument } | { findings: Finding[] }

/** Reads and checks a folder with structure.yaml and texts. Nothing is kept. */
export function readInstrument(folder: string): InstrumentReading {
  const path = join(folder, 'structure.yaml')
  if (!existsSync(path)) {
    const remedy = 'name a folder that has structure.yaml and a file of texts such as nl.yaml'
    return { findings: [wholeFile(path, 'this file does not exist', remedy)] }
  }
  const files = readInstrumentFiles(folder)
  const findings = checkInstrument(files.structure, files.texts)
  if (!files.texts.some((file) => basename(file.path) === `${LANGUAGE}.yaml`)) {
    const remedy = `add ${LANGUAGE}.yaml: draft-texts writes one to fill in`
    findings.push(wholeFile(path, `there are no texts in "${LANGUAGE}"`, remedy))
  }
  return findings.length > 0 ? { findings } : { content: contentOf(files) }
}

/** Structure and texts together; throws with the place when they are no instrument. */
export function contentOf({ folder, structure, texts }: InstrumentFiles): PublishedInstrument {
  for (const file of [structure, ...texts]) {
    const [error] = file.errors
    if (error) throw new Error(`${file.path}:${error.line} ${error.message}`)
  }
  if (texts.length === 0) throw new Error(`${folder} has no texts`)
  return parsePublishedInstrument({
    structure: structure.data,
    texts: Object.fromEntries(texts.map((file) => [basename(file.path, '.yaml'), file.data])),
  })
}

function wholeFile(file: string, problem: string, remedy: string): Finding {
  return { file, line: 1, place: null, problem, remedy, known: null }
}
