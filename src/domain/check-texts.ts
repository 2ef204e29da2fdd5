import type { Place, Report } from './finding.ts'
import type { InstrumentStructure } from './instrument-structure.ts'
import type { InstrumentTexts } from './instrument-texts.ts'
import { readabilityOf, sentencesOf, wordsOf } from './readability.ts'

/** Longest sentence, in words. */
export const SENTENCE_LIMIT = 25
/** Explanations say enough and not too much, in words. */
export const EXPLANATION_WORDS = { least: 60, most: 120 }
/** Two neighbours that share more than this part of their words say the same thing. */
const TOO_ALIKE = 0.8

/** What a schema cannot see in the texts: what is missing, too much, unreadable, or said twice. */
export function checkTexts(structure: InstrumentStructure, texts: InstrumentTexts, report: Report): void {
  checkComplete(structure, texts, report)
  checkNeighbours(structure, texts, report)
  checkExplanations(texts, report)
  walk(texts, [], (text, place) => checkWording(text, place, structure, report))
}

function checkComplete(structure: InstrumentStructure, texts: InstrumentTexts, report: Report): void {
  const answers = structure.answers.map(({ id }) => id)
  const bands = structure.bands.map(({ id }) => id)
  const compare = (place: Place, given: Record<string, unknown>, wanted: string[]) => {
    for (const id of wanted.filter((one) => !Object.hasOwn(given, one))) {
      report(place, `${[...place, id].join('.')} has no text in "${texts.language}"`, 'write it', {
        code: 'missing',
      })
    }
    for (const id of Object.keys(given).filter((one) => !wanted.includes(one))) {
      report(
        [...place, id],
        `${[...place, id].join('.')} belongs to nothing in the structure`,
        'remove it, or mend its id',
      )
    }
  }
  compare(['answers'], texts.answers, answers)
  compare(['bands'], texts.bands, bands)
  compare(['roles'], texts.roles, structure.roles)
  compare(['organisationKinds'], texts.organisationKinds, structure.organisationKinds)
  compare(
    ['clusters'],
    texts.clusters,
    structure.clusters.map(({ id }) => id),
  )
  for (const [id, cluster] of Object.entries(texts.clusters)) {
    compare(['clusters', id, 'feedback'], cluster.feedback, bands)
    const groups = structure.clusters.find((one) => one.id === id)?.groups ?? []
    compare(
      ['clusters', id, 'groups'],
      cluster.groups ?? {},
      groups.map((group) => group.id),
    )
  }
  const statements = structure.clusters.flatMap((cluster) => cluster.statements)
  compare(
    ['statements'],
    texts.statements,
    statements.map(({ id }) => id),
  )
  for (const { id, tips } of statements) {
    const own = texts.statements[id]
    if (!own) continue
    compare(['statements', id, 'answers'], own.answers, answers)
    compare(
      ['statements', id, 'tips'],
      own.tips,
      tips.map((tip) => tip.id),
    )
  }
}

/** A tip that repeats its neighbour, a rung of the ladder that cannot be told from the next one. */
function checkNeighbours(structure: InstrumentStructure, texts: InstrumentTexts, report: Report): void {
  const answers = structure.answers.map(({ id }) => id)
  const seen = new Map<string, string>()
  for (const { id, tips } of structure.clusters.flatMap((cluster) => cluster.statements)) {
    const own = texts.statements[id]
    if (!own) continue
    for (const [kind, ids, values] of [
      ['answers', answers, own.answers],
      ['tips', tips.map((tip) => tip.id), own.tips],
    ] as const) {
      for (const [index, current] of ids.entries()) {
        const text = values[current]
        const before = values[ids[index - 1] ?? '']
        if (text && before && likeness(text, before) > TOO_ALIKE) {
          report(
            ['statements', id, kind, current],
            `${id}: "${current}" says the same as "${ids[index - 1]}"`,
            'make the difference clear, or join them',
            { code: 'like-neighbour', neighbour: ids[index - 1] ?? '', what: kind },
          )
        }
      }
    }
    for (const [tip, text] of Object.entries(own.tips)) {
      const key = wordsOf(text.toLowerCase()).join(' ')
      const other = seen.get(key)
      if (other && key !== '')
        report(
          ['statements', id, 'tips', tip],
          `tip ${tip} is the same as ${other}`,
          'make it about this statement',
          { code: 'same-tip', other },
        )
      seen.set(key, tip)
    }
  }
}

function checkExplanations(texts: InstrumentTexts, report: Report): void {
  for (const [id, { explanation }] of Object.entries(texts.statements)) {
    const count = wordsOf(explanation).length
    if (count < EXPLANATION_WORDS.least || count > EXPLANATION_WORDS.most) {
      report(
        ['statements', id, 'explanation'],
        `the explanation of ${id} has ${count} words`,
        `write ${EXPLANATION_WORDS.least} to ${EXPLANATION_WORDS.most}`,
        { code: 'explanation-length', words: count, ...EXPLANATION_WORDS },
      )
    }
  }
}

const MARKUP = /<\/?[a-z!][^>]*>|&(#\d+|[a-z]+);/i
const MARKDOWN = /\*\*|__|\]\(|^#{1,6} |^[-*] /m
const REFERENCE = /\bstelling(?:en)? (\d+)/gi

function checkWording(text: string, place: Place, structure: InstrumentStructure, report: Report): void {
  const name = place.join('.')
  if (MARKUP.test(text)) report(place, `${name} has HTML in it`, 'write plain text', { code: 'html' })
  if (MARKDOWN.test(text))
    report(place, `${name} has Markdown in it`, 'write plain text', { code: 'markdown' })
  if (/^…$/.test(text.trim()))
    report(place, `${name} has not been written yet`, 'write it', { code: 'not-written' })
  for (const sentence of sentencesOf(text)) {
    const { longestSentence } = readabilityOf(sentence)
    if (longestSentence > SENTENCE_LIMIT) {
      report(
        place,
        `${name} has a sentence of ${longestSentence} words: "${sentence.slice(0, 60)}…"`,
        'cut it in two',
        { code: 'long-sentence', words: longestSentence, start: sentence.slice(0, 60) },
      )
    }
  }
  const total = structure.clusters.reduce((sum, cluster) => sum + cluster.statements.length, 0)
  for (const [, number] of text.matchAll(REFERENCE)) {
    const isDead = Number(number) < 1 || Number(number) > total
    if (isDead)
      report(place, `${name} refers to statement ${number}, which does not exist`, 'mend the number', {
        code: 'dead-reference',
        number: number ?? '',
      })
  }
}

function walk(value: unknown, place: Place, visit: (text: string, place: Place) => void): void {
  if (typeof value === 'string') visit(value, place)
  else if (Array.isArray(value))
    value.forEach((inner, index) => {
      walk(inner, [...place, index], visit)
    })
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(inner, [...place, key], visit)
  }
}

/** Shared words as a part of all their words: 1 for the same words, 0 for none in common. */
function likeness(one: string, other: string): number {
  const left = new Set(wordsOf(one.toLowerCase()))
  const right = new Set(wordsOf(other.toLowerCase()))
  const shared = [...left].filter((word) => right.has(word)).length
  return shared / (left.size + right.size - shared || 1)
}
