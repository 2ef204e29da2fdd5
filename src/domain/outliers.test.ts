import { expect, test } from 'vitest'
import { findOutliers } from './outliers.ts'

const none = null

test.each([
  ['two below the others', [3, 3, 3, 1], [none, none, none, 'lower']],
  ['two above the others', [2, 2, 4, 2], [none, none, 'higher', none]],
  ['one step away is not far', [3, 3, 3, 2], [none, none, none, none]],
  ['the median of an even number lies between two', [1, 2, 3, 5, 3], ['lower', none, none, 'higher', none]],
  ['with two others there is nothing to stand out from', [1, 5, 5], [none, none, none]],
  ['unknown does not count as one of the others', [1, 5, 5, null], [none, none, none, none]],
  ['unknown never stands out', [null, 5, 5, 5, 5], [none, none, none, none, none]],
  ['nothing answered', [null, null], [none, none]],
] as [string, (number | null)[], (string | null)[]][])('%s', (_, levels, expected) => {
  expect(findOutliers(levels)).toEqual(expected)
})
