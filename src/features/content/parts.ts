import type { ContentPlace } from '#domain/content-tree.ts'
import { textKindAt } from '#domain/editable-text.ts'
import { statementIds } from '#domain/instrument-ids.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { clusterInWords, GENERAL, statementInWords } from '#words/content-place-words.ts'

/** What is edited on one page: the texts about the whole, its answers and choices, a cluster or a statement. */
export type Part =
  | { kind: 'general' }
  | { kind: 'choices' }
  | { kind: 'cluster'; id: string }
  | { kind: 'statement'; id: string }

const GENERAL_NAME = 'algemeen'
const CHOICES_NAME = 'keuzes'
const CLUSTER = 'onderdeel-'
const STATEMENT = 'stelling-'

/** The part of this name in an address; null when the content does not have it. */
export function findPart(content: PublishedInstrument, name: string): Part | null {
  if (name === GENERAL_NAME) return { kind: 'general' }
  if (name === CHOICES_NAME) return { kind: 'choices' }
  const id = name.slice(name.indexOf('-') + 1)
  if (name === `${STATEMENT}${id}`)
    return statementIds(content).includes(id) ? { kind: 'statement', id } : null
  const isCluster = name === `${CLUSTER}${id}` && content.structure.clusters.some((one) => one.id === id)
  return isCluster ? { kind: 'cluster', id } : null
}

export function nameOfPart(part: Part): string {
  switch (part.kind) {
    case 'general':
      return GENERAL_NAME
    case 'choices':
      return CHOICES_NAME
    case 'cluster':
      return `${CLUSTER}${part.id}`
    case 'statement':
      return `${STATEMENT}${part.id}`
  }
}

export function partInWords(content: PublishedInstrument, part: Part): string {
  switch (part.kind) {
    case 'general':
      return 'Teksten over het geheel'
    case 'choices':
      return 'Antwoorden, uitkomsten en functies'
    case 'cluster':
      return clusterInWords(content, part.id)
    case 'statement':
      return statementInWords(content, part.id)
  }
}

/** Every part, in the order in which one reads. */
export function partsOfContent(content: PublishedInstrument): Part[] {
  return [
    { kind: 'general' },
    { kind: 'choices' },
    ...content.structure.clusters.flatMap(({ id, statements }): Part[] => [
      { kind: 'cluster', id },
      ...statements.map((statement): Part => ({ kind: 'statement', id: statement.id })),
    ]),
  ]
}

/** The places of the texts on the page of a part, in order. */
export function placesOfPart(content: PublishedInstrument, part: Part, language: string): ContentPlace[] {
  const root = ['texts', language]
  return namesOfPart(content, part)
    .map((names) => [...root, ...names])
    .filter((place) => textKindAt(content, place) !== null)
}

/** In which part the text at a place is edited; null when it is not a text. */
export function partOfPlace(content: PublishedInstrument, place: ContentPlace): Part | null {
  const [root, , name, id = ''] = place
  if (root !== 'texts') return null
  const part: Part =
    name === 'statements'
      ? { kind: 'statement', id }
      : name === 'clusters'
        ? { kind: 'cluster', id }
        : name !== undefined && Object.hasOwn(GENERAL, name)
          ? { kind: 'general' }
          : { kind: 'choices' }
  return findPart(content, nameOfPart(part))
}

function namesOfPart(content: PublishedInstrument, part: Part): string[][] {
  const { structure } = content
  const answers = structure.answers.map(({ id }) => id)
  const bands = structure.bands.map(({ id }) => id)
  switch (part.kind) {
    case 'general':
      return Object.keys(GENERAL).map((name) => [name])
    case 'choices':
      return [
        ...answers.flatMap((id) => [
          ['answers', id, 'label'],
          ['answers', id, 'meaning'],
        ]),
        ...bands.flatMap((id) => [
          ['bands', id, 'label'],
          ['bands', id, 'text'],
        ]),
        ...structure.roles.flatMap((id) => [
          ['roles', id, 'label'],
          ['roles', id, 'description'],
        ]),
        ...structure.organisationKinds.flatMap((id) => [
          ['organisationKinds', id, 'label'],
          ['organisationKinds', id, 'description'],
        ]),
      ]
    case 'cluster': {
      const at = (...names: string[]) => ['clusters', part.id, ...names]
      const groups = structure.clusters.find(({ id }) => id === part.id)?.groups ?? []
      return [
        ...['title', 'about', 'introduction', 'strength', 'growth', 'unknown'].map((name) => at(name)),
        ...bands.map((id) => at('feedback', id)),
        ...groups.flatMap(({ id }) => [at('groups', id, 'title'), at('groups', id, 'about')]),
      ]
    }
    case 'statement': {
      const at = (...names: string[]) => ['statements', part.id, ...names]
      const statement = structure.clusters
        .flatMap(({ statements }) => statements)
        .find(({ id }) => id === part.id)
      return [
        ...['statement', 'topic', 'explanation'].map((name) => at(name)),
        ...answers.map((id) => at('answers', id)),
        ...(statement?.tips ?? []).map(({ id }) => at('tips', id)),
      ]
    }
  }
}
