import { type Instrument, levelsOf, statementsOf } from './instrument.ts'
import { noCounts, type PeopleCounts, type ScoreSum } from './release-counts.ts'
import { scoreOfSum } from './scoring.ts'

/**
 * How the answers of one person fit in a few whole numbers ("words"), so that a database can add them up from one row
 * for each statement: of every statement a digit, that says which answer was given; 0 for none.
 */
export type Packing = {
  words: number
  /** What an answer to a statement adds to a word, the first of which is 0. */
  weights: { statement: string; answer: string; word: number; weight: number }[]
}

/** A floating-point number is exact up to so many bits. */
const EXACT_BITS = 53

export function packingOf(instrument: Instrument): Packing {
  const { base, perWord } = digitsOf(instrument)
  const statements = statementsOf(instrument)
  return {
    words: Math.ceil(statements.length / perWord),
    weights: statements.flatMap(({ id: statement }, place) =>
      instrument.answers.map(({ id: answer }, index) => ({
        statement,
        answer,
        word: Math.floor(place / perWord),
        weight: (index + 1) * base ** (place % perWord),
      })),
    ),
  }
}

/** Counts people one by one, without keeping any of them. */
export type Tally = {
  add: (words: readonly number[]) => void
  counts: () => PeopleCounts
}

/** Counts packed answers as `countPeople` counts them unpacked. */
export function createTally(instrument: Instrument): Tally {
  const { base, perWord } = digitsOf(instrument)
  const levelOfDigit = [null, ...instrument.answers.map(({ level }) => level)]
  const digits = statementsOf(instrument).map(() => 0)
  const byDigit = digits.map(() => levelOfDigit.map(() => 0))
  const clusters = clusterPlaces(instrument)
  const sums = clusters.map((): ScoreSum => ({ people: 0, tenths: 0 }))
  const total: ScoreSum = { people: 0, tenths: 0 }
  let people = 0

  const add = (words: readonly number[]) => {
    people += 1
    let [allLevels, allKnown] = [0, 0]
    for (const [index, { from, to }] of clusters.entries()) {
      let [levels, known] = [0, 0]
      for (let place = from; place < to; place++) {
        const digit = Math.floor((words[Math.floor(place / perWord)] ?? 0) / base ** (place % perWord)) % base
        const counted = byDigit[place]
        if (counted) counted[digit] = (counted[digit] ?? 0) + 1
        const level = levelOfDigit[digit] ?? null
        if (level === null) continue
        levels += level
        known += 1
      }
      addScore(sums[index], scoreOfSum(levels, known, to - from))
      allLevels += levels
      allKnown += known
    }
    addScore(total, scoreOfSum(allLevels, allKnown, digits.length))
  }

  const counts = (): PeopleCounts => {
    const none = noCounts(instrument)
    const scale = levelsOf(instrument)
    return {
      people,
      total: { ...total },
      clusters: none.clusters.map(({ cluster, sum }, index) => ({
        cluster,
        sum: { ...(sums[index] ?? sum) },
      })),
      statements: none.statements.map(({ statement }, place) => ({
        statement,
        levels: scale.map(({ id, level }) => ({
          level,
          count: byDigit[place]?.[1 + instrument.answers.findIndex((answer) => answer.id === id)] ?? 0,
        })),
      })),
    }
  }
  return { add, counts }
}

function addScore(sum: ScoreSum | undefined, score: number | null): void {
  if (!sum || score === null) return
  sum.people += 1
  sum.tenths += Math.round(score * 10)
}

/** Where the statements of each cluster stand among all of them. */
function clusterPlaces(instrument: Instrument): { from: number; to: number }[] {
  let from = 0
  return instrument.clusters.map(({ statements }) => {
    const places = { from, to: from + statements.length }
    from = places.to
    return places
  })
}

function digitsOf(instrument: Instrument): { base: number; perWord: number } {
  const bits = Math.ceil(Math.log2(instrument.answers.length + 1))
  return { base: 2 ** bits, perWord: Math.floor(EXACT_BITS / bits) }
}
