import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#database/connect.ts'
import { listInstrumentVersions } from '#database/instruments.ts'
import { projectFolder } from '#src/project-folder.ts'
import { formatExample } from '../format-example.ts'
import { embeddedTemplate } from './embedded-template.ts'

const example = formatExample()
let place: string
let dataDir: string

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'quickscan-import-'))
  dataDir = join(place, 'data')
  mkdirSync(join(dataDir, 'database'), { recursive: true })
  cpSync(await embeddedTemplate(), join(dataDir, 'database', 'files'), { recursive: true })
}, 60_000)
afterAll(() => rmSync(place, { recursive: true }))

type Outcome = { status: number; output: string }

/** The command as it is typed, on a database of its own. */
function importInstrument(...rest: string[]): Promise<Outcome> {
  const program = [join(projectFolder, 'bin/quickscan.mjs'), 'import-instrument', ...rest]
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: projectFolder, env }, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), output: stdout + stderr })
    })
  })
}

function folderWith(
  name: string,
  structure: string | Buffer,
  texts: string | Buffer = example.texts,
): string {
  const folder = join(place, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'structure.yaml'), structure)
  writeFileSync(join(folder, 'nl.yaml'), texts)
  return folder
}

async function published(): Promise<string[]> {
  const { db, close } = await openDatabase({ dataDir })
  const versions = await listInstrumentVersions(db)
  await close()
  return versions.map(({ instrument, version }) => `${instrument} ${version}`)
}

const swap = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`the example has no "${from}"`)
  return text.replace(from, to)
}

describe('bad files are refused with file, line and remedy, and nothing of them is kept', () => {
  const { structure, texts } = example
  test.each<[string, string | Buffer, string | Buffer, RegExp]>([
    ['a wrong type', swap(structure, 'minutes: 10', 'minutes: lang'), texts, /structure\.yaml:\d+ minutes/],
    ['an unknown field', `${structure}\nkleur: groen\n`, texts, /structure\.yaml:\d+ .*kleur/],
    [
      'an id twice',
      swap(structure, 'id: p01-t02', 'id: p01-t01'),
      texts,
      /structure\.yaml:\d+ the tip id "p01-t01" is used twice/,
    ],
    ['a key twice', `${structure}\nminutes: 11\n`, texts, /structure\.yaml:\d+ .*unique/i],
    [
      'HTML',
      structure,
      swap(texts, 'Vraag wie er een vast moment wil.', 'Vraag <b>wie</b> er wil.'),
      /nl\.yaml:\d+ .*HTML/,
    ],
    [
      'an alias that holds itself',
      `${structure}\nextra: &a [*a]\n`,
      texts,
      /structure\.yaml:\d+ a YAML anchor or alias/,
    ],
    [
      'aliases that grow without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\n${structure}`,
      texts,
      /structure\.yaml:1 a YAML anchor or alias/,
    ],
    [
      'five megabytes of text',
      structure,
      swap(texts, 'summary: In tien', `summary: ${'x'.repeat(5_000_000)} In tien`),
      /nl\.yaml:1 the file is larger/,
    ],
    [
      'another encoding',
      structure,
      Buffer.from(swap(texts, 'Samenwerken', 'Coöperatie'), 'latin1'),
      /nl\.yaml:1 the file is not in UTF-8/,
    ],
    ['UTF-16', Buffer.from(structure, 'utf16le'), texts, /structure\.yaml:1 /],
    ['binary rubbish', Buffer.from([0, 159, 146, 150, 255, 0, 1]), texts, /structure\.yaml:1 /],
    ['nothing at all', '', texts, /structure\.yaml:1 /],
    [
      'no tips',
      structure.replace(/ {8}tips:[\s\S]*?(?=\nsources:)/, '        tips: []\n'),
      texts,
      /structure\.yaml:\d+ clusters\.team\.statements\.p01\.tips: there is too little/,
    ],
    [
      'an answer that no tip fits',
      swap(structure, 'fits: ["2"]', 'fits: ["1"]'),
      texts,
      /structure\.yaml:\d+ p01 has no tip for the answer "2"/,
    ],
    [
      'a text that is missing',
      structure,
      texts.replace(/ {6}p01-t02: .*\n/, ''),
      /nl\.yaml:\d+ statements\.p01\.tips\.p01-t02 has no text/,
    ],
  ])('%s', async (name, structureFile, textsFile, expected) => {
    const { status, output } = await importInstrument(
      folderWith(name.replaceAll(' ', '-'), structureFile, textsFile),
    )
    expect(output).toMatch(expected)
    expect(output).toMatch(/Remedy: .+/)
    expect(output).toContain('Nothing was published')
    expect(output).not.toMatch(/\n\s+at .*\.ts/)
    expect(status).toBe(1)
  })

  test('texts in another language alone', async () => {
    const folder = folderWith('engels', example.structure)
    renameSync(join(folder, 'nl.yaml'), join(folder, 'en.yaml'))
    writeFileSync(join(folder, 'en.yaml'), swap(example.texts, 'language: nl', 'language: en'))
    const { status, output } = await importInstrument(folder)
    expect(output).toContain('there are no texts in "nl"')
    expect(status).toBe(1)
  })

  test('a folder that is not there, and wrong use', async () => {
    expect(await importInstrument(join(place, 'nergens'))).toMatchObject({ status: 1 })
    expect(await importInstrument()).toMatchObject({ status: 2 })
    expect(await importInstrument('een', 'twee')).toMatchObject({ status: 2 })
  })

  test('after all of this nothing was published', async () => {
    expect(await published()).toEqual([])
  })
})

describe('a right instrument', () => {
  test('is shown and not kept with --dry-run', async () => {
    const { status, output } = await importInstrument(folderWith('goed', example.structure), '--dry-run')
    expect(output).toMatch(/Hoe werken wij samen\?.*1 statements, about 10 minutes/s)
    expect(output).toContain('1. Overleg: Wij overleggen elke week. (2 tips)')
    expect(status).toBe(0)
    expect(await published()).toEqual([])
  })

  test('is published, once; the same again changes nothing', async () => {
    const folder = folderWith('goed', example.structure)
    expect(await importInstrument(folder)).toMatchObject({ status: 0 })
    expect((await importInstrument(folder)).output).toContain('published before, exactly like this')
    expect(await published()).toEqual(['werkplezier 1.1.0'])
  })

  test('is refused when it changes under the same number, or loses a statement without saying so', async () => {
    const changed = folderWith('anders', example.structure, swap(example.texts, 'elke week', 'elke dag'))
    expect((await importInstrument(changed)).output).toMatch(/version 1\.1\.0 does not come after 1\.1\.0/)
    const entry = '  - version: 1.2.0\n    date: "2027-03-01"\n    summary: Something else.\n'
    const next = `${swap(example.structure, 'version: 1.1.0', 'version: 1.2.0').trimEnd()}\n${entry}`
    const reworded = folderWith('herschreven', next, swap(example.texts, 'elke week', 'elke dag'))
    expect((await importInstrument(reworded)).output).toMatch(/words of statement "p01" changed/)
    expect(await published()).toEqual(['werkplezier 1.1.0'])
  })
})
