import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { projectFolder } from '#src/project-folder.ts'

const versions = z.record(z.string(), z.string())
const manifest = z
  .object({ dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')))
const dependencies = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

const folder = join(projectFolder, 'docs/decisions')
const records = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))

/** A line of its own in a record, so that a package cannot come along in somebody else's sentence. */
function hasReason(name: string, texts: string[]): boolean {
  return texts.some((text) => text.split('\n').some((line) => line.startsWith(`- \`${name}\`: `)))
}

describe('every dependency', () => {
  test.each(dependencies)('%s has a line with its reason in a decision record', (name) => {
    expect(hasReason(name, records)).toBe(true)
  })

  test.each(dependencies)('%s is pinned to one version: %s', (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })
})

test('the lock file has the packages of every kind of machine, or `npm ci` refuses it', () => {
  const lock = z
    .object({ packages: z.record(z.string(), z.object({ optionalDependencies: versions.optional() })) })
    .parse(JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')))
  const wanted = Object.values(lock.packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
  expect(wanted.length).toBeGreaterThan(0)
  // Missing after an installation from a mirror: run `node scripts/complete-lock.mjs`.
  expect(wanted.filter((name) => !lock.packages[`node_modules/${name}`])).toEqual([])
})

test('a package that is only mentioned has no reason yet', () => {
  expect(hasReason('left-pad', ['We use `left-pad` for names.', '- `left-pad-2`: pads'])).toBe(false)
  expect(hasReason('left-pad', ['# Names\n\n- `left-pad`: pads\n'])).toBe(true)
})
