import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

export type InstrumentNames = {
  /** Ids that give an instrument away wherever they stand in a text. */
  parts: RegExp
  /** Ids that are common words too: only a text or name that is exactly this counts. */
  whole: string[]
}

const structure = z.object({
  id: z.string(),
  clusters: z.array(z.object({ id: z.string(), statements: z.array(z.object({ id: z.string() })) })),
})

/** Promised for the second instrument, and forbidden in the code before it is there. */
const PROMISED = {
  instruments: ['wijkteams'],
  clusters: ['werkwijze', 'competenties', 'informele-netwerken', 'diversiteit-team', 'proces'],
}

/** The ids of every instrument in the folder: of itself, its statements and its clusters. */
export function instrumentNames(folder: string): InstrumentNames {
  const shipped = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('structure.yaml'))
    .map((name) => structure.parse(parse(readFileSync(join(folder, name), 'utf8'))))
  const clusters = shipped.flatMap((instrument) => instrument.clusters)
  const statements = clusters.flatMap((cluster) => cluster.statements.map(({ id }) => id))
  const parts = [...PROMISED.instruments, ...shipped.map(({ id }) => id), ...statements]
  return {
    parts: new RegExp(`\\b(${[...new Set(parts)].join('|')})\\b`),
    whole: [...new Set([...PROMISED.clusters, ...clusters.map(({ id }) => id)])],
  }
}
