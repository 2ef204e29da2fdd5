import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Documents that are made once and kept, by the name of their content. */
export type KeptDocuments = {
  find: (name: string) => Promise<Uint8Array | undefined>
  keep: (name: string, pdf: Uint8Array) => Promise<void>
}

const MOST = 60

/** Keeps them in a folder, the newest so many: a content that changed has another name, and the old one goes. */
export function keepDocumentsIn(folder: string, most = MOST): KeptDocuments {
  const fileOf = (name: string) => join(folder, `${name}.pdf`)
  return {
    find: (name) => readFile(fileOf(name)).catch(() => undefined),
    keep: async (name, pdf) => {
      await mkdir(folder, { recursive: true })
      // Put in its place in one go: another program on this folder finds all of it or nothing.
      const unfinished = `${fileOf(name)}.${process.pid}`
      await writeFile(unfinished, pdf)
      await rename(unfinished, fileOf(name))
      await removeOldest(folder, most)
    },
  }
}

async function removeOldest(folder: string, most: number): Promise<void> {
  const names = await readdir(folder)
  if (names.length <= most) return
  const files = await Promise.all(
    names.map(async (name) => ({ name, madeAt: (await stat(join(folder, name))).mtimeMs })),
  )
  const old = files.sort((one, other) => other.madeAt - one.madeAt).slice(most)
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })))
}
