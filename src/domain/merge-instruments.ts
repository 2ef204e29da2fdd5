import type { Data } from './content-tree.ts'
import type { PublishedInstrument } from './published-instrument.ts'
import { type Conflict, mergeThreeWays } from './three-way.ts'

/**
 * Puts two sets of changes to the same instrument together. The number and the history stay those of `ours`: they
 * follow from publishing.
 */
export function mergeInstruments(three: {
  base: PublishedInstrument
  ours: PublishedInstrument
  theirs: PublishedInstrument
}): { content: PublishedInstrument; conflicts: Conflict[] } {
  const { version, history } = three.ours.structure
  const withPassport = (one: PublishedInstrument): Data => ({
    ...one,
    structure: { ...one.structure, version, history },
  })
  const { merged, conflicts } = mergeThreeWays(
    withPassport(three.base),
    withPassport(three.ours),
    withPassport(three.theirs),
  )
  return { content: merged as PublishedInstrument, conflicts }
}
