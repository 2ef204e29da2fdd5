import type { CheckedFile } from '#domain/finding.ts'
import { parseDataFile } from '#platform/instrument-files.ts'

/** A file of data that somebody sent, with a way back to its lines. Anchors and aliases are refused. */
export function readYaml(name: string, text: string): CheckedFile {
  return parseDataFile(name, text)
}
