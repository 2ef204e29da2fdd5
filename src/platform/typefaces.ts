import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A typeface of documents: its files, and the letters it has, as ranges of code points. */
export type Typeface = { family: string; files: string[]; letters: [from: number, to: number][] }

const listSchema = z.array(
  z.strictObject({
    family: z.string(),
    files: z.array(z.string()),
    letters: z.array(z.tuple([z.number(), z.number()])),
  }),
)

/** What the build put into the folder, in the order in which they are tried. */
export function readTypefaces(folder: string): Typeface[] {
  return listSchema.parse(JSON.parse(readFileSync(join(folder, 'typefaces.json'), 'utf8')))
}
