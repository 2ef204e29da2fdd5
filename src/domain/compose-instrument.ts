import type { Instrument, Statement } from './instrument.ts'
import type { InstrumentStructure, Source } from './instrument-structure.ts'
import type { InstrumentTexts } from './instrument-texts.ts'

/**
 * Puts structure and texts together. Both must have passed `checkInstrument`: a text that is missing
 * throws here, because a published instrument cannot miss one.
 */
export function composeInstrument(structure: InstrumentStructure, texts: InstrumentTexts): Instrument {
  const sources = new Map(structure.sources.map((source) => [source.id, source]))
  let number = 0

  const composeStatement = (
    statement: InstrumentStructure['clusters'][number]['statements'][number],
  ): Statement => {
    const own = get(texts.statements, statement.id)
    number += 1
    return {
      id: statement.id,
      number,
      topic: own.topic,
      statement: own.statement,
      explanation: own.explanation,
      answers: own.answers,
      tips: statement.tips.map((tip) => ({
        id: tip.id,
        fits: tip.fits,
        text: get(own.tips, tip.id),
        sources: tip.sources.map((id) => getSource(sources, id)),
      })),
    }
  }

  const choice = (from: InstrumentTexts['roles']) => (id: string) => {
    const { label, description } = get(from, id)
    return { id, label, description }
  }

  return {
    id: structure.id,
    version: structure.version,
    kind: structure.kind,
    language: texts.language,
    minutes: structure.minutes,
    texts: {
      title: texts.title,
      shortTitle: texts.shortTitle,
      question: texts.question,
      summary: texts.summary,
      audience: texts.audience,
      purpose: texts.purpose,
      roleReason: texts.roleReason,
      origin: texts.origin,
      interpretation: texts.interpretation,
      conversation: texts.conversation,
    },
    answers: structure.answers.map((answer) => ({
      id: answer.id,
      level: answer.kind === 'level' ? answer.level : null,
      ...get(texts.answers, answer.id),
    })),
    bands: structure.bands.map((band) => ({ ...band, ...get(texts.bands, band.id) })),
    roles: structure.roles.map(choice(texts.roles)),
    organisationKinds: structure.organisationKinds.map(choice(texts.organisationKinds)),
    clusters: structure.clusters.map((cluster) => {
      const own = get(texts.clusters, cluster.id)
      const statements = cluster.statements.map(composeStatement)
      return {
        ...own,
        id: cluster.id,
        statements,
        groups: (cluster.groups ?? []).map((group) => ({
          id: group.id,
          ...get(own.groups ?? {}, group.id),
          statements: statements.filter(({ id }) => group.statements.includes(id)),
        })),
        isPhased: cluster.phased === true,
      }
    }),
    sources: structure.sources,
    basedOn: structure.basedOn.map((id) => getSource(sources, id)),
    history: structure.history,
  }
}

function get<Value>(values: Record<string, Value>, id: string): Value {
  const value = values[id]
  if (value === undefined) throw new Error(`the instrument has no text for "${id}"`)
  return value
}

function getSource(sources: Map<string, Source>, id: string): Source {
  const source = sources.get(id)
  if (source === undefined) throw new Error(`the instrument has no source "${id}"`)
  return source
}
