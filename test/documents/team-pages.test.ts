import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { exampleRelease } from '#domain/example-release.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { inLanguage } from '#domain/published-instrument.ts'
import type { Answers } from '#domain/scan.ts'
import { NothingTold } from '#features/groups/result/nothing-told.tsx'
import { SideBySide } from '#features/groups/result/side-by-side.tsx'
import { TeamResultContent } from '#features/groups/result/team-result-content.tsx'
import { readInstrumentFolder } from '#platform/instrument-files.ts'
import { projectFolder } from '#src/project-folder.ts'
import { contentOf } from '#src/read-instrument.ts'
import { surfacesOf } from './team-surfaces.ts'

const instruments = readInstrumentFolder(join(projectFolder, 'instruments')).map((files) =>
  inLanguage(contentOf(files), 'nl'),
)
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'no-trailing-whitespace': 'off' },
})

async function findingsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(`<main>${html}</main>`)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
}

function result(instrument: Instrument) {
  const release = exampleRelease(instrument, 5)
  return {
    group: { name: 'Team <Oost>', kind: 'confidential' as const },
    instrument,
    round: { number: 2, closedAt: new Date('2026-11-22T12:00:00Z'), least: 5 },
    release: { ...release, compared: 'everything' as const },
    before: { number: 1, closedAt: new Date('2026-05-22T12:00:00Z'), release, instrument },
  }
}

/** Everybody one answer further than the one before. */
function person(instrument: Instrument, name: string, index: number) {
  const answers: Answers = Object.fromEntries(
    statementsOf(instrument).map(({ id, number }) => [
      id,
      {
        answer: instrument.answers[(number + index) % instrument.answers.length]?.id ?? null,
        note: 'geheime notitie',
      },
    ]),
  )
  return { name, answers, isSelf: index === 0 }
}

describe.each(instruments.map((one) => [one.id, one] as const))('of %s', (_, instrument) => {
  const people = ['Noor', 'Karim', 'Noor', 'Ana <script>', 'Jo'].map((name, index) =>
    person(instrument, name, index),
  )

  test('the result of a group is good HTML, as a page and as an example within one', async () => {
    expect(await findingsIn(surfacesOf(result(instrument), people[0]?.answers).page ?? '')).toEqual([])
    const example = h(TeamResultContent, { ...result(instrument), own: null, isExample: true })
    const heading = '<h1>Insturen</h1><h2 id="voorbeeld">Zo ziet de groep het</h2>'
    expect(await findingsIn(heading + renderToString(example))).toEqual([])
  })

  test('the result has every statement, with a figure and with words', () => {
    const { page = '', report = '', csv = '' } = surfacesOf(result(instrument))
    for (const { id, statement } of statementsOf(instrument)) {
      expect(page).toContain(`id="stelling-${id}"`)
      expect(report).toContain(statement)
      expect(csv).toContain(`"${id}"`)
    }
    expect(page).toContain('Team &lt;Oost>')
  })

  test.each([2, 3, 5])(
    '%d people lie side by side with every answer in words, and no note',
    async (count) => {
      const html = renderToString(
        h(SideBySide, { group: { name: 'Team Oost' }, instrument, people: people.slice(0, count) }),
      )
      expect(await findingsIn(html)).toEqual([])
      expect(html).not.toMatch(/geheime notitie|<script>/)
      const items = html.match(/<ul class="marked-list beside">.*?<\/ul>/g) ?? []
      expect(items).toHaveLength(statementsOf(instrument).length)
      for (const list of items) expect(list.match(/<li/g)).toHaveLength(count)
      expect(html.indexOf('Hier verschillen jullie het meest')).toBeLessThan(html.indexOf('marked-list'))
    },
  )

  test.each([0, 1])('with %d people there is what to do, and no answer of anybody', async (count) => {
    const html = renderToString(
      h(SideBySide, { group: { name: 'Team Oost' }, instrument, people: people.slice(0, count) }),
    )
    expect(await findingsIn(html)).toEqual([])
    expect(html).toContain('Wat kun je nu doen?')
    expect(html).not.toContain('marked-list')
  })

  test('a round of which nothing is told is a good page that says what to do', async () => {
    const html = renderToString(
      h(NothingTold, {
        group: { name: 'Team Oost' },
        instrument,
        round: { number: 1, closedAt: new Date('2026-11-22T12:00:00Z'), least: 6 },
      }),
    )
    expect(await findingsIn(html)).toEqual([])
    expect(html).toContain('minstens 6 mensen')
    expect(html).toContain('Wat kun je nu doen?')
  })
})
