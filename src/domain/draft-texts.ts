import type { InstrumentStructure } from './instrument-structure.ts'
import type { InstrumentTexts } from './instrument-texts.ts'

/** What stands where a text has still to be written; the checker finds it. */
const TO_WRITE = '…'

/** Every text that a structure asks for, still to be written, in the order in which one writes them. */
export function draftTexts(structure: InstrumentStructure, language: string): InstrumentTexts {
  const each = <Value>(ids: string[], value: Value) => Object.fromEntries(ids.map((id) => [id, value]))
  const idsOf = (list: { id: string }[]) => list.map(({ id }) => id)
  const bands = idsOf(structure.bands)
  const answers = idsOf(structure.answers)
  return {
    language,
    title: TO_WRITE,
    shortTitle: TO_WRITE,
    question: TO_WRITE,
    summary: TO_WRITE,
    audience: TO_WRITE,
    purpose: TO_WRITE,
    roleReason: TO_WRITE,
    origin: TO_WRITE,
    roles: each(structure.roles, { label: TO_WRITE, description: TO_WRITE }),
    organisationKinds: each(structure.organisationKinds, { label: TO_WRITE }),
    answers: each(answers, { label: TO_WRITE, meaning: TO_WRITE }),
    bands: each(bands, { label: TO_WRITE, text: TO_WRITE }),
    clusters: Object.fromEntries(
      structure.clusters.map(({ id, groups }) => [
        id,
        {
          title: TO_WRITE,
          about: TO_WRITE,
          introduction: TO_WRITE,
          strength: TO_WRITE,
          growth: TO_WRITE,
          unknown: TO_WRITE,
          feedback: each(bands, TO_WRITE),
          ...(groups && { groups: each(idsOf(groups), { title: TO_WRITE, about: TO_WRITE }) }),
        },
      ]),
    ),
    statements: Object.fromEntries(
      structure.clusters.flatMap(({ statements }) =>
        statements.map(({ id, tips }) => [
          id,
          {
            topic: TO_WRITE,
            statement: TO_WRITE,
            explanation: TO_WRITE,
            answers: each(answers, TO_WRITE),
            tips: each(idsOf(tips), TO_WRITE),
          },
        ]),
      ),
    ),
    interpretation: [TO_WRITE],
    conversation: [TO_WRITE],
  }
}
