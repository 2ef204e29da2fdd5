import type { Choice, Instrument } from './instrument.ts'

/** Longest name of an organisation, in characters. */
export const ORGANISATION_LENGTH = 100

/** From so many accounts on the name of an organisation is suggested to others: fewer would point at people. */
export const SUGGESTED_FROM = 5

/** Every role and kind of organisation that the instruments know, each once, in their order. */
export function profileChoices(instruments: Instrument[]): { roles: Choice[]; organisationKinds: Choice[] } {
  return {
    roles: each(instruments.flatMap(({ roles }) => roles)),
    organisationKinds: each(instruments.flatMap(({ organisationKinds }) => organisationKinds)),
  }
}

function each(choices: Choice[]): Choice[] {
  const firsts = new Map<string, Choice>()
  for (const choice of choices) if (!firsts.has(choice.id)) firsts.set(choice.id, choice)
  return [...firsts.values()]
}
