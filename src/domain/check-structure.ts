import type { Place, Report } from './finding.ts'
import type { InstrumentStructure } from './instrument-structure.ts'

/** Words that the address of a scan already uses where a cluster's id would stand. */
const RESERVED = new Set([
  'achtergrond',
  'afronden',
  'antwoorden',
  'controle',
  'heropenen',
  'hervatcode',
  'naam',
  'opnieuw',
  'plan',
  'resultaat',
  'wissen',
])

/** What a schema cannot see in the structure: ids that clash or lead nowhere, answers without advice. */
export function checkStructure(structure: InstrumentStructure, report: Report): void {
  checkUniqueIds(structure, report)
  checkReferences(structure, report)
  checkGroups(structure, report)
  checkEveryAnswerHasATip(structure, report)
  checkScale(structure, report)
  checkBands(structure, report)
  checkHistory(structure, report)
}

function checkUniqueIds(structure: InstrumentStructure, report: Report): void {
  const lists: [string, string[], (index: number) => Place][] = [
    ['answer', structure.answers.map(({ id }) => id), (index) => ['answers', index]],
    ['band', structure.bands.map(({ id }) => id), (index) => ['bands', index]],
    ['role', structure.roles, (index) => ['roles', index]],
    ['kind of organisation', structure.organisationKinds, (index) => ['organisationKinds', index]],
    ['source', structure.sources.map(({ id }) => id), (index) => ['sources', index]],
    ['cluster', structure.clusters.map(({ id }) => id), (index) => ['clusters', index]],
  ]
  for (const [what, ids, placeOf] of lists) {
    for (const index of repeats(ids)) {
      report(placeOf(index), `the ${what} id "${ids[index]}" is used twice`, 'give one of them another id', {
        code: 'id-twice',
        id: ids[index] ?? '',
      })
    }
  }
  const statements = placedStatements(structure)
  for (const index of repeats(statements.map(({ statement }) => statement.id))) {
    const repeated = statements[index]
    if (repeated)
      report(
        repeated.place,
        `the statement id "${repeated.statement.id}" is used twice`,
        'give one of them another id',
      )
  }
  const tips = statements.flatMap(({ statement, place }) =>
    statement.tips.map((tip, index) => ({ id: tip.id, place: [...place, 'tips', index] })),
  )
  for (const index of repeats(tips.map(({ id }) => id))) {
    const repeated = tips[index]
    if (repeated)
      report(repeated.place, `the tip id "${repeated.id}" is used twice`, 'give one of them another id')
  }
  for (const [index, { id }] of structure.clusters.entries()) {
    if (RESERVED.has(id)) {
      report(
        ['clusters', index],
        `"${id}" cannot be the id of a cluster`,
        'it is an address of its own: choose another id',
      )
    }
  }
}

function checkReferences(structure: InstrumentStructure, report: Report): void {
  const answers = new Set(structure.answers.map(({ id }) => id))
  const sources = new Set(structure.sources.map(({ id }) => id))
  const placed = placedStatements(structure)
  const used = new Set(structure.basedOn)
  for (const [index, id] of structure.basedOn.entries()) {
    if (!sources.has(id)) {
      report(
        ['basedOn', index],
        `the instrument is based on "${id}", which does not exist`,
        'add it under "sources"',
      )
    }
  }
  for (const { statement, place } of placed) {
    for (const [index, tip] of statement.tips.entries()) {
      const at = [...place, 'tips', index]
      for (const id of tip.fits.filter((one) => !answers.has(one))) {
        report(
          [...at, 'fits'],
          `tip ${tip.id} fits the answer "${id}", which does not exist`,
          'use an id from "answers"',
        )
      }
      for (const id of tip.sources) {
        used.add(id)
        if (!sources.has(id))
          report(
            [...at, 'sources'],
            `tip ${tip.id} names the source "${id}", which does not exist`,
            'add it under "sources"',
            { code: 'unknown-source', source: id },
          )
      }
    }
  }
  for (const [index, { id }] of structure.sources.entries()) {
    if (!used.has(id))
      report(
        ['sources', index],
        `no tip uses the source "${id}"`,
        'name it in a tip or in "basedOn", or remove it',
        { code: 'unused-source', source: id },
      )
  }
}

function checkGroups(structure: InstrumentStructure, report: Report): void {
  for (const [index, { id, statements, groups, phased }] of structure.clusters.entries()) {
    const place = ['clusters', index, 'groups']
    if (!groups) {
      if (phased)
        report(['clusters', index, 'phased'], `"${id}" has no phases`, 'add "groups", or leave it out')
      continue
    }
    for (const at of repeats(groups.map((group) => group.id))) {
      report([...place, at], `the group id "${groups[at]?.id}" is used twice`, 'give one of them another id')
    }
    const grouped = groups.flatMap((group) => group.statements)
    const all = statements.map((statement) => statement.id)
    if (grouped.join() !== all.join()) {
      report(
        place,
        `the groups of "${id}" do not hold its statements, each once and in order`,
        `the statements are ${all.join(', ')}; the groups hold ${grouped.join(', ')}`,
      )
    }
  }
}

function checkEveryAnswerHasATip(structure: InstrumentStructure, report: Report): void {
  for (const { statement, place } of placedStatements(structure)) {
    for (const { id } of structure.answers) {
      const isServed = statement.tips.some((tip) => tip.fits.includes(id))
      if (!isServed)
        report(place, `${statement.id} has no tip for the answer "${id}"`, 'let a tip fit it, or add one', {
          code: 'answer-without-tip',
          answer: id,
        })
    }
  }
}

/** A ladder without a missing rung, and an answer for whoever does not know. */
function checkScale({ answers }: InstrumentStructure, report: Report): void {
  const levels = answers.flatMap((answer) => (answer.kind === 'level' ? [answer.level] : []))
  const wanted = levels.map((_, index) => index + 1)
  if ([...levels].sort((one, other) => one - other).join() !== wanted.join()) {
    report(['answers'], `the levels are ${levels.join(', ')}`, `number them ${wanted.join(', ')}, each once`)
  }
  if (levels.length < 2) report(['answers'], 'there are fewer than two levels', 'add one')
  if (!answers.some(({ kind }) => kind === 'unknown')) {
    report(['answers'], 'nobody can say that they do not know', 'add an answer of the kind "unknown"')
  }
}

function checkBands(structure: InstrumentStructure, report: Report): void {
  const levels = structure.answers.flatMap((answer) => (answer.kind === 'level' ? [answer.level] : []))
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)]
  const first = structure.bands[0]
  if (first && first.from > lowest) {
    report(['bands', 0], `no band holds the lowest level, ${lowest}`, `let the first one begin at ${lowest}`)
  }
  for (const [index, { id, from }] of structure.bands.entries()) {
    if (from > highest)
      report(['bands', index], `band "${id}" is above the highest level`, 'lower its "from"')
  }
  for (const [index, band] of structure.bands.entries()) {
    const before = structure.bands[index - 1]
    if (before && before.from >= band.from) {
      report(
        ['bands', index],
        `band "${band.id}" does not begin above the one before it`,
        'order the bands from low to high',
      )
    }
  }
}

function checkHistory(structure: InstrumentStructure, report: Report): void {
  const last = structure.history.at(-1)
  if (last && last.version !== structure.version) {
    report(
      ['history'],
      `the history ends at ${last.version}, but this is ${structure.version}`,
      'add an entry that says what changed',
    )
  }
  const known = new Set(placedStatements(structure).map(({ statement }) => statement.id))
  for (const [index, entry] of structure.history.entries()) {
    for (const { id, change } of entry.statements) {
      if (!known.has(id) && change !== 'removed') {
        report(
          ['history', index],
          `the history names statement "${id}", which does not exist`,
          'use the id of a statement',
        )
      }
    }
  }
}

function placedStatements(structure: InstrumentStructure) {
  return structure.clusters.flatMap((cluster, clusterIndex) =>
    cluster.statements.map((statement, index) => ({
      statement,
      place: ['clusters', clusterIndex, 'statements', index] as Place,
    })),
  )
}

/** The indexes of the ids that stood in the list before. */
function repeats(ids: string[]): number[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []))
}
