import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isAlias, LineCounter, parseDocument, stringify, visit } from 'yaml'

/** A YAML file as data, with a way back from a place in the data to the line in the file. */
export type DataFile = {
  path: string
  data: unknown
  /** What is wrong with the file as YAML, with the line. */
  errors: { line: number; message: string }[]
  lineOf: (place: (string | number)[]) => number
}

/** One version of an instrument as it lies in its folder. */
export type InstrumentFiles = { folder: string; structure: DataFile; texts: DataFile[] }

/**
 * Finds every published version under a folder laid out as `<instrument>/<version>/`, each with
 * `structure.yaml` and one file of texts per language (`nl.yaml`).
 */
export function readInstrumentFolder(folder: string): InstrumentFiles[] {
  return foldersIn(folder).flatMap((instrument) =>
    foldersIn(join(folder, instrument)).map((version) =>
      readInstrumentFiles(join(folder, instrument, version)),
    ),
  )
}

export function readInstrumentFiles(folder: string): InstrumentFiles {
  const texts = readdirSync(folder).filter((name) => /^[a-z]{2}\.yaml$/.test(name))
  return {
    folder,
    structure: readDataFile(join(folder, 'structure.yaml')),
    texts: texts.sort().map((name) => readDataFile(join(folder, name))),
  }
}

/** More than the largest instrument that we know has ten times over. */
const LARGEST = 2 * 1024 * 1024

/**
 * Reads a file of data; what is wrong with it as a file is in `errors`. Aliases are refused: with them a few
 * lines can stand for gigabytes or contain themselves, and no file of ours needs one.
 */
export function readDataFile(path: string): DataFile {
  const source = readText(path)
  if (typeof source !== 'string') return { path, data: null, errors: [source], lineOf: () => 1 }
  return parseDataFile(path, source)
}

/** The same for a text that came another way; `path` is what it is called when something is wrong with it. */
export function parseDataFile(path: string, source: string): DataFile {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const errors = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    message: error.message,
  }))
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || node.anchor) {
        const line = lines.linePos(node.range?.[0] ?? 0).line
        errors.push({ line, message: 'a YAML anchor or alias, which is not allowed here' })
      }
    },
  })
  return {
    path,
    data: errors.length === 0 ? document.toJS() : null,
    errors,
    lineOf: (place) => {
      for (let length = place.length; length >= 0; length--) {
        const node: unknown = document.getIn(place.slice(0, length), true)
        const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
        if (Array.isArray(range)) return lines.linePos(Number(range[0])).line
      }
      return 1
    },
  }
}

/** Data as such a file has it. */
export function asYaml(data: object): string {
  return stringify(data, { lineWidth: 108, aliasDuplicateObjects: false })
}

function readText(path: string): string | { line: number; message: string } {
  const { size } = statSync(path)
  if (size > LARGEST) return { line: 1, message: `the file is larger than ${LARGEST} bytes (${size})` }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return { line: 1, message: 'the file is not in UTF-8' }
  }
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
