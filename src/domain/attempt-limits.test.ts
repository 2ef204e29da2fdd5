import { describe, expect, test } from 'vitest'
import { LIMITS, networkOf } from './attempt-limits.ts'

describe('what counts as one network', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:50412', '192.0.2.7'],
    ['[2001:db8:1:2::9]:50412', '2001:db8:1:2'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

test('sixty colleagues behind one address can all sign in, and guesses at one account cannot go on', () => {
  expect(LIMITS.passwordsPerNetwork.most).toBeGreaterThanOrEqual(60 * 4)
  expect(LIMITS.organisationPerNetwork.most).toBeGreaterThanOrEqual(60 * 4)
  expect(LIMITS.passwordsPerAccount.most).toBeLessThanOrEqual(10)
})
