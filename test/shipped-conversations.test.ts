import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkConversation } from '#domain/check-conversation.ts'
import { statementsOf } from '#domain/instrument.ts'
import { inLanguage } from '#domain/published-instrument.ts'
import { readabilityOf, wordsOf } from '#domain/readability.ts'
import { readConversationFolders } from '#platform/conversation-files.ts'
import { readInstrumentFolder } from '#platform/instrument-files.ts'
import { readLibrary } from '#src/load-library.ts'
import { projectFolder } from '#src/project-folder.ts'
import { contentOf } from '#src/read-instrument.ts'

const instruments = readInstrumentFolder(join(projectFolder, 'instruments')).map((files) =>
  inLanguage(contentOf(files), 'nl'),
)
const library = readLibrary(join(projectFolder, 'library'))
const known = new Set(library.entries.map(({ id }) => id))
const checked = readConversationFolders(join(projectFolder, 'conversations')).map((files) => {
  const instrument = instruments.findLast(({ id }) => id === files.folder)
  if (!instrument) throw new Error(`there is no instrument ${files.folder}`)
  const context = { instrument, knowsSource: (id: string) => known.has(id) }
  return { name: files.folder, ...checkConversation(files, context), instrument }
})

test('the first instrument has questions for every statement, and ten dilemmas', () => {
  const [first] = checked
  expect(first?.instrument.id).toBe('diversiteitsensitief-begeleiden')
  expect(first?.conversation.dilemmas).toHaveLength(10)
  const without = statementsOf(first?.instrument ?? fail()).filter(
    ({ id }) => !first?.conversation.questionsFor(id),
  )
  expect(without.map(({ id }) => id)).toEqual([])
})

describe.each(checked)('what helps to talk about $name', ({ instrument, conversation, findings }) => {
  const questions = statementsOf(instrument).flatMap(({ id }) => {
    const own = conversation.questionsFor(id)
    return own ? [own.open, ...own.deepen].map((text) => ({ id, text })) : []
  })

  test('has nothing against it', () => {
    expect(findings.map(({ file, line, problem }) => `${file}:${line} ${problem}`)).toEqual([])
  })

  test('asks open questions, none of them twice and none too long for a wall', () => {
    const wrong = questions.filter(({ text }) => !text.endsWith('?') || wordsOf(text).length > 25)
    expect(wrong).toEqual([])
    const closed = questions.filter(({ text }) =>
      /^(Is|Zijn|Heb|Heeft|Kan|Kun|Doe|Doet|Wil|Ben|Vind)\b/.test(text),
    )
    expect(closed).toEqual([])
    const beginnings = questions.map(({ text }) => wordsOf(text).slice(0, 4).join(' '))
    expect(beginnings.filter((one, index) => beginnings.indexOf(one) < index)).toEqual([])
  })

  test('reads as plain Dutch', () => {
    const texts = [
      ...questions.map(({ text }) => text),
      ...conversation.dilemmas.flatMap((one) => [
        one.case,
        one.knowledge,
        one.talk,
        ...one.choices.flatMap(({ label, reason }) => [label, reason]),
      ]),
    ]
    const { ease, wordsPerSentence } = readabilityOf(texts.join('\n'))
    expect(ease).toBeGreaterThanOrEqual(60)
    expect(wordsPerSentence).toBeLessThanOrEqual(15)
    for (const { id, case: story } of conversation.dilemmas) {
      expect(readabilityOf(story).ease, id).toBeGreaterThanOrEqual(60)
      expect(wordsOf(story).length, id).toBeLessThanOrEqual(60)
    }
  })
})

function fail(): never {
  throw new Error('there is no instrument')
}

test('the files of the manual are right', () => {
  const manual = readFileSync(join(projectFolder, 'docs/conversation-format.md'), 'utf8')
  const [questions = '', dilemmas = ''] = [...manual.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, text = '']) => text,
  )
  const folder = mkdtempSync(join(tmpdir(), 'quickscan-conversations-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'werkplezier'))
  writeFileSync(join(folder, 'werkplezier/questions.nl.yaml'), questions)
  writeFileSync(join(folder, 'werkplezier/dilemmas.nl.yaml'), dilemmas)
  const [files] = readConversationFolders(folder)
  const { findings, conversation } = checkConversation(files ?? fail())
  expect(findings).toEqual([])
  expect(conversation.questionsFor('p01')?.deepen).toHaveLength(2)
  expect(conversation.dilemmas).toHaveLength(1)
})
