import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'

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

export function readDataFile(path: string): DataFile {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true })
  return {
    path,
    data: document.errors.length === 0 ? document.toJS() : null,
    errors: document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: error.message,
    })),
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

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
