import type { Database } from '#database/connect.ts'
import { keepSearchIndex } from '#database/search.ts'
import { checkLibrary, type LibraryFile } from '#domain/check-library.ts'
import type { Instrument } from '#domain/instrument.ts'
import { createLibrary, type Library } from '#domain/library.ts'
import { libraryFileSchemas } from '#domain/library-schema.ts'
import { editionOf, type SearchDocument, searchDocuments } from '#domain/search-documents.ts'
import { indexDocuments } from '#domain/search-index.ts'
import { type Synonyms, synonymsIn } from '#domain/search-synonyms.ts'
import { type LibraryFiles, readLibraryFolder } from '#platform/library-files.ts'

/** The library with what is needed to search in it and in the statements of the instruments. */
export type LoadedLibrary = {
  library: Library
  documents: SearchDocument[]
  edition: string
  synonyms: Synonyms
}

/**
 * Reads and checks the library; anything wrong in it stops the start. Not whether the statements exist to which
 * its entries belong: a version that was published may have lost some, and that may never stop a start.
 */
export function readLibrary(folder: string): Library {
  const files = readLibraryFolder(folder)
  const { entries, themes, findings } = checkLibrary(libraryFilesOf(files), files.themes)
  const [first] = findings
  if (first) throw new Error(`${first.file}:${first.line} ${first.problem}. Remedy: ${first.remedy}.`)
  return createLibrary(entries, themes)
}

/** Reads the library and keeps the words of everything that can be searched in the database. */
export async function loadLibrary(
  db: Database,
  folder: string,
  instruments: Instrument[],
  now: Date,
): Promise<LoadedLibrary> {
  const library = readLibrary(folder)
  const documents = searchDocuments(library, instruments)
  const edition = editionOf(documents)
  await keepSearchIndex(db, edition, () => indexDocuments(documents), now)
  return { library, documents, edition, synonyms: synonymsIn(library.entries) }
}

/** The files with the folder that says what they hold; a folder with another name is refused. */
export function libraryFilesOf(files: LibraryFiles): LibraryFile[] {
  return files.entries.map(({ folder, file }) => {
    if (!isFolder(folder)) {
      throw new Error(
        `${file.path}: the library has no kind of entry called "${folder}"; there are ${Object.keys(libraryFileSchemas).join(', ')}`,
      )
    }
    return { folder, file }
  })
}

function isFolder(name: string): name is LibraryFile['folder'] {
  return Object.hasOwn(libraryFileSchemas, name)
}
