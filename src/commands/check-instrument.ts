import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkInstrument } from '#domain/check-instrument.ts'
import {
  type InstrumentFiles,
  readInstrumentFiles,
  readInstrumentFolder,
} from '#platform/instrument-files.ts'
import { projectFolder } from '#src/project-folder.ts'
import { type Command, wrongUse } from './command.ts'

export const checkInstrumentCommand: Command = {
  summary: 'says what is wrong with an instrument: file, line and remedy',
  usage: '[FOLDER ...]',
  help: 'A FOLDER has structure.yaml and texts such as nl.yaml. Without one, everything that is shipped is checked.',
  run: async (rest) => {
    if (rest.some((argument) => argument.startsWith('-')))
      return wrongUse(`unknown option: ${rest.join(' ')}`)
    const missing = rest.find((folder) => !existsSync(join(folder, 'structure.yaml')))
    if (missing) {
      return wrongUse(
        `${missing} has no structure.yaml; name a folder that has one, with texts such as nl.yaml`,
      )
    }
    const all: InstrumentFiles[] =
      rest.length > 0
        ? rest.map(readInstrumentFiles)
        : readInstrumentFolder(join(projectFolder, 'instruments'))
    const findings = all.flatMap(({ structure, texts }) => checkInstrument(structure, texts))
    for (const { file, line, problem, remedy } of findings)
      console.error(`${file}:${line} ${problem}. Remedy: ${remedy}.`)
    console.log(`${all.length} checked, ${findings.length} found`)
    return findings.length === 0 ? 0 : 1
  },
}
