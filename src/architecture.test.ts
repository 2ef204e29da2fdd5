import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findInstrumentNames, findOffences } from '#test/architecture/find-offences.ts'
import { instrumentNames } from '#test/architecture/instrument-names.ts'
import type { Law } from '#test/architecture/law.ts'
import { readSource } from '#test/architecture/read-source.ts'
import { projectFolder } from './project-folder.ts'

/** Who may know whom. The drawing is in docs/architecture.md; change both, and write down why. */
const law: Law = {
  main: {
    mayImport: ['app', 'web', 'database', 'platform', 'domain'],
    packages: ['@hono/node-server'],
  },
  app: {
    mayImport: ['features', 'web', 'platform', 'domain'],
    mayImportTypes: ['database'],
    packages: ['hono'],
  },
  features: {
    mayImport: ['web', 'words', 'ui', 'database', 'domain'],
    mayImportTypes: ['platform'],
    packages: ['preact'],
  },
  web: {
    mayImport: ['words', 'ui', 'database', 'platform', 'domain'],
    packages: ['hono', 'preact', 'preact-render-to-string'],
  },
  database: {
    mayImport: ['domain'],
    packages: ['kysely', 'pg', '@electric-sql/pglite'],
  },
  platform: {
    mayImport: [],
    packages: [
      'zod',
      'pino',
      'yaml',
      'nodemailer',
      'openid-client',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
      'otpauth',
      'uqr',
      '@simplewebauthn/server',
      '@myriaddreamin/typst-ts-node-compiler',
      'csv-stringify',
      'ical-generator',
      'fflate',
    ],
  },
  words: { mayImport: ['ui', 'domain'], packages: [], node: [] },
  ui: { mayImport: [], packages: ['preact'], node: [] },
  domain: { mayImport: [], packages: ['zod', 'diff'], node: ['node:crypto'] },
}

const sources = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .map((path) => readSource(path, readFileSync(join(projectFolder, path), 'utf8')))

describe('the program', () => {
  test('is read as a whole', () => {
    expect(sources.length).toBeGreaterThan(20)
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length)
  })

  test('keeps the law', () => {
    expect(sources.flatMap((source) => findOffences(law, source))).toEqual([])
  })

  test('knows instruments, and not which: no id of one stands in the code', () => {
    const names = instrumentNames(join(projectFolder, 'instruments'))
    expect(sources.flatMap((source) => findInstrumentNames(names, source))).toEqual([])
  })
})

/** Small files that break the law, so that a law which catches nothing is noticed. */
const offenders: [path: string, text: string, offence: string][] = [
  ['src/ui/x.tsx', "import { y } from '#domain/y.ts'", '→ #domain/y.ts: ui may not import domain'],
  ['src/ui/x.tsx', "import type { Y } from '#web/y.ts'", '→ #web/y.ts: ui may not import web'],
  ['src/ui/x.ts', "import { join } from 'node:path'", '→ node:path: ui may not import it'],
  ['src/domain/x.ts', "export * from '#database/y.ts'", '→ #database/y.ts: domain may not import database'],
  ['src/domain/x.ts', "import { z } from 'yaml'", '→ yaml: the package does not belong in domain'],
  ['src/domain/x.ts', "import { readFileSync } from 'node:fs'", '→ node:fs: domain may not import it'],
  ['src/domain/x.ts', 'export const now = Date.now()', 'domain may not use Date.now'],
  ['src/domain/x.ts', 'export const now = () => new Date()', 'domain may not use new Date()'],
  ['src/domain/x.ts', 'export const die = Math.random()', 'domain may not use Math.random'],
  ['src/domain/x.ts', 'const { env } = process', 'domain may not use process'],
  [
    'src/domain/x.ts',
    "import { randomBytes } from 'node:crypto'\nrandomBytes(9)",
    'domain may not use randomBytes',
  ],
  [
    'src/domain/x.test.ts',
    "import { y } from '#platform/y.ts'",
    '→ #platform/y.ts: domain may not import platform',
  ],
  [
    'src/database/x.ts',
    "export { y } from '#platform/y.ts'",
    '→ #platform/y.ts: database may not import platform',
  ],
  [
    'src/platform/x.ts',
    "type Y = import('#domain/y.ts').Y",
    '→ #domain/y.ts: platform may not import domain',
  ],
  ['src/words/x.ts', "import { y } from '#web/y.ts'", '→ #web/y.ts: words may not import web'],
  ['src/web/x.ts', "import { sql } from 'kysely'", '→ kysely: the package does not belong in web'],
  ['src/web/x.ts', "import { y } from '#features/scan/y.ts'", 'web may not import features'],
  ['src/web/x.ts', "import { test } from 'vitest'", '→ vitest: it is for tests'],
  ['src/web/x.ts', "import { y } from '#test/y.ts'", 'may not import #test/y.ts: it is for tests'],
  ['src/web/x.ts', "import fs from 'fs'", '→ fs: write node:fs'],
  ['src/web/x.ts', "import { y } from './y.ts'\nimport { z } from '../domain/z.ts'", 'never ../'],
  ['src/web/x.ts', "import { y } from '#web/y.ts'", 'within a folder, write ./'],
  ['src/web/x.ts', 'const name = a()\nawait import(name)', 'an address that is only known while running'],
  [
    'src/features/scan/x.tsx',
    "const y = await import('#features/results/y.tsx')",
    '→ #features/results/y.tsx: a feature may not import another',
  ],
  [
    'src/features/scan/x.tsx',
    "import { createId } from '#platform/y.ts'",
    'features may only import types of platform',
  ],
  [
    'src/features/scan/x.tsx',
    "import { Hono } from 'hono'",
    '→ hono: the package does not belong in features',
  ],
  ['src/app.ts', "import { y } from '#database/y.ts'", 'app may only import types of database'],
  ['src/app.ts', "import { y } from './main.ts'", 'across parts, write #part/file'],
  ['src/main.ts', "import { y } from './domain/y.ts'", 'across parts, write #part/file'],
  ['src/main.ts', "import { y } from '#features/scan/y.ts'", 'main may not import features'],
  ['src/web/utils.ts', '', '"utils" is a missing name'],
  ['src/web/helpers/form.ts', '', '"helpers" is a missing name'],
  ['src/ui/index.ts', '', 'a barrel file'],
  ['src/mail/send.ts', '', '"mail" is not a part of the law'],
]

const keepers: [path: string, text: string][] = [
  ['src/ui/charts/x.ts', "import { y } from './y.ts'\nimport { z } from '#ui/z.ts'"],
  ['src/domain/x.ts', "// import '#web/y.ts' and Date.now()\nexport const day = new Date('2026-11-23')"],
  ['src/domain/x.test.ts', "import { test } from 'vitest'\nimport { y } from './y.ts'\nDate.now()"],
  [
    'src/features/scan/x.tsx',
    "import type { Y } from '#platform/y.ts'\nimport { type Z } from '#platform/z.ts'",
  ],
  ['src/app.ts', "import type { Y } from '#database/y.ts'"],
  ['src/main.ts', "import { createApp } from './app.ts'\nimport { serve } from '@hono/node-server'"],
  ['src/commands/x.ts', "import { y } from '#src/load-instruments.ts'\nimport { z } from '#database/z.ts'"],
]

describe('the law', () => {
  test.each(offenders)('catches %s: %s', (path, text, offence) => {
    const [found, ...more] = findOffences(law, readSource(path, text))
    expect(found).toContain(`${path}: `)
    expect(found).toContain(offence)
    expect(more).toEqual([])
  })

  test.each(keepers)('lets %s be', (path, text) => {
    expect(findOffences(law, readSource(path, text))).toEqual([])
  })

  const names = instrumentNames(join(projectFolder, 'instruments'))
  test.each([
    "const first = 's01'",
    "if (id === 'diversiteitsensitief-begeleiden') start()",
    'const link = `/instrumenten/wijkteams`',
    'const link = <a href="/scans/1#s24-t01">Tip</a>',
    'const order = { competenties: 1 }',
    "const order = ['informele-netwerken']",
    'const page = <input name="s07-notitie" />',
  ])('catches the name of an instrument in %s', (text) => {
    expect(findInstrumentNames(names, readSource('src/web/x.tsx', text))).toHaveLength(1)
  })

  test.each([
    "const text = 'Hoe gaat het proces bij ons?'",
    'const names = /^s\\d+$/',
    '// for example s01',
    'const answer = "onbekend"',
  ])('lets %s be', (text) => {
    expect(findInstrumentNames(names, readSource('src/web/x.tsx', text))).toEqual([])
  })
})
