import { compareVersions } from './catalogue.ts'
import type { Report } from './finding.ts'
import type { InstrumentStructure } from './instrument-structure.ts'
import type { PublishedInstrument } from './published-instrument.ts'

type Statement = InstrumentStructure['clusters'][number]['statements'][number]

/**
 * What is wrong with a version as the next one after those that were published: results and trends rest on
 * ids, so an id never comes to stand for something else, and every change is declared in the history.
 */
export function checkSuccession(
  next: PublishedInstrument,
  published: PublishedInstrument[],
  report: Report,
): void {
  const earlier = published
    .filter(({ structure }) => structure.id === next.structure.id)
    .sort((one, other) => compareVersions(one.structure.version, other.structure.version))
  const newest = earlier.at(-1)
  if (!newest) return
  if (compareVersions(next.structure.version, newest.structure.version) <= 0) {
    report(
      ['version'],
      `version ${next.structure.version} does not come after ${newest.structure.version}, which was published`,
      'give it a higher number',
    )
    return
  }
  const declared = new Map(
    next.structure.history
      .filter(({ version }) => compareVersions(version, newest.structure.version) > 0)
      .flatMap(({ statements }) => statements.map(({ id, change }) => [id, change] as const)),
  )
  const lastWith = new Map(earlier.flatMap((one) => statementsIn(one).map(({ id }) => [id, one] as const)))
  const before = new Map(statementsIn(newest).map((one) => [one.id, one]))
  const now = new Set(statementsIn(next).map(({ id }) => id))

  for (const id of now) {
    if (before.has(id)) continue
    const gone = lastWith.get(id)
    // A version that is published again brings back what it had; anything else under that id would be something new.
    if (gone && isReworded(id, gone, next)) {
      report(['clusters'], `the id "${id}" was removed before and cannot return`, 'give it an id of its own')
    } else if (declared.get(id) !== 'new') {
      report(['history'], `statement "${id}" is new, and the history does not say so`, 'add { change: new }')
    }
  }
  for (const id of before.keys()) {
    if (now.has(id)) {
      if (isReworded(id, newest, next) && !declared.has(id)) {
        report(
          ['history'],
          `the words of statement "${id}" changed, and the history does not say how`,
          'declare spelling, wording or meaning',
        )
      }
    } else if (declared.get(id) !== 'removed') {
      report(
        ['history'],
        `statement "${id}" is gone, and the history does not say so`,
        'add { change: removed }',
      )
    }
  }
}

function statementsIn({ structure }: PublishedInstrument): Statement[] {
  return structure.clusters.flatMap(({ statements }) => statements)
}

/** The words that are answered: the statement itself and what each answer means. */
function isReworded(id: string, before: PublishedInstrument, after: PublishedInstrument): boolean {
  return Object.entries(before.texts).some(([language, texts]) => {
    const [old, fresh] = [texts.statements[id], after.texts[language]?.statements[id]]
    if (!old || !fresh) return false
    return old.statement !== fresh.statement || !hasSameTexts(old.answers, fresh.answers)
  })
}

/** By id: a database may give the answers back in another order. */
function hasSameTexts(one: Record<string, string>, other: Record<string, string>): boolean {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...ids].every((id) => one[id] === other[id])
}
