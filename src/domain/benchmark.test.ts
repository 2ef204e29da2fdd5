import { describe, expect, test } from 'vitest'
import { type BackgroundCount, decideBenchmark, type FoundLot } from './benchmark.ts'

const K = 5
const ORGANISATIONS = ['een.nl', 'twee.nl', 'drie.nl']

/** So many people with this role, spread over three organisations. */
function people(role: string, many: number, organisationKind = ''): BackgroundCount[] {
  return ORGANISATIONS.map((organisation, index) => ({
    organisation,
    role,
    organisationKind,
    people: Math.floor(many / 3) + (index < many % 3 ? 1 : 0),
  })).filter((one) => one.people > 0)
}

/** Everybody who takes part now, with nothing told before and nobody in a group. */
function fresh(counts: BackgroundCount[]): FoundLot[] {
  const lots = new Map<string, FoundLot>()
  for (const { role, organisationKind, people: many } of counts) {
    const key = `${role} ${organisationKind}`
    const before = lots.get(key)?.people ?? 0
    lots.set(key, { earlier: [], now: { role, organisationKind }, people: before + many, isInGroup: false })
  }
  return [...lots.values()]
}

function decide(counts: BackgroundCount[], change: Partial<Parameters<typeof decideBenchmark>[0]> = {}) {
  return decideBenchmark({ people: counts, changed: null, lots: fresh(counts), k: K, ...change })
}

describe('what a benchmark may tell', () => {
  const wide = [...people('uitvoering', 12), ...people('beleid', 15)]

  test('everybody, and each role that is wide enough', () => {
    expect(decide(wide)).toEqual({
      kind: 'told',
      parts: { roles: ['beleid', 'uitvoering'], organisationKinds: [''] },
    })
  })

  test.each([
    [people('', 9), 'too-few-people'],
    [people('', 30).filter(({ organisation }) => organisation !== 'drie.nl'), 'too-few-people'],
  ])('nothing of too few people or organisations', (counts, refusal) => {
    expect(decide(counts)).toEqual({ kind: 'refused', refusal })
  })

  test('a host that asks for more people than ten gets that', () => {
    expect(decide(wide, { k: 14 })).toMatchObject({ kind: 'told', parts: { roles: [] } })
    expect(decide(wide, { k: 28 })).toEqual({ kind: 'refused', refusal: 'too-few-people' })
  })

  test('nothing when too little changed', () => {
    expect(decide(wide, { changed: { people: 9, organisations: 3 } })).toMatchObject({
      refusal: 'too-little-changed',
    })
    expect(decide(wide, { changed: { people: 10, organisations: 2 } })).toMatchObject({ kind: 'told' })
  })

  test('a split that would leave a lot of too few people is left out, and the rest is told', () => {
    // Four people changed their role since the benchmark before; everything else stayed.
    const lots: FoundLot[] = [
      ...fresh(wide).map((lot) => ({
        ...lot,
        earlier: ['1', `1 role ${lot.now?.role}`],
        people: lot.people - 2,
      })),
      ...fresh(wide).map((lot) => ({
        ...lot,
        earlier: ['1', `1 role ${lot.now?.role === 'beleid' ? 'uitvoering' : 'beleid'}`],
        people: 2,
      })),
    ]
    expect(decide(wide, { lots })).toMatchObject({ kind: 'told', parts: { roles: [] } })
  })

  test('nothing when everybody is in a release of a group', () => {
    const lots = fresh(wide).map((lot) => ({ ...lot, isInGroup: true }))
    expect(decide(wide, { lots })).toEqual({ kind: 'refused', refusal: 'would-expose-somebody' })
  })
})
