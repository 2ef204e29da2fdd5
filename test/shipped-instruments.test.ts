import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkInstrument } from '#domain/check-instrument.ts'
import { draftTexts } from '#domain/draft-texts.ts'
import { statementsOf } from '#domain/instrument.ts'
import { instrumentJsonSchema } from '#domain/instrument-schema.ts'
import { instrumentStructureSchema } from '#domain/instrument-structure.ts'
import { inLanguage, parsePublishedInstrument } from '#domain/published-instrument.ts'
import { readabilityOf } from '#domain/readability.ts'
import { readDataFile, readInstrumentFiles, readInstrumentFolder } from '#platform/instrument-files.ts'
import { projectFolder } from '#src/project-folder.ts'
import { formatExample } from './format-example.ts'

const shipped = readInstrumentFolder(join(projectFolder, 'instruments'))

describe.each(shipped)('the instrument in $folder', (files) => {
  const content = () =>
    parsePublishedInstrument({ structure: files.structure.data, texts: { nl: files.texts[0]?.data } })

  test('has nothing that the checker objects to', () => {
    const findings = checkInstrument(files.structure, files.texts)
    expect(findings.map(({ file, line, problem }) => `${file}:${line} ${problem}`)).toEqual([])
  })

  test('lies in a folder with its own id and version', () => {
    const { id, version } = content().structure
    expect(files.folder.endsWith(join(id, version))).toBe(true)
  })

  test('reads as plain Dutch: every statement with all its texts, every introduction and feedback', () => {
    const instrument = inLanguage(content(), 'nl')
    const texts: [string, string][] = [
      ...statementsOf(instrument).map((one): [string, string] => [
        one.id,
        [
          one.statement,
          one.explanation,
          ...Object.values(one.answers),
          ...one.tips.map(({ text }) => text),
        ].join('\n'),
      ]),
      ...instrument.clusters.map((one): [string, string] => [
        one.id,
        [one.about, one.introduction, one.unknown, ...Object.values(one.feedback)].join('\n'),
      ]),
      ['interpretation', instrument.texts.interpretation.join('\n')],
      ['conversation', instrument.texts.conversation.join('\n')],
      ['bands', instrument.bands.map(({ text }) => text).join('\n')],
    ]
    const hard = texts.flatMap(([name, text]) => {
      const { ease, wordsPerSentence, longestSentence } = readabilityOf(text)
      const isPlain = ease >= 60 && wordsPerSentence <= 15 && longestSentence <= 25
      return isPlain
        ? []
        : [
            `${name}: ease ${ease.toFixed(0)}, ${wordsPerSentence.toFixed(1)} words, longest ${longestSentence}`,
          ]
    })
    expect(hard).toEqual([])
  })
})

test('every check of the framework is traced to a statement that exists, 32 of 32', () => {
  const rows = readTrace('checks.tsv', 'check\tblock\tgroup\tstatement')
  const statements = new Set(
    shipped.flatMap((files) => statementsOf(shippedInstrument(files)).map(({ id }) => id)),
  )
  expect(rows).toHaveLength(32)
  expect(new Set(rows.map(([check]) => check)).size).toBe(32)
  expect(rows.filter(([, , , statement = '']) => !statements.has(statement))).toEqual([])
})

test('every bullet of the overview of tips is traced to tips that exist', () => {
  const tips = new Set(
    shipped.flatMap((files) =>
      statementsOf(shippedInstrument(files)).flatMap((statement) => statement.tips.map(({ id }) => id)),
    ),
  )
  const traced = readTrace('tips.tsv', 'bullet\ttips').map(([bullet = '', carried = '']) => ({
    bullet,
    tips: carried.split(' ').filter(Boolean),
  }))
  expect(traced).toHaveLength(147)
  expect(new Set(traced.map(({ bullet }) => bullet)).size).toBe(147)
  expect(traced.filter((row) => row.tips.length === 0)).toEqual([])
  expect(traced.flatMap((row) => row.tips).filter((tip) => !tips.has(tip))).toEqual([])
})

test.each(['structure', 'texts'] as const)(
  'the published JSON Schema of the %s is the one of the program',
  (which) => {
    const published = readFileSync(
      join(projectFolder, `docs/schemas/instrument-${which}.schema.json`),
      'utf8',
    )
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(instrumentJsonSchema(which))))
  },
)

test('somebody else’s maturity model, put into the format by the guide alone, is a right instrument', () => {
  const { structure, texts } = readInstrumentFiles(
    join(projectFolder, 'docs/examples/open-data-volwassenheid'),
  )
  expect(checkInstrument(structure, texts).map(({ line, problem }) => `${line}: ${problem}`)).toEqual([])
})

test('the texts that are drafted after a structure are all that it asks for, and all still to be written', () => {
  for (const { structure } of shipped) {
    const data = instrumentStructureSchema.parse(structure.data)
    const drafted = { path: 'nl.yaml', data: draftTexts(data, 'nl'), errors: [], lineOf: () => 1 }
    const problems = checkInstrument(structure, [drafted]).map(({ problem }) => problem)
    expect(problems.filter((problem) => !/written yet|has 0 words/.test(problem))).toEqual([])
    expect(problems.length).toBeGreaterThan(100)
  }
})

test('the annotated example in the documentation is a right instrument', () => {
  const example = formatExample()
  const folder = join(projectFolder, 'node_modules/.cache/format-example')
  const parsed = exampleFiles(folder, example.structure, example.texts)
  expect(checkInstrument(parsed.structure, [parsed.texts]).map(({ problem }) => problem)).toEqual([])
})

function readTrace(file: string, columns: string): string[][] {
  const [header, ...rows] = readFileSync(join(projectFolder, 'docs/trace', file), 'utf8')
    .trim()
    .split('\n')
  expect(header).toBe(columns)
  return rows.map((row) => row.split('\t'))
}

function shippedInstrument({ structure, texts }: (typeof shipped)[number]) {
  return inLanguage(
    parsePublishedInstrument({ structure: structure.data, texts: { nl: texts[0]?.data } }),
    'nl',
  )
}

function exampleFiles(folder: string, structure: string, texts: string) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'structure.yaml'), structure)
  writeFileSync(join(folder, 'nl.yaml'), texts)
  return {
    structure: readDataFile(join(folder, 'structure.yaml')),
    texts: readDataFile(join(folder, 'nl.yaml')),
  }
}
