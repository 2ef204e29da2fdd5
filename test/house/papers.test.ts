import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig } from '#platform/config.ts'
import { projectFolder } from '#src/project-folder.ts'

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8')
const filesIn = (folder: string) => readdirSync(join(projectFolder, folder)).map((name) => join(folder, name))

const decisions = filesIn('docs/decisions')
const papers = [...filesIn('.'), ...filesIn('docs'), ...decisions].filter((path) => path.endsWith('.md'))
const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')))

describe('the papers of the house', () => {
  test.each([
    ...[
      'README.md',
      'CONTRIBUTING.md',
      'STYLE.md',
      'SECURITY.md',
      'CHANGELOG.md',
      'LICENSE',
      'publiccode.yml',
    ],
    ...['docs/architecture.md', 'docs/glossary.md', 'docs/operations.md', 'docs/instrument-format.md'],
  ])('%s is there', (path) => {
    expect(read(path).length).toBeGreaterThan(500)
  })

  test.each(['npm ci && npm start', 'npm ci && npm test'])('the README names %s', (command) => {
    expect(read('README.md').split('\n')).toContain(command)
  })

  test('the licence is the whole EUPL 1.2', () => {
    const text = read('LICENSE')
    expect(text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
    for (let article = 1; article <= 15; article++)
      expect(text).toMatch(new RegExp(`^${article}\\. ?\\w`, 'm'))
    expect(text).toContain('‘Compatible Licences’ according to Article 5 EUPL are:')
  })

  test('the changelog tells of this version', () => {
    expect(read('CHANGELOG.md')).toContain(`\n## ${version}\n`)
  })

  test.each(papers)('the links in %s lead somewhere', (path) => {
    expect(
      linksIn(read(path)).filter((link) => !existsSync(join(projectFolder, dirname(path), link))),
    ).toEqual([])
  })

  test('links are found at all', () => {
    expect(linksIn('[a](b.md#c), ![d](e.png), [f](https://g.nl), [h](#i)')).toEqual(['b.md'])
    expect(papers.flatMap((path) => linksIn(read(path))).length).toBeGreaterThan(5)
  })
})

describe('the operations manual', () => {
  const manual = read('docs/operations.md')
  const variables = [...read('src/platform/config.ts').matchAll(/^ {4}([A-Z_]+):/gm)].map(
    ([, name = '']) => name,
  )

  test.each(variables)('explains %s', (name) => {
    expect(manual).toContain(`\`${name}\``)
  })

  test('gives the defaults as they are', () => {
    const reading = readConfig({})
    if (!reading.ok) throw new Error(reading.errors.join())
    for (const name of ['NODE_ENV', 'PORT', 'HOST', 'DATA_DIR', 'LOG_LEVEL'] as const) {
      expect(manual.replaceAll(/ +/g, ' ')).toContain(`| \`${name}\` | \`${reading.config[name]}\` |`)
    }
    expect(variables.length).toBeGreaterThanOrEqual(5)
  })
})

describe('decision records', () => {
  test('are numbered without a gap', () => {
    const numbers = decisions.map((path) => Number(/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]))
    expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1))
  })

  test.each(decisions)('%s has a date, a choice and its cost', (path) => {
    const text = read(path)
    expect(text).toMatch(/^# \d+\. .+\n\nDate: \d{4}-\d{2}-\d{2}\. Status: /)
    for (const heading of ['Context', 'Choice', 'Why', 'What we give up', 'Alternatives']) {
      expect(text).toContain(`\n## ${heading}\n`)
    }
  })
})

describe('publiccode.yml', () => {
  const description = z.object({
    shortDescription: z.string().max(150),
    longDescription: z.string().min(150).max(10_000),
    features: z.array(z.string()).min(1),
  })
  const publicCode = z.object({
    publiccodeYmlVersion: z.literal('0.4'),
    name: z.string(),
    url: z.url(),
    softwareVersion: z.literal(version),
    releaseDate: z.iso.date(),
    platforms: z.array(z.string()).min(1),
    developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
    softwareType: z.literal('standalone/web'),
    description: z.record(z.string().length(2), description),
    legal: z.object({ license: z.literal('EUPL-1.2') }),
    maintenance: z.object({ type: z.enum(['internal', 'contract', 'community', 'none']) }),
    localisation: z.object({
      localisationReady: z.boolean(),
      availableLanguages: z.array(z.string()).min(1),
    }),
  })

  test('has what the standard asks for', () => {
    expect(publicCode.safeParse(parse(read('publiccode.yml'))).error).toBeUndefined()
  })
})

/** Links to files beside the paper. Pictures are made from the running program, so they may come later. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
}
