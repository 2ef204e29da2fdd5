import type { Instrument } from '#domain/instrument.ts'
import type { RoleFigures } from '#domain/release-figures.ts'
import { listed } from './dutch.ts'
import { wordsFor } from './statement-words.ts'
import { peopleInWords, roleInWords } from './team-words.ts'

/** What is said around the figures of the roles: never which of them is the higher one. */
export function rolesInWords(instrument: Instrument, roles: readonly RoleFigures[]) {
  const { more } = wordsFor(instrument)
  const people = roles.map(
    ({ role, figures }) => `${roleInWords(instrument, role)} (${peopleInWords(figures.people)})`,
  )
  return {
    people: `Hier staan ${listed(people)}. Elke rol ziet een ander deel van het werk. Geen beeld is beter dan het andere.`,
    gapsTitle: 'Hier kijken rollen anders',
    noGaps: `Er zijn geen ${more} waarbij de rollen ver uit elkaar liggen.`,
  }
}
