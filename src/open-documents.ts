import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDocuments, type Documents } from '#platform/documents.ts'
import { keepDocumentsIn } from '#platform/kept-documents.ts'
import type { Log } from '#platform/log.ts'
import { createTypesettingProcess } from '#platform/typesetting-process.ts'
import { applicationVersion } from './application-version.ts'
import { projectFolder } from './project-folder.ts'

const templateFile = join(projectFolder, 'src/ui/documents/document.typ')

/** The documents of this program: its template and typefaces, a process of its own, and what is kept in `dataDir`. */
export function openDocuments({
  dataDir,
  log,
  mostWaiting,
}: {
  dataDir: string
  log: Log
  /** How many may wait for their turn; more are told that it is busy. */
  mostWaiting?: number
}): Documents {
  const typefaceFolder = join(projectFolder, 'dist/typefaces')
  const edition = createHash('sha256').update(applicationVersion())
  for (const file of [templateFile, join(typefaceFolder, 'typefaces.json')])
    edition.update(readFileSync(file))
  return createDocuments({
    typesetter: createTypesettingProcess({
      workerFile: join(projectFolder, 'dist/typesetting-worker.mjs'),
      templateFile,
      typefaceFolder,
    }),
    kept: keepDocumentsIn(join(dataDir, 'documents')),
    edition: edition.digest('hex'),
    log,
    ...(mostWaiting !== undefined && { mostWaiting }),
  })
}
