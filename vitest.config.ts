import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'
import { reportErrors } from './test/report-errors.ts'

const SECOND = 1_000
const FOLDERS = ['stores', 'app', 'browser']

/** Whatever is in no folder of its own is a unit test, so that no test file can be forgotten. */
const unit = {
  extends: true as const,
  test: {
    name: 'unit',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: FOLDERS.map((folder) => `test/${folder}/**`),
    testTimeout: 10 * SECOND,
  },
}

const inFolder = (name: string, seconds: number, setup: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: seconds * SECOND,
    hookTimeout: 2 * seconds * SECOND,
    globalSetup: setup,
  },
})

const built = ['./test/build-first.ts']

/** Where `npm test` counts; without it, the figures go to the screen only. */
const results = process.env.TEST_RESULTS
const reporters = results
  ? [
      'default',
      ['json', { outputFile: join(results, 'tests.json') }] as ['json', object],
      ['junit', { outputFile: join(results, 'tests.xml') }] as ['junit', object],
      reportErrors(join(results, 'errors.json')),
    ]
  : ['default']

export default defineConfig({
  test: {
    pool: 'forks',
    // Three files at a time, also on two cores, where vitest would take one: most of them wait for something else.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    reporters,
    sequence: { sequencer: LongestFirst },
    projects: [
      unit,
      inFolder('stores', 60, built),
      inFolder('app', 30, built),
      inFolder('browser', 120, built),
    ],
  },
})
