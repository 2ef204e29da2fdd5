import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRelease } from '#database/releases.ts'
import type { Release } from '#domain/release.ts'
import { closeRound } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { readPackage } from '#test/app/documents/visible-text.ts'
import { figuresOf } from '#test/documents/team-surfaces.ts'
import { silent, toldNumbers } from '#test/documents/told-numbers.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { fillInAndSend, instrumentOf, joinGroup, makeGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

let app: TestApp
let organiser: Visitor
beforeAll(async () => {
  app = await startTestApp(await openTestDatabase('embedded'))
  organiser = await signUp(app, 'organisator@voorbeeld.nl')
}, 60_000)
afterAll(() => app.close())

type Answer = (statement: string, index: number) => string

/** A round that is closed, of so many people in two roles. */
async function closedWith(people: number, answerOf: (person: number) => Answer): Promise<TestGroup> {
  const group = await makeGroup(app, { organiser, address: 'organisator@voorbeeld.nl' })
  const roles = instrumentOf(app).roles.map(({ id }) => id)
  for (let person = 0; person < people; person += 1) {
    const address = `p${person}-${group.id.toLowerCase()}@voorbeeld.nl`
    const who = await joinGroup(app, group, address, roles[person % 2])
    await fillInAndSend(app, group, who, answerOf(person))
  }
  await closeRound(app.house, group.round)
  return group
}

/** What somebody can read of a closed round, on each surface there is. */
async function surfacesOf(group: TestGroup): Promise<Record<string, string>> {
  const round = `${group.path}/rondes/1`
  const page = await organiser.get(round)
  const csv = await organiser.get(`${round}/cijfers.csv`)
  const sheets = await organiser.download(`${round}/cijfers.ods`)
  const report = await organiser.download(`${round}/verslag.pdf`)
  return {
    page: /<main.*<\/main>/s.exec(page.text)?.[0] ?? '',
    csv: csv.text,
    sheets: sheets.status === 200 ? readPackage(sheets.bytes).text : '',
    report: report.status === 200 && pdfToolsAreHere() ? await readPdfText(report.bytes) : '',
  }
}

/** Where the words for a share begin and end, in percents; they are explained on every result. */
const SHARES = ['15', '40', '70']

/** Numbers that stand on every result: those of the instrument, the day, the pages, and what was promised. */
function alwaysThere(): Set<string> {
  const { interpretation: _, ...texts } = instrumentOf(app).texts
  const ofInstrument = figuresOf(JSON.stringify({ ...instrumentOf(app), texts }).replaceAll('"', ' '))
  const pages = Array.from({ length: 24 }, (_, index) => String(index + 1))
  return new Set([...ofInstrument, ...toldNumbers(silent(null)), ...pages, '23', '2026', ...SHARES])
}

function strangers(text: string, release: Release): string[] {
  const known = new Set([...alwaysThere(), ...toldNumbers(release)])
  return [...new Set(figuresOf(text))].filter((one) => !known.has(one))
}

async function releaseOf(group: TestGroup): Promise<Release> {
  const told = await findRelease(app.house.db, group.round)
  if (!told) throw new Error('nothing was told')
  return told.content
}

const varied = (person: number): Answer => {
  return (_, index) =>
    index % 7 === 3 && person % 3 === 0 ? 'onbekend' : String(1 + ((index * 3 + person * (index % 4)) % 5))
}

test('every number on the page, in the sheets and in the report was told; how many people there were is on none', async () => {
  for (const people of [6, 31]) {
    const group = await closedWith(people, varied)
    const release = await releaseOf(group)
    const surfaces = await surfacesOf(group)
    let numbers = 0
    for (const [surface, text] of Object.entries(surfaces)) {
      numbers += figuresOf(text).length
      expect(`${surface}: ${strangers(text, release)}`).toBe(`${surface}: `)
    }
    console.log(
      `${people} people: ${numbers} numbers on ${Object.keys(surfaces).length} surfaces, 0 that were not told`,
    )
    // Control: a number of people and a mean that was not told are noticed.
    expect(strangers(`<main>Er deden ${people + 26} mensen mee: 3,14</main>`, release)).toHaveLength(2)
  }
}, 60_000)

test('a statement that nobody knows and one that too few know are the same to the byte, on every surface', async () => {
  const [one, other] = instrumentOf(app).clusters[0]?.statements ?? []
  const [first, second, words] = [one?.id, other?.id, one?.statement ?? '']
  const world = (levels: number) =>
    closedWith(9, (person) => (statement) => {
      if (statement === first) return person < levels ? '4' : 'onbekend'
      return statement === second ? 'onbekend' : '3'
    })
  const [nobody, tooFew, enough] = [await world(0), await world(4), await world(5)]
  const same = async (group: TestGroup) => {
    const { page, csv } = await surfacesOf(group)
    const row = csv?.split('\n').find((line) => line.includes(words)) ?? 'no row'
    return `${partAbout(page ?? '', first)} ${row}`.replaceAll(group.id, 'groep')
  }
  const blind = await same(nobody)
  expect(blind).not.toContain('no row')
  expect(await same(tooFew)).toBe(blind)
  expect(await same(enough)).not.toBe(blind)
}, 60_000)

/** What a page says of one statement: from its place to that of the next one. */
function partAbout(page: string, statement = ''): string {
  const [, part] = page.slice(page.indexOf(`id="stelling-${statement}"`)).split('id="stelling-')
  if (!part) throw new Error('the statement is not on the page')
  return part
}

test('a round of nobody and one of too few are the same on every surface, and in every letter', async () => {
  const { house } = app
  const all: string[] = []
  for (const people of [0, 4]) {
    await house.db.deleteFrom('mails').execute()
    const group = await closedWith(people, varied)
    const surfaces = await surfacesOf(group)
    const round = `${group.path}/rondes/1`
    const redirects = await Promise.all(
      ['cijfers.csv', 'cijfers.ods', 'verslag.pdf'].map(
        async (file) => (await organiser.get(`${round}/${file}`)).location,
      ),
    )
    const groupPage = (await organiser.get(group.path)).text.replace(/\d+ mensen?|Nog niemand/g, '')
    all.push(JSON.stringify({ surfaces, redirects, groupPage }).replaceAll(group.id, 'groep'))
  }
  expect(all[0]).toBe(all[1])
}, 60_000)
