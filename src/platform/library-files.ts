import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type DataFile, readDataFile } from './instrument-files.ts'

/** The library as it lies in its folder: a list of themes, and files of entries by kind. */
export type LibraryFiles = { themes: DataFile; entries: { folder: string; file: DataFile }[] }

/** Reads `themes.yaml` and every YAML file in the folders beside it, in the order of their names. */
export function readLibraryFolder(folder: string): LibraryFiles {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  return {
    themes: readDataFile(join(folder, 'themes.yaml')),
    entries: folders.flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.yaml'))
        .sort()
        .map((file) => ({ folder: name, file: readDataFile(join(folder, name, file)) })),
    ),
  }
}
