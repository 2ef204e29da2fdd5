import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAccountByAddress } from '#database/accounts.ts'
import { closeRound, remind } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { readMail } from '#test/mail-reader.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { fillInAndSend, joinGroup, makeGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

type Person = { name: string; who: Visitor; marks: string[] }

let app: TestApp
let group: TestGroup
let people: Person[]
let mails: { to: string; text: string }[]

beforeAll(async () => {
  app = await startTestApp(await openTestDatabase('embedded'))
  const organiser = await signUp(app, 'organisator@voorbeeld.nl')
  group = await makeGroup(app, { organiser, address: 'organisator@voorbeeld.nl' })
  people = []
  for (let number = 1; number <= 9; number += 1) people.push(await somebody(number))
  mails = []
  await remind(app.house, group.round, 'organiser')
  await collectMail()
  await closeRound(app.house, group.round)
  await collectMail()
}, 120_000)
afterAll(() => app.close())

/** Somebody with a mark in every note, in the name of the scan and in the address, who sends in. */
async function somebody(number: number): Promise<Person> {
  const name = `merkteken${number}z`
  const who = await joinGroup(app, group, `${name}@voorbeeld.nl`)
  const note = `notitie-${name}`
  const scan = await fillInAndSend(app, group, who, (_, index) => String(1 + ((index + number) % 5)), {
    note,
  })
  await who.post(`${scan}/naam`, { naam: `scan-${name}` })
  const account = await findAccountByAddress(app.house.db, `${name}@voorbeeld.nl`)
  const { contributor } = await app.house.db
    .selectFrom('accounts')
    .select('contributor')
    .where('id', '=', account?.id ?? '')
    .executeTakeFirstOrThrow()
  const { version } = await app.house.db
    .selectFrom('sentAnswers')
    .select('version')
    .where('scanId', '=', scan.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow()
  const marks = [name, scan.split('/').at(-1) ?? '', account?.id ?? '', contributor, version]
  return { name, who, marks: [...marks, ...who.cookies.values()] }
}

async function collectMail(): Promise<void> {
  for (const { to, subject, text, html } of await readMail(app))
    mails.push({ to, text: `${subject}${text}${html}` })
}

/** Everything of the group, and of one's own, that somebody can open. */
async function everythingFor(who: Visitor): Promise<Map<string, string>> {
  const paths = [
    '/groepen',
    group.path,
    `${group.path}/rondes/1`,
    `${group.path}/rondes/1/cijfers.csv`,
    `${group.path}/uitnodigen`,
    `${group.path}/ronde`,
    '/scans',
    '/account/gegevens.json',
    '/vergelijken',
  ]
  const texts = new Map<string, string>()
  for (const path of paths) texts.set(path, (await who.get(path)).text)
  const sheets = await who.download(`${group.path}/rondes/1/cijfers.ods`)
  if (sheets.status === 200) texts.set('the sheets', everyFileIn(sheets.bytes))
  const report = await who.download(`${group.path}/rondes/1/verslag.pdf`)
  if (report.status === 200 && pdfToolsAreHere()) texts.set('the report', await readPdfText(report.bytes))
  return texts
}

function everyFileIn(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n')
}

function found(texts: Iterable<[string, string]>, owner: Person): string[] {
  return [...texts].flatMap(([where, text]) =>
    owner.marks.filter((mark) => mark !== '' && text.includes(mark)).map((mark) => `${where}: ${mark}`),
  )
}

test('what marks a person is on no page and in no file of anybody else, also not of the organiser', async () => {
  const visitors = [
    ...people.map(({ who, name }) => ({ who, name })),
    { who: group.organiser, name: 'organisator' },
    { who: await signUp(app, 'vreemde@voorbeeld.nl'), name: 'vreemde' },
    { who: app.newVisitor(), name: 'niemand' },
  ]
  let texts = 0
  const leaks: string[] = []
  for (const { who, name } of visitors) {
    const everything = await everythingFor(who)
    texts += everything.size
    for (const person of people.filter((one) => one.name !== name)) {
      leaks.push(...found(everything, person).map((leak) => `for ${name}: ${leak}`))
    }
  }
  console.log(
    `${texts} texts of ${visitors.length} visitors, searched for the marks of ${people.length} people: ${leaks.length} found`,
  )
  expect(leaks).toEqual([])
}, 60_000)

test('nor in a letter to somebody else, nor in the log', () => {
  const leaks = people.flatMap((person) => [
    ...found(
      mails.filter(({ to }) => !to.startsWith(person.name)).map(({ to, text }) => [to, text] as const),
      person,
    ),
    ...found([['the log', app.logged()]], person),
  ])
  console.log(`${mails.length} letters searched`)
  expect(mails.length).toBeGreaterThanOrEqual(10)
  expect(leaks).toEqual([])
})

test('control: the marks are found where they belong', async () => {
  const [person] = people
  if (!person) throw new Error('there is nobody')
  const own = found(await everythingFor(person.who), person).join()
  expect(own).toContain(`scan-${person.name}`.slice(5))
  expect(own).toContain('/account/gegevens.json')
  const everything = await everythingFor(person.who)
  expect(everything.get('the sheets')).toContain('Team Werk')
  if (pdfToolsAreHere()) expect(everything.get('the report')).toContain('Team Werk')
})
