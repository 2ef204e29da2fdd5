import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type InvitedAddresses, MOST_AT_ONCE, readInvitedAddresses } from './invited-addresses.ts'

const KNOWN = { own: 'mirjam@voorbeeld.nl', invited: new Set(['bekend@voorbeeld.nl']) }

function read(text: string): InvitedAddresses {
  return readInvitedAddresses(text, KNOWN)
}

function peopleIn(text: string): string[] {
  return read(text).people.map(({ address, name }) => (name ? `${name} <${address}>` : address))
}

describe('addresses as people paste them', () => {
  test.each([
    ['one per line', 'noor@a.nl\nsem@a.nl', ['noor@a.nl', 'sem@a.nl']],
    [
      'line ends of another system, and empty lines',
      'noor@a.nl\r\n\r\nsem@a.nl\r\n',
      ['noor@a.nl', 'sem@a.nl'],
    ],
    ['commas', 'noor@a.nl, sem@a.nl,', ['noor@a.nl', 'sem@a.nl']],
    ['semicolons', 'noor@a.nl;sem@a.nl; ', ['noor@a.nl', 'sem@a.nl']],
    ['tabs from a sheet', 'noor@a.nl\tsem@a.nl', ['noor@a.nl', 'sem@a.nl']],
    ['spaces only', 'noor@a.nl sem@a.nl  iris@a.nl', ['noor@a.nl', 'sem@a.nl', 'iris@a.nl']],
    ['a name', 'Noor de Vries <noor@a.nl>', ['Noor de Vries <noor@a.nl>']],
    [
      'a name with a comma',
      '"Vries, Noor de" <noor@a.nl>; sem@a.nl',
      ['Vries, Noor de <noor@a.nl>', 'sem@a.nl'],
    ],
    ['a name without brackets', 'Noor de Vries noor@a.nl', ['Noor de Vries <noor@a.nl>']],
    [
      'names without anything between',
      'Noor <noor@a.nl> Sem <sem@a.nl>',
      ['Noor <noor@a.nl>', 'Sem <sem@a.nl>'],
    ],
    ['brackets without a name', '<noor@a.nl>', ['noor@a.nl']],
    ['full-width letters', 'ｎｏｏｒ@a.nl', ['noor@a.nl']],
    ['nothing', ' \n ', []],
  ])('%s', (_, text, people) => {
    expect(peopleIn(text)).toEqual(people)
    expect(read(text).unreadable).toEqual([])
  })

  test('whoever is written twice gets one letter, whatever the letter case', () => {
    const { people, repeated } = read('noor@a.nl, Noor@A.nl, NOOR@a.nl')
    expect(people).toHaveLength(1)
    expect(repeated).toEqual(['Noor@A.nl', 'NOOR@a.nl'])
  })

  test('one’s own address and those of who is invited are noticed', () => {
    expect(read('Mirjam@Voorbeeld.nl; BEKEND@voorbeeld.nl; noor@a.nl')).toMatchObject({
      people: [{ key: 'noor@a.nl' }],
      hasOwn: true,
      known: ['BEKEND@voorbeeld.nl'],
    })
  })

  test('what is no address is shown as it was written', () => {
    const { people, unreadable } = read('noor@@a.nl, sem@a, iedereen, <>, noor@a.nl, Sem <sem at a.nl>')
    expect(people.map(({ key }) => key)).toEqual(['noor@a.nl'])
    expect(unreadable).toEqual(['noor@@a.nl', 'sem@a', 'iedereen', '<>', 'Sem <sem at a.nl>'])
  })

  test(`past ${MOST_AT_ONCE} it is said how many are left`, () => {
    const text = Array.from({ length: MOST_AT_ONCE + 3 }, (_, index) => `p${index}@a.nl`).join(' ')
    expect(read(text).people).toHaveLength(MOST_AT_ONCE)
    expect(read(text).tooMany).toBe(3)
  })

  test('of five hundred with rubbish among them every address is found, once', () => {
    const separator = fc.constantFrom(', ', ';', '\n', '\t', ' \r\n')
    const rubbish = fc.constantFrom('', '???', 'n.v.t.', '"', '<', 'a@b', 'Afdeling Werk')
    fc.assert(
      fc.property(fc.array(fc.tuple(separator, rubbish), { minLength: 500, maxLength: 500 }), (between) => {
        const text = between
          .map(([split, junk], index) => `p${index}@a.nl${split}${junk && junk + split}`)
          .join('')
        const found = read(text)
        expect(new Set(found.people.map(({ key }) => key)).size).toBe(found.people.length)
        expect(found.people.length).toBe(500)
      }),
      { numRuns: 30 },
    )
  })

  test.each(['<@', '"@', '@', '<', '" ', 'a@b.nl <', '""<'])(
    'a hundred thousand times %s takes no longer than reading it',
    (piece) => {
      const started = performance.now()
      readInvitedAddresses(`<${piece.repeat(100_000)}`, { own: '', invited: new Set() })
      // A tenth of a second here; what looks back for every sign takes more than ten.
      expect(performance.now() - started).toBeLessThan(3_000)
    },
  )

  test('whatever is pasted, it comes to an end and nobody gets two letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        const { people } = read(text)
        expect(new Set(people.map(({ key }) => key)).size).toBe(people.length)
      }),
      { numRuns: 500 },
    )
    const start = performance.now()
    read('"'.repeat(200_000))
    read('a <'.repeat(100_000))
    read('"a" '.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
