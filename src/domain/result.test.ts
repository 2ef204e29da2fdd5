import { describe, expect, test } from 'vitest'
import { exampleAnswers, exampleInstrument } from './examples.ts'
import { buildResult, type StatementResult } from './result.ts'

const instrument = exampleInstrument()
const resultOf = (row: string) => buildResult(instrument, exampleAnswers(instrument, row))
const ids = (list: StatementResult[]) => list.map(({ statement }) => statement.id).join(' ')

describe('what stands out', () => {
  test.each([
    // strongest: from the middle of the scale up; room to grow: what is left below the top
    ['1 2 3 4  5 5 2', 'b1 b2 a4', 'a1 a2 b3', '', ''],
    ['3 3 3 3  3 3 3', 'a1 a2 a3', 'a4 b1 b2', '', ''],
    ['1 1 1 1  2 2 2', '', 'a1 a2 a3', '', ''],
    ['5 5 5 5  5 5 5', 'a1 a2 a3', '', '', ''],
    ['? . 4 ?  . 1 5', 'b3 a3', 'b2', 'a1 a4', 'a2 b1'],
  ])('%s', (row, strongest, roomToGrow, unknown, open) => {
    const result = resultOf(row)
    expect(ids(result.strongest)).toBe(strongest)
    expect(ids(result.roomToGrow)).toBe(roomToGrow)
    expect(ids(result.unknown)).toBe(unknown)
    expect(ids(result.open)).toBe(open)
  })

  test('the strongest cluster and the one with most room are named only when they differ', () => {
    const different = resultOf('1 1 1 1  5 5 5')
    expect(different.strongestCluster?.cluster.id).toBe('tweede')
    expect(different.growthCluster?.cluster.id).toBe('eerste')
    const same = resultOf('3 3 3 3  3 3 3')
    expect(same.strongestCluster).toBeNull()
    expect(same.growthCluster).toBeNull()
  })
})

describe('advice', () => {
  const first = (row: string) => resultOf(row).clusters[0]?.statements[0]

  test.each([
    ['1', 'a1 bij 2', 'a1-t01'],
    ['2', 'a1 bij 3', 'a1-t02'],
    ['4', 'a1 bij 5', 'a1-t02 a1-t03'],
    ['5', undefined, 'a1-t03'],
    ['?', undefined, 'a1-t01'],
    ['.', undefined, ''],
  ])('the answer %s is told one step up and gets its own tips', (answer, stepUp, tips) => {
    const one = first(`${answer} . . .  . . .`)
    expect(one?.stepUp?.meaning).toBe(stepUp)
    expect(one?.tips.map(({ id }) => id).join(' ')).toBe(tips)
  })

  test('an answer far from the others in its cluster is remarked upon', () => {
    expect(first('1 4 4 4  . . .')?.standsOut).toBe('lower')
  })
})

test.each([
  ['1 1 1 1', 'Begin klein.'],
  ['5 5 5 5', 'Houd vast.'],
  ['? ? ? 5', 'Vraag het na.'],
])('the feedback of a cluster with %s fits its score', (row, feedback) => {
  expect(resultOf(`${row}  . . .`).clusters[0]?.feedback).toBe(feedback)
})
