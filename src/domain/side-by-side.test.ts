import { describe, expect, test } from 'vitest'
import { exampleAnswers, exampleInstrument } from './examples.ts'
import { readSideBySide, type StatementBeside } from './side-by-side.ts'

const instrument = exampleInstrument()

function read(...rows: string[]) {
  const reading = readSideBySide(
    instrument,
    rows.map((row) => exampleAnswers(instrument, row)),
  )
  const ids = (list: StatementBeside[]) => list.map(({ statement }) => statement.id).join(' ')
  return [ids(reading.differing), ids(reading.alike), ids(reading.unknown)]
}

describe('shared answers side by side', () => {
  test.each([
    [
      'widest apart first, and of equal ones the first',
      ['1 2 1 3 3 1 2', '3 3 5 3 3 3 3'],
      ['a3 a1 b2', 'a4 b1', ''],
    ],
    ['one level apart is neither', ['1 1 1 1 1 1 1', '2 2 2 2 2 2 2'], ['', '', '']],
    [
      'alike only when everybody gave that level',
      ['3 3 ? . 3 3 3', '3 ? ? . 3 3 3'],
      ['', 'a1 b1 b2 b3', 'a3 a4'],
    ],
    [
      'with five people',
      ['1 3 3 3 3 3 3', '2 3 3 3 3 3 3', '3 3 3 3 3 3 3', '3 3 3 3 3 3 3', '3 3 3 3 3 3 3'],
      ['a1', 'a2 a3 a4 b1 b2 b3', ''],
    ],
    ['with one person nothing is compared', ['1 2 3 4 5 1 2'], ['', '', '']],
    ['with nobody neither', [], ['', '', '']],
  ])('%s', (_, rows, expected) => {
    expect(read(...rows)).toEqual(expected)
  })

  test('keep the order of the people, and an answer that is not there is none', () => {
    const [first] = readSideBySide(instrument, [exampleAnswers(instrument, '4'), {}]).statements
    expect(first?.answers.map((answer) => answer?.id ?? null)).toEqual(['4', null])
  })
})
