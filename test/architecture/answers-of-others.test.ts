import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '#src/project-folder.ts'

/**
 * Where answers of several people are read, and who may ask for it. Everything else that is told of others comes from
 * what was released, so a page that wants more has no query to ask.
 */
const ASKERS: Record<string, string[]> = {
  'benchmark-answers.ts': ['src/release-benchmark.ts'],
  'benchmark-people.ts': ['src/release-benchmark.ts'],
  'contributions.ts': ['src/database/releases.ts', 'src/features/groups/close-round.ts'],
  'counted-votes.ts': ['src/features/groups/room/cast-vote.ts'],
  'shared-answers.ts': [
    'src/features/groups/member/round-page.tsx',
    'src/features/groups/room/beside-each-other.ts',
    'src/features/groups/talk/find-talk.ts',
  ],
  // Which statements have an answer, and never which one.
  'use-people.ts': ['src/release-due-use.ts'],
}

/** Every file that names the table of what people sent in: their own, counting it, what they share, and closing. */
const NAMES_WHAT_WAS_SENT = [
  'src/database/account-data.ts',
  'src/database/benchmark-people.ts',
  'src/database/contributions.ts',
  'src/database/group-letters.ts',
  'src/database/groups.ts',
  'src/database/round-members.ts',
  'src/database/rounds.ts',
  'src/database/shared-answers.ts',
  'src/database/tables.ts',
]

type File = { path: string; text: string }

const files: File[] = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .map((path) => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') }))

describe('answers of other people', () => {
  test.each(Object.entries(ASKERS))('in database/%s are asked for by nobody else', (file, askers) => {
    expect(askersOf(files, file)).toEqual(askers)
  })

  test('as they were sent in are in no other file, and in no page', () => {
    expect(namingWhatWasSent(files)).toEqual(NAMES_WHAT_WAS_SENT)
  })

  test('control: a page that asks for them is noticed, and so is one with a query of its own', () => {
    const page = "import { readContributions } from '#database/contributions.ts'"
    expect(askersOf([{ path: 'src/features/x.tsx', text: page }], 'contributions.ts')).toHaveLength(1)
    const queries = ["db.selectFrom('sentAnswers')", 'sql`select answers from sent_answers`']
    const added = queries.map((text, index) => ({ path: `src/database/x${index}.ts`, text }))
    expect(namingWhatWasSent(added)).toHaveLength(2)
  })
})

function askersOf(among: File[], file: string): string[] {
  const address = new RegExp(`from '(#database|\\.)/${file.replace('.', '\\.')}'`)
  return pathsOf(among.filter(({ text }) => address.test(text)))
}

function namingWhatWasSent(among: File[]): string[] {
  return pathsOf(among.filter(({ text }) => /sentAnswers|sent_answers/.test(text)))
}

function pathsOf(found: File[]): string[] {
  return found.map(({ path }) => path).sort()
}
