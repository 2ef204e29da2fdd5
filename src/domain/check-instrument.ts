import type { z } from 'zod'
import { checkStructure } from './check-structure.ts'
import { checkTexts } from './check-texts.ts'
import type { CheckedFile, Finding, Report } from './finding.ts'
import { instrumentStructureSchema } from './instrument-structure.ts'
import { type InstrumentTexts, instrumentTextsSchema } from './instrument-texts.ts'

/**
 * Everything that is wrong with one version of an instrument: as YAML, against the schemas, and what a
 * schema cannot see. An empty list means that it can be published.
 */
export function checkInstrument(structureFile: CheckedFile, textFiles: CheckedFile[]): Finding[] {
  const findings: Finding[] = []
  const reporter =
    (file: CheckedFile): Report =>
    (place, problem, remedy) =>
      findings.push({ file: file.path, line: file.lineOf(place), problem, remedy })

  for (const file of [structureFile, ...textFiles]) {
    for (const { line, message } of file.errors) {
      findings.push({ file: file.path, line, problem: message, remedy: 'mend the YAML' })
    }
  }
  const structure = read(structureFile, instrumentStructureSchema, reporter(structureFile))
  if (textFiles.length === 0) {
    reporter(structureFile)([], 'there are no texts', 'add a file such as nl.yaml beside this one')
  }
  if (structure) checkStructure(structure, reporter(structureFile))
  for (const file of textFiles) {
    const texts: InstrumentTexts | undefined = read(file, instrumentTextsSchema, reporter(file))
    if (structure && texts) checkTexts(structure, texts, reporter(file))
  }
  return findings
}

function read<Schema extends z.ZodType>(
  file: CheckedFile,
  schema: Schema,
  report: Report,
): z.infer<Schema> | undefined {
  if (file.errors.length > 0) return undefined
  const reading = schema.safeParse(file.data)
  if (reading.success) return reading.data
  for (const issue of reading.error.issues) {
    const place = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    report(place, `${place.join('.') || 'the file'}: ${issue.message}`, 'see docs/instrument-format.md')
  }
  return undefined
}
