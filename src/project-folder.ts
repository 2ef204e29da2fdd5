import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder with package.json, whether the program runs from src/ or from the bundle in dist/. */
export const projectFolder = findProjectFolder(dirname(fileURLToPath(import.meta.url)))

function findProjectFolder(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('no package.json above the program')
  return findProjectFolder(parent)
}
