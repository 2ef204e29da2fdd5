import type { PublishedInstrument } from './published-instrument.ts'

/** The ids of its statements, in order. */
export function statementIds({ structure }: PublishedInstrument): string[] {
  return structure.clusters.flatMap(({ statements }) => statements.map(({ id }) => id))
}
