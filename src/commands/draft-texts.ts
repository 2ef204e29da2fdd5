import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkInstrument } from '#domain/check-instrument.ts'
import { draftTexts } from '#domain/draft-texts.ts'
import { instrumentStructureSchema } from '#domain/instrument-structure.ts'
import { asYaml, readDataFile } from '#platform/instrument-files.ts'
import { type Command, wrongUse } from './command.ts'

export const draftTextsCommand: Command = {
  summary: 'writes nl.yaml with every text that structure.yaml asks for, to be filled in',
  usage: 'FOLDER [LANGUAGE]',
  help: 'Nothing is overwritten. Every … has to become a text; check-instrument says which are left.',
  run: async ([folder, language = 'nl', ...others]) => {
    if (!folder || folder.startsWith('-') || others.length > 0 || !/^[a-z]{2}$/.test(language)) {
      return wrongUse('say which folder, and a language of two letters if it is not nl')
    }
    const path = join(folder, 'structure.yaml')
    if (!existsSync(path)) return wrongUse(`${path} does not exist`)
    const target = join(folder, `${language}.yaml`)
    if (existsSync(target)) return wrongUse(`${target} is there already, and stays as it is`)
    const file = readDataFile(path)
    const structure = instrumentStructureSchema.safeParse(file.data)
    if (!structure.success) {
      for (const { line, problem, remedy } of checkInstrument(file, []))
        console.error(`${path}:${line} ${problem}. Remedy: ${remedy}.`)
      return 1
    }
    writeFileSync(target, asYaml(draftTexts(structure.data, language)))
    console.log(`${target} is written. Fill in every …, then: quickscan check-instrument ${folder}`)
    return 0
  },
}
