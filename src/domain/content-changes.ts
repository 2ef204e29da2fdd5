import { type Change, type ContentPlace, changesBetween } from './content-tree.ts'
import { statementIds } from './instrument-ids.ts'
import type { PublishedInstrument } from './published-instrument.ts'

/** What somebody says of a change in what people answer to. */
export const DECLARED_MEANINGS = ['spelling', 'wording', 'meaning'] as const
export type DeclaredMeaning = (typeof DECLARED_MEANINGS)[number]

/** By the id of the statement of which the words changed. */
export type Declarations = Readonly<Record<string, DeclaredMeaning>>

/** What is different in an instrument, and about which statements somebody has to say what it means. */
export type InstrumentChanges = {
  /** Texts first: that is what somebody looks for. */
  changes: Change[]
  /** Statements that are in both, of which the words that one answers to changed: itself, its explanation, its answers. */
  reworded: string[]
  added: string[]
  removed: string[]
  /** The answers themselves are others: nothing can be compared any more. */
  hasOtherAnswers: boolean
}

/** What is not content: the number of a version and its history follow from publishing. */
const FOLLOWS = ['version', 'history']

export function changesOfInstrument(
  before: PublishedInstrument,
  after: PublishedInstrument,
): InstrumentChanges {
  const changes = changesBetween(before, after)
    .filter(({ place: [root, name] }) => root !== 'structure' || !FOLLOWS.includes(name ?? ''))
    .sort((one, other) => Number(other.place[0] === 'texts') - Number(one.place[0] === 'texts'))
  const [old, fresh] = [statementIds(before), statementIds(after)]
  const inBoth = fresh.filter((id) => old.includes(id))
  const general = changes.some(({ place }) => isGeneralAnswer(place))
  return {
    changes,
    reworded: inBoth.filter((id) => general || changes.some(({ place }) => isAnsweredTo(place, id))),
    added: fresh.filter((id) => !old.includes(id)),
    removed: old.filter((id) => !fresh.includes(id)),
    hasOtherAnswers: changes.some(({ place: [root, name] }) => root === 'structure' && name === 'answers'),
  }
}

/** The words of a statement that somebody reads while answering. Its topic and its tips are not among them. */
function isAnsweredTo([root, , part, id, field]: ContentPlace, statement: string): boolean {
  if (root !== 'texts' || part !== 'statements' || id !== statement) return false
  return field === 'statement' || field === 'explanation' || field === 'answers'
}

/** What an answer is called and means everywhere. */
function isGeneralAnswer([root, , part]: ContentPlace): boolean {
  return root === 'texts' && part === 'answers'
}

export type VersionStep = 'none' | 'spelling' | 'wording' | 'meaning'

/**
 * How far the next version is from this one. A changed meaning, a statement more or less or other answers: results
 * cannot be compared as a whole. Only spelling: nothing to notice. Everything else is new wording.
 */
export function stepOf(found: InstrumentChanges, declared: Declarations): VersionStep {
  if (found.changes.length === 0) return 'none'
  const meanings = found.reworded.map((id) => declared[id] ?? 'meaning')
  const isOther = found.added.length + found.removed.length > 0 || found.hasOtherAnswers
  if (isOther || meanings.includes('meaning')) return 'meaning'
  const isSpelling = found.changes.every(
    (change) =>
      isSmall(change) ||
      found.reworded.some((id) => isAnsweredTo(change.place, id) && declared[id] === 'spelling'),
  )
  return isSpelling && !meanings.includes('wording') ? 'spelling' : 'wording'
}

/** The number that follows: the last one goes up for spelling, the middle one for wording, the first for meaning. */
export function nextVersion(current: string, step: VersionStep): string {
  const [major = 0, minor = 0, patch = 0] = current.split('.').map(Number)
  if (step === 'meaning') return `${major + 1}.0.0`
  if (step === 'wording') return `${major}.${minor + 1}.0`
  return `${major}.${minor}.${patch + 1}`
}

/** Letters that differ at most, for a change to look like a mended typing error. */
const TYPING_ERROR = 3

/** Whether a change looks like no more than spelling: capitals, marks, spaces, or a few letters of one word. */
export function isSmall({ before, after }: Change): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false
  const [old, fresh] = [bareWords(before), bareWords(after)]
  if (old.length !== fresh.length) return old.join('') === fresh.join('')
  const different = old.flatMap((word, index) => (word === fresh[index] ? [] : [[word, fresh[index] ?? '']]))
  return (
    different.every(([one = '', other = '']) => lettersApart(one, other) <= TYPING_ERROR) &&
    different.length <= 1
  )
}

function bareWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Levenshtein's distance: letters to add, leave out or replace. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, wanted] of [...other].entries()) {
      next.push(
        Math.min((row[at] ?? 0) + (letter === wanted ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}
