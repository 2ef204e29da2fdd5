import { expect, test } from 'vitest'
import { checkSuccession } from './check-succession.ts'
import type { InstrumentStructure } from './instrument-structure.ts'
import type { InstrumentTexts } from './instrument-texts.ts'
import type { PublishedInstrument } from './published-instrument.ts'

type Changes = InstrumentStructure['history'][number]['statements']

/** A version with statements, given as "p01=Its words", and what its history declares. */
function version(number: string, statements: string[], changes: Changes = []): PublishedInstrument {
  const pairs = statements.map((one) => one.split('=') as [string, string])
  const structure = {
    id: 'proef',
    version: number,
    clusters: [{ id: 'werk', statements: pairs.map(([id]) => ({ id, tips: [] })) }],
    history: [{ version: number, date: '2026-11-23', summary: 'Something.', statements: changes }],
  } as unknown as InstrumentStructure
  const texts = Object.fromEntries(pairs.map(([id, statement]) => [id, { statement, answers: {} }]))
  return { structure, texts: { nl: { statements: texts } as unknown as InstrumentTexts } }
}

const first = version('1.0.0', ['p01=Wij praten', 'p02=Wij schrijven'])

function problems(next: PublishedInstrument, published = [first]): string[] {
  const found: string[] = []
  checkSuccession(next, published, (_, problem) => found.push(problem))
  return found
}

test.each<[string, PublishedInstrument, RegExp | null]>([
  ['the same words', version('1.1.0', ['p01=Wij praten', 'p02=Wij schrijven']), null],
  ['an older number', version('0.9.0', ['p01=Wij praten', 'p02=Wij schrijven']), /does not come after 1.0.0/],
  ['the same number', version('1.0.0', ['p01=Wij praten']), /does not come after 1.0.0/],
  [
    'other words',
    version('1.1.0', ['p01=Wij roepen', 'p02=Wij schrijven']),
    /words of statement "p01" changed/,
  ],
  [
    'other words, declared',
    version('1.1.0', ['p01=Wij roepen', 'p02=Wij schrijven'], [{ id: 'p01', change: 'meaning' }]),
    null,
  ],
  ['one less', version('1.1.0', ['p01=Wij praten']), /"p02" is gone/],
  ['one less, declared', version('1.1.0', ['p01=Wij praten'], [{ id: 'p02', change: 'removed' }]), null],
  ['one more', version('1.1.0', ['p01=Wij praten', 'p02=Wij schrijven', 'p03=Nieuw']), /"p03" is new/],
  [
    'one more, declared',
    version('1.1.0', ['p01=Wij praten', 'p02=Wij schrijven', 'p03=Nieuw'], [{ id: 'p03', change: 'new' }]),
    null,
  ],
])('%s', (_, next, expected) => {
  const found = problems(next)
  if (expected) expect(found.join()).toMatch(expected)
  else expect(found).toEqual([])
})

test('an id that was removed never returns, however it is declared', () => {
  const second = version('1.1.0', ['p01=Wij praten'], [{ id: 'p02', change: 'removed' }])
  const third = version('1.2.0', ['p01=Wij praten', 'p02=Iets anders'], [{ id: 'p02', change: 'new' }])
  expect(problems(third, [first, second]).join()).toMatch(/"p02" was removed before and cannot return/)
})

test('the first version of another instrument has nothing to come after', () => {
  const other = version('1.0.0', ['q01=Iets'])
  other.structure.id = 'anders'
  expect(problems(other)).toEqual([])
})

test('answers in another order, as a database gives them back, are the same words', () => {
  const inOrder = version('1.1.0', ['p01=Wij praten', 'p02=Wij schrijven'])
  const before = version('1.0.0', ['p01=Wij praten', 'p02=Wij schrijven'])
  Object.assign(inOrder.texts.nl?.statements.p01 ?? {}, { answers: { deels: 'b', ja: 'a' } })
  Object.assign(before.texts.nl?.statements.p01 ?? {}, { answers: { ja: 'a', deels: 'b' } })
  expect(problems(inOrder, [before])).toEqual([])
  Object.assign(before.texts.nl?.statements.p01 ?? {}, { answers: { ja: 'a', deels: 'c' } })
  expect(problems(inOrder, [before]).join()).toMatch(/words of statement "p01" changed/)
})
