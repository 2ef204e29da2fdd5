import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type DataFile, readDataFile } from './instrument-files.ts'

/** What helps to talk about an instrument, as it lies in the folder with its name. */
export type ConversationFolder = { folder: string; questions: DataFile | null; dilemmas: DataFile | null }

/** Reads `questions.nl.yaml` and `dilemmas.nl.yaml` in each folder, in the order of their names; without it, nothing. */
export function readConversationFolders(folder: string): ConversationFolder[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({
      folder: name,
      questions: readIfThere(join(folder, name, 'questions.nl.yaml')),
      dilemmas: readIfThere(join(folder, name, 'dilemmas.nl.yaml')),
    }))
}

function readIfThere(path: string): DataFile | null {
  return existsSync(path) ? readDataFile(path) : null
}
