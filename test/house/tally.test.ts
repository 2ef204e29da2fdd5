import { describe, expect, test } from 'vitest'
import { describeTally, tallyReport } from '#test/tally.ts'

const result = (fullName: string, status: string) => ({ fullName, status })
const file = (status: string, ...assertionResults: object[]) => ({
  name: 'x.test.ts',
  status,
  assertionResults,
})
const lastLine = (content: unknown, hasSucceeded: boolean) =>
  describeTally(tallyReport(content, [], hasSucceeded))
    .split('\n')
    .at(-1)

describe('the sum of a test run', () => {
  test('counts what passed, failed and was skipped', () => {
    const content = {
      testResults: [
        file('failed', result('a', 'passed'), result('b', 'failed'), result('c', 'pending')),
        file('passed', result('d', 'passed'), result('e', 'skipped'), result('f', 'todo')),
      ],
    }
    expect(lastLine(content, false)).toBe('2 passed, 1 failed, 3 skipped')
  })

  test('names what was skipped or failed', () => {
    const content = { testResults: [file('failed', result('the store, on PostgreSQL', 'skipped'))] }
    expect(describeTally(tallyReport(content, [], false))).toContain('skipped: the store, on PostgreSQL')
  })

  test('counts a file that could not be read as a failure', () => {
    expect(lastLine({ testResults: [file('failed')] }, false)).toBe('0 passed, 1 failed, 0 skipped')
  })

  test('counts a run that failed with every test passing as a failure', () => {
    const content = { testResults: [file('passed', result('a', 'passed'))] }
    expect(lastLine(content, false)).toBe('1 passed, 1 failed, 0 skipped')
    expect(lastLine(content, true)).toBe('1 passed, 0 failed, 0 skipped')
  })

  test('counts a test process that died, beside failures that have a name', () => {
    const content = { testResults: [file('failed', result('a', 'passed'), result('b', 'failed'))] }
    const tally = tallyReport(content, ['outside every test: a worker died'], false)
    expect(tally.failed).toEqual(['b', 'outside every test: a worker died'])
    expect(tallyReport(content, undefined, true).failed).toHaveLength(1)
  })

  test.each([undefined, {}, 'nonsense'])('counts the report %j as a failure', (content) => {
    expect(lastLine(content, true)).toBe('0 passed, 1 failed, 0 skipped')
  })
})
