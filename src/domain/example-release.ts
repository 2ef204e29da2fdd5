import { type Instrument, levelsOf, statementsOf } from './instrument.ts'
import type { Release } from './release.ts'
import { tellFigures, tellRoles } from './release-figures.ts'
import type { Answers } from './scan.ts'

const PEOPLE_IN_A_ROLE = 6

/**
 * What a group may be told, from answers that nobody gave: always the same for an instrument and `k`, so that somebody
 * can see beforehand how it looks. Twelve people, or twice `k` when that is more, in the first two roles.
 */
export function exampleRelease(instrument: Instrument, k: number): Release {
  const [first, second] = instrument.roles
  const crowd = (from: number) =>
    Array.from({ length: Math.max(PEOPLE_IN_A_ROLE, k) }, (_, index) =>
      inventedAnswers(instrument, 2 * index + from),
    )
  const [ones, others] = [crowd(0), crowd(1)]
  return {
    figures: tellFigures(instrument, [...ones, ...others], k),
    roles:
      first && second
        ? tellRoles(
            instrument,
            [
              { role: first.id, people: ones },
              { role: second.id, people: others },
            ],
            k,
          )
        : null,
    compared: null,
  }
}

/** Where the middle of the answers lies along the scale, statement by statement. */
const MIDDLES = [0.5, 0.78, 0.28, 0.6, 0.9, 0.4, 0.66]

/** What is shown has to have one of everything: agreement, two camps, roles that differ, and what few people know. */
function inventedAnswers(instrument: Instrument, person: number): Answers {
  const scale = levelsOf(instrument)
  const unknown = instrument.answers.find(({ level }) => level === null)
  return Object.fromEntries(
    statementsOf(instrument).map(({ id }, index) => {
      const isUnknown = unknown && (index % 9 === 8 ? person % 4 > 0 : (index + 5 * person) % 13 === 0)
      const place = (MIDDLES[index % MIDDLES.length] ?? 0.5) + nuance(index, person)
      const step = Math.round(Math.min(Math.max(place, 0), 1) * (scale.length - 1))
      return [id, { answer: (isUnknown ? unknown : scale[step])?.id ?? null, note: '' }]
    }),
  )
}

function nuance(index: number, person: number): number {
  if (index % 6 === 2) return person % 4 < 2 ? 0.45 : -0.4
  if (index % 6 === 4) return (person + Math.floor(index / 6)) % 2 === 0 ? 0.25 : -0.25
  if (index % 3 === 0) return 0
  return ((person * 3 + index) % 5) * 0.1 - 0.2
}
