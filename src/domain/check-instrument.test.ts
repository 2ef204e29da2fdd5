import { describe, expect, test } from 'vitest'
import { file, problemsIn, structure, type texts } from './check-examples.ts'
import { checkInstrument } from './check-instrument.ts'

test('an instrument that is whole has nothing to find', () => {
  expect(problemsIn(() => {})).toEqual([])
})

type Change = Parameters<typeof problemsIn>[0]
const first = (one: ReturnType<typeof structure>) => {
  const statement = one.clusters[0]?.statements[0]
  const tip = statement?.tips[0]
  if (!statement || !tip) throw new Error('the example has a statement with a tip')
  return { statement, tip }
}

const grouped =
  (statements: string[][]) => (one: ReturnType<typeof structure>, text: ReturnType<typeof texts>) => {
    const [cluster] = one.clusters
    const groups = statements.map((ids, index) => ({ id: `g${index}`, statements: ids }))
    Object.assign(cluster ?? {}, { groups, phased: true })
    const titles = groups.map(({ id }) => [id, { title: id, about: 'Een zin.' }])
    Object.assign(text.clusters.werk, { groups: Object.fromEntries(titles) })
  }

const faults: [string, Change, string, RegExp][] = [
  [
    'a group that misses a statement',
    (one, text) => grouped([['p01'], ['p09']])(one, text),
    'structure.yaml',
    /groups of "werk" do not hold its statements/,
  ],
  [
    'phases without groups',
    (one) => void Object.assign(one.clusters[0] ?? {}, { phased: true }),
    'structure.yaml',
    /"werk" has no phases/,
  ],
  [
    'a group without a text',
    (one) =>
      void Object.assign(one.clusters[0] ?? {}, {
        groups: [
          { id: 'a', statements: ['p01'] },
          { id: 'b', statements: ['p01'] },
        ],
      }),
    'nl.yaml',
    /clusters\.werk\.groups\.a has no text/,
  ],
  [
    'an answer id used twice',
    (one) => one.answers.push({ id: '2', kind: 'level', level: 3 }),
    'structure.yaml',
    /answer id "2" is used twice/,
  ],
  [
    'a source id used twice',
    (one) => one.sources.push({ ...one.sources[0], id: 'boek' } as never),
    'structure.yaml',
    /source id "boek" is used twice/,
  ],
  [
    'a statement id used twice',
    (one) => one.clusters[0]?.statements.push(first(one).statement),
    'structure.yaml',
    /statement id "p01" is used twice/,
  ],
  [
    'a tip id used twice',
    (one) => first(one).statement.tips.push({ ...first(one).tip }),
    'structure.yaml',
    /tip id "p01-t01" is used twice/,
  ],
  [
    'a tip for an answer that does not exist',
    (one) => first(one).tip.fits.push('9'),
    'structure.yaml',
    /fits the answer "9"/,
  ],
  [
    'a tip with a source that does not exist',
    (one) => first(one).tip.sources.push('krant'),
    'structure.yaml',
    /source "krant", which does not exist/,
  ],
  [
    'a dead internal link',
    (_, text) => {
      text.statements.p01.tips['p01-t01'] = 'Kijk ook bij stelling 7.'
    },
    'nl.yaml',
    /refers to statement 7/,
  ],
  [
    'an answer without any tip',
    (one) => {
      first(one).tip.fits = ['1']
    },
    'structure.yaml',
    /p01 has no tip for the answer "onbekend"/,
  ],
  [
    'an origin that does not exist',
    (one) => one.basedOn.push('bijbel'),
    'structure.yaml',
    /based on "bijbel"/,
  ],
  [
    'a source that nobody uses',
    (one) => {
      first(one).tip.sources = []
    },
    'structure.yaml',
    /no tip uses the source "boek"/,
  ],
  [
    'a cluster named as an address',
    (one, text) => {
      for (const cluster of one.clusters) cluster.id = 'controle'
      ;(text.clusters as Record<string, unknown>).controle = text.clusters.werk
    },
    'structure.yaml',
    /"controle" cannot be the id of a cluster/,
  ],
  ['bands in the wrong order', (one) => one.bands.reverse(), 'structure.yaml', /does not begin above/],
  [
    'a history that stops too early',
    (one) => {
      one.version = '1.1.0'
    },
    'structure.yaml',
    /history ends at 1.0.0/,
  ],
  [
    'a text that is missing',
    (_, text) => {
      delete text.statements.p01.answers['2']
    },
    'nl.yaml',
    /statements.p01.answers.2 has no text in "nl"/,
  ],
  [
    'a tip without a text',
    (_, text) => {
      delete text.statements.p01.tips['p01-t02']
    },
    'nl.yaml',
    /tips.p01-t02 has no text/,
  ],
  [
    'a text that belongs to nothing',
    (_, text) => {
      text.roles.baas = { label: 'Baas' }
    },
    'nl.yaml',
    /roles.baas belongs to nothing/,
  ],
  [
    'a tip equal to its neighbour',
    (_, text) => {
      text.statements.p01.tips['p01-t02'] = 'Vraag het na.'
    },
    'nl.yaml',
    /says the same as "p01-t01"/,
  ],
  [
    'a level text equal to its neighbour',
    (_, text) => {
      text.statements.p01.answers['2'] = 'Niemand doet iets.'
    },
    'nl.yaml',
    /"2" says the same as "1"/,
  ],
  [
    'a sentence over 25 words',
    (_, text) => {
      text.purpose = `${'woord '.repeat(26)}.`
    },
    'nl.yaml',
    /sentence of 26 words/,
  ],
  [
    'HTML',
    (_, text) => {
      text.summary = 'Dit is <b>vet</b>.'
    },
    'nl.yaml',
    /has HTML/,
  ],
  [
    'an explanation that is too short',
    (_, text) => {
      text.statements.p01.explanation = 'Kort.'
    },
    'nl.yaml',
    /has 1 words/,
  ],
  [
    'a key that the format does not know',
    (_, text) => {
      ;(text as Record<string, unknown>).titel = 'x'
    },
    'nl.yaml',
    /titel/,
  ],
  [
    'a link that is not one',
    (one) => {
      one.sources = one.sources.map((source) => ({ ...source, link: 'javascript:alert(1)' }))
    },
    'structure.yaml',
    /link/,
  ],
]

describe('the checker finds', () => {
  test.each(faults)('%s, and says the file, the line and the remedy', (_, change, path, problem) => {
    const found = problemsIn(change).find((finding) => problem.test(finding.problem))
    expect(found?.file).toBe(path)
    expect(found?.line).toBeGreaterThan(0)
    expect(found?.remedy.length).toBeGreaterThan(5)
  })
})

test('a file that is not YAML is named with its line', () => {
  const broken = { ...file('nl.yaml', null), errors: [{ line: 7, message: 'a tab where a space belongs' }] }
  expect(checkInstrument(file('structure.yaml', structure()), [broken])).toContainEqual(
    expect.objectContaining({ file: 'nl.yaml', line: 7 }),
  )
})

test('an instrument without texts cannot be published', () => {
  expect(checkInstrument(file('structure.yaml', structure()), [])[0]?.problem).toBe('there are no texts')
})
