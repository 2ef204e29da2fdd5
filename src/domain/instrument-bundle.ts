import { checkInstrument } from './check-instrument.ts'
import type { CheckedFile, Finding } from './finding.ts'
import { type PublishedInstrument, parsePublishedInstrument } from './published-instrument.ts'

/** A whole instrument in one file: `structure`, and `texts` by language. */
export type BundleReading = { content: PublishedInstrument } | { findings: Finding[] }

/** Reads one file as the one that a version can be downloaded as, by the same rules as files in a folder. */
export function readBundle(file: CheckedFile): BundleReading {
  const structure = part(file, ['structure'], 'structure.yaml')
  const languages = Object.keys(recordAt(file.data, 'texts'))
  const texts = languages.map((language) => part(file, ['texts', language], `${language}.yaml`))
  const findings = checkInstrument(structure, texts)
  if (findings.length > 0) return { findings }
  return {
    content: parsePublishedInstrument({
      structure: structure.data,
      texts: Object.fromEntries(languages.map((language, index) => [language, texts[index]?.data])),
    }),
  }
}

/** A part of a file as a file of its own, that still knows its lines. */
function part(file: CheckedFile, at: string[], path: string): CheckedFile {
  const [first = '', second] = at
  const outer = recordAt(file.data, first)
  return {
    path,
    data: second === undefined ? outer : recordAt(outer, second),
    errors: first === 'structure' ? file.errors : [],
    lineOf: (place) => file.lineOf([...at, ...place]),
  }
}

function recordAt(data: unknown, key: string): Record<string, unknown> {
  const inner =
    typeof data === 'object' && data !== null && Object.hasOwn(data, key) ? Reflect.get(data, key) : {}
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
}
