import { strToU8, type Zippable, zipSync } from 'fflate'

/**
 * The files of an open document as one package. The first one is its type, not compressed, so that programs can tell
 * what it is from its first bytes (OpenDocument 1.3 part 2, 3.3). The same files and day give the same bytes.
 */
export function packFiles(files: { path: string; text: string }[], day: Date): Uint8Array {
  const entries: Zippable = {}
  for (const [index, { path, text }] of files.entries()) {
    entries[path] = [strToU8(text), { level: index === 0 ? 0 : 6, mtime: day }]
  }
  return zipSync(entries)
}
