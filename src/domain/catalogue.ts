import type { Instrument } from './instrument.ts'

/** Every published version of every instrument. Old versions stay: a result keeps the one it was made with. */
export type Catalogue = {
  /** The newest version of each instrument. */
  current: Instrument[]
  find: (instrument: string, version?: string) => Instrument | undefined
  /** The versions of an instrument, newest first. */
  versionsOf: (instrument: string) => string[]
}

export function createCatalogue(instruments: Instrument[]): Catalogue {
  const versions = new Map(instruments.map((one) => [`${one.id}@${one.version}`, one]))
  const newest = new Map<string, Instrument>()
  for (const one of instruments) {
    const known = newest.get(one.id)
    if (!known || compareVersions(one.version, known.version) > 0) newest.set(one.id, one)
  }
  return {
    current: [...newest.values()],
    find: (instrument, version) =>
      version ? versions.get(`${instrument}@${version}`) : newest.get(instrument),
    versionsOf: (instrument) =>
      instruments
        .filter(({ id }) => id === instrument)
        .map(({ version }) => version)
        .sort((one, other) => compareVersions(other, one)),
  }
}

/** Negative, zero or positive as `one` is older than, equal to or newer than `other`; both as "1.2.3". */
export function compareVersions(one: string, other: string): number {
  const left = one.split('.').map(Number)
  const right = other.split('.').map(Number)
  for (const [index, part] of left.entries()) {
    const difference = part - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
