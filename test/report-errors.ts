import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter } from 'vitest/node'

/**
 * Writes down what went wrong outside every test, which the report of vitest leaves out: a test process
 * that dies takes its file along, and the sum would just be smaller.
 */
export function reportErrors(file: string): Reporter {
  return {
    onTestRunEnd: (modules, errors) => {
      const unfinished = modules.filter((module) => ['queued', 'pending'].includes(module.state()))
      const names = [
        ...unfinished.map((module) => `the file ${module.relativeModuleId} did not finish`),
        ...errors.map((error) => `outside every test: ${error.message}`),
      ]
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(names))
    },
  }
}
