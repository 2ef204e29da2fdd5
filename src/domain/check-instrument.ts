import { checkStructure } from './check-structure.ts'
import { checkTexts } from './check-texts.ts'
import { type CheckedFile, type Finding, reporterOf } from './finding.ts'
import { instrumentStructureSchema } from './instrument-structure.ts'
import { instrumentTextsSchema } from './instrument-texts.ts'
import { readChecked } from './read-checked.ts'

const MANUAL = 'docs/instrument-format.md'

/**
 * Everything that is wrong with one version of an instrument: as YAML, against the schemas, and what a
 * schema cannot see. An empty list means that it can be published.
 */
export function checkInstrument(structureFile: CheckedFile, textFiles: CheckedFile[]): Finding[] {
  const findings: Finding[] = []
  const reporter = (file: CheckedFile) => reporterOf(file, findings)

  const structure = readChecked(structureFile, instrumentStructureSchema, MANUAL, reporter(structureFile))
  if (textFiles.length === 0) {
    reporter(structureFile)(
      [],
      'there are no texts',
      'make nl.yaml beside this one: `quickscan draft-texts` writes one to fill in',
    )
  }
  if (structure) checkStructure(structure, reporter(structureFile))
  for (const file of textFiles) {
    const texts = readChecked(file, instrumentTextsSchema, MANUAL, reporter(file))
    if (texts && !file.path.endsWith(`${texts.language}.yaml`)) {
      const remedy = `call the file ${texts.language}.yaml, or mend the language`
      reporter(file)(['language'], `it says that its language is "${texts.language}"`, remedy)
    }
    if (structure && texts) checkTexts(structure, texts, reporter(file))
  }
  return findings
}
