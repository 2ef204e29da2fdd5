import { readFile } from 'node:fs/promises'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signUp } from '#test/account-holder.ts'
import { readPackage } from '#test/app/documents/visible-text.ts'
import { checkPdf } from '#test/pdf/check-pdf.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { fillInAndSend, joinGroup, makeToldGroup, type TestGroup } from '#test/team.ts'
import { enter, tabTo } from './keyboard.ts'
import { button, comesIn, type Follower, logIn, WALL } from './room-people.ts'
import { openSite, type Person, type Site } from './site.ts'

const LEADER = 'noor@voorbeeld.nl'
const TOPICS = 3
const PHONES = 8

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 60_000)
afterAll(() => site?.close())

/** What was agreed, by what it says. The third takes over a tip, in its own words. */
const AGREED = [
  { what: 'Elke maand oefenen met een tolk', who: 'Noor', firstStep: 'Een datum prikken' },
  { what: 'De standaardbrief korter maken', who: 'Sem', firstStep: 'De brief opzoeken' },
  { what: 'Een middag op bezoek bij het buurthuis', who: 'beleid', firstStep: 'Bellen' },
  { what: 'Foto’s bij de route naar het loket', who: '', firstStep: '' },
]

test('a meeting: the leader by keyboard alone, eight phones, a dilemma, three topics, four actions, and the next round', async () => {
  const noor = await signUp(site.app, LEADER)
  const group = await makeToldGroup(site.app, noor, LEADER)
  const leader = await site.newPerson({ viewport: WALL, acceptDownloads: true })
  const errors: string[] = []
  leader.page.on('pageerror', ({ message }) => errors.push(message))
  await logIn(leader, LEADER)

  const wall = await beginMeeting(leader, group)
  const room = await fillTheRoom(wall)
  await warmUp(wall, room)
  for (let topic = 1; topic <= TOPICS; topic += 1) await talkAbout(wall, room, topic)
  await endMeeting(wall, room)
  await takeThePlanAlong(leader)
  await lookItUp(leader, group)

  await tellHowItWent(leader, group)
  await nextRound(leader, group)
  const next = await beginMeeting(leader, group)
  const again = await fillTheRoom(next)
  await lookBack(next, again)
  await seesWhatHelped(leader, group)
  expect(errors).toEqual([])
  expect(site.strangers).toEqual([])
}, 300_000)

/** What the leader does at the screen on the wall, with keys. */
type Wall = {
  page: Page
  code: string
  /** Presses the key that goes on, and waits for the next screen. */
  goOn: () => Promise<void>
  step: () => Promise<string>
  says: (words: string | RegExp) => Promise<void>
}

async function beginMeeting({ page, go }: Person, group: TestGroup): Promise<Wall> {
  await go(`${group.path}/gesprek`)
  await enter(page, page.getByRole('link', { name: 'Begin het gesprek in de zaal' }))
  await enter(page, button(page, 'Begin het gesprek'))
  await page.getByRole('heading', { level: 1, name: 'Welkom bij jullie gesprek' }).waitFor()
  const code = (await page.locator('.room-code.large').innerText()).trim()
  const step = () => page.locator('.room-bar input[name=stap]').inputValue()
  const screen = page.locator('[data-live-part=screen]')
  return {
    page,
    code,
    step,
    goOn: async () => {
      const before = await step()
      await page.keyboard.press('ArrowRight')
      await page.waitForFunction(
        (old) => document.querySelector<HTMLInputElement>('.room-bar input[name=stap]')?.value !== old,
        before,
      )
    },
    says: (words) => screen.getByText(words).first().waitFor(),
  }
}

/** Eight phones: one by typing the code, one without JavaScript, the others by the picture. */
async function fillTheRoom({ page, code }: Wall): Promise<Follower[]> {
  const room: Follower[] = []
  for (let number = 0; number < PHONES; number += 1) {
    room.push(await comesIn(site, { code, types: number === 0, javaScriptEnabled: number !== 1 }))
  }
  await page.getByText(`${PHONES} telefoons doen mee`).waitFor()
  return room
}

/** Everybody votes; the last vote tells it to the room. */
async function allVote(wall: Wall, room: Follower[], place: (number: number) => number): Promise<void> {
  await Promise.all(room.map((phone, number) => phone.votes(place(number))))
  await wall.says(`${PHONES} mensen stemden.`)
}

async function warmUp(wall: Wall, room: Follower[]): Promise<void> {
  await wall.goOn()
  const title = await wall.page.getByRole('heading', { level: 1 }).innerText()
  for (const phone of room) await phone.sees(title)
  await allVote(wall, room, (number) => number % 2)
  // Four of eight: the room divides, and no number is so small that it points at somebody.
  await wall.says('4 van de 8')
  await wall.says('Wie dit kiest')
}

async function talkAbout(wall: Wall, room: Follower[], topic: number): Promise<void> {
  const { page } = wall
  await wall.goOn()
  await page.getByText(`onderwerp ${topic} van ${TOPICS}`).waitFor()
  const statement = await page.getByRole('heading', { level: 1 }).innerText()
  for (const phone of room) await phone.sees(statement)
  await wall.says('Zo antwoordde de groep')
  if (topic === 1) await beSilent(wall)

  await wall.goOn()
  await wall.says('Waar staan we nu?')
  if (topic === 2) await loseTheWifi(wall, room)
  else await allVote(wall, room, (number) => 1 + (number % 3))

  await wall.goOn()
  await wall.says('Hoe dringend is dit?')
  if (topic === TOPICS) await comeTooLate(wall, room)
  else await allVote(wall, room, (number) => number % 3)

  await wall.goOn()
  await wall.says('Wat gaan we doen?')
  await allVote(wall, room, (number) => number % 2)

  await wall.goOn()
  await wall.says('Wat spreken we af?')
  await writeDown(wall, `Wat ons bij onderwerp ${topic} opviel <b>en meer</b>`, topic === 2)
  if (topic === 1) await agreesOnNothing(wall)
  for (const action of topic === TOPICS ? AGREED.slice(2) : AGREED.slice(topic - 1, topic))
    await agree(wall, action, topic === TOPICS && action === AGREED[2])
}

/** A minute of silence is on every screen, and can be broken off. */
async function beSilent({ page }: Wall): Promise<void> {
  await page.keyboard.press('s')
  await page.getByText(/^Even stil: /).waitFor()
  await page.keyboard.press('s')
  await page.getByText(/^Even stil: /).waitFor({ state: 'detached' })
}

/** The phone of one of them has no connection while everybody votes: nothing is lost, and nothing is said to be kept that is not. */
async function loseTheWifi(wall: Wall, room: Follower[]): Promise<void> {
  const [lost, ...others] = room.toReversed()
  if (!lost) throw new Error('nobody is in the room')
  await lost.person.context.setOffline(true)
  await lost.votes(2)
  await lost.person.page.getByText('Je stem is nog niet bewaard.').waitFor()
  await Promise.all(others.map((phone, number) => phone.votes(1 + (number % 3))))
  await wall.says(`${PHONES - 1} van de ${PHONES} stemden.`)
  await lost.person.context.setOffline(false)
  await wall.says(`${PHONES} mensen stemden.`)
}

/** The leader closes the vote while one phone is away: it hears that its vote does not count. */
async function comeTooLate(wall: Wall, room: Follower[]): Promise<void> {
  const [lost, ...others] = room.toReversed()
  if (!lost) throw new Error('nobody is in the room')
  await lost.person.context.setOffline(true)
  await lost.votes(0)
  await lost.person.page.getByText('Je stem is nog niet bewaard.').waitFor()
  await Promise.all(others.map((phone, number) => phone.votes(number % 3)))
  await wall.says(`${PHONES - 1} van de ${PHONES} stemden.`)
  await wall.page.keyboard.press('t')
  await wall.says(`${PHONES - 1} mensen stemden.`)
  await lost.person.context.setOffline(false)
  await lost.person.page.getByText('De stemming was al gesloten.').waitFor()
}

/** With the key of the panel, and the field has the focus. */
async function writeDown({ page }: Wall, text: string, isOffline: boolean): Promise<void> {
  await page.keyboard.press('n')
  await page.keyboard.insertText(text)
  await tabTo(page, button(page, 'Bewaar de notitie'))
  if (isOffline) {
    await page.context().setOffline(true)
    await page.keyboard.press('Enter')
    await page.getByText('Er is nog niets bewaard. Wat je typte, staat er nog').waitFor()
    expect(await page.getByLabel('Notitie van de groep').inputValue()).toBe(text)
    await page.context().setOffline(false)
  }
  await page.keyboard.press('Enter')
  await page.getByText('De notitie is bewaard.').waitFor()
  await page.locator('.room-written').getByText(text, { exact: true }).waitFor()
}

async function agreesOnNothing({ page }: Wall): Promise<void> {
  await page.keyboard.press('a')
  await enter(page, button(page, 'Zet in het plan'))
  await page.getByText('Dit lukte nog niet').waitFor()
  expect(await page.getByLabel('Wat gaan jullie doen?').getAttribute('aria-invalid')).toBe('true')
}

async function agree(
  { page }: Wall,
  { what, who, firstStep }: (typeof AGREED)[number],
  takesTip: boolean,
): Promise<void> {
  const panel = page.locator('details[data-panel-key=A]')
  if ((await panel.getAttribute('open')) === null) await page.keyboard.press('a')
  if (takesTip) {
    await page.getByLabel(/^Neem een tip over/).focus()
    await page.keyboard.press('ArrowDown')
  }
  await tabTo(page, page.getByLabel('Wat gaan jullie doen?'))
  await page.keyboard.insertText(what)
  await tabTo(page, page.getByLabel('Wie doet het?'))
  await page.keyboard.insertText(who)
  await tabTo(page, page.getByLabel('Wat is de eerste stap?'))
  await page.keyboard.insertText(firstStep)
  await enter(page, button(page, 'Zet in het plan'))
  await page.getByText('De afspraak staat in het plan.').waitFor()
  await page.locator('.room-written').getByText(what, { exact: true }).waitFor()
}

async function endMeeting(wall: Wall, room: Follower[]): Promise<void> {
  const { page } = wall
  await wall.goOn()
  await wall.says('Wat neem je hiervan mee?')
  for (const { what } of AGREED)
    await page.locator('.room-written').getByText(what, { exact: true }).waitFor()
  await enter(page, page.getByText('Ga naar een ander scherm, of sluit af'))
  await enter(page, button(page, 'Sluit het gesprek af'))
  await page.getByRole('heading', { level: 1, name: 'Het gesprek is afgesloten' }).waitFor()
  const [typed, plain] = room
  await typed?.sees('Dit gesprek is afgelopen')
  await plain?.person.page.getByRole('link', { name: 'Kijk of er iets nieuws is' }).click()
  await plain?.person.page.getByText('Dit gesprek is afgelopen').first().waitFor()
  for (const { person } of room) await person.context.close()
}

/** From the end of the meeting to the plan, and every file of it. */
async function takeThePlanAlong({ page }: Person): Promise<void> {
  await enter(page, page.getByRole('link', { name: 'Naar het plan' }))
  await page.getByRole('heading', { level: 1, name: 'Het plan' }).waitFor()
  expect((await page.locator('.rows > li b').allInnerTexts()).sort()).toEqual(
    AGREED.map(({ what }) => what).sort(),
  )
  const pdf = await download(page, /\(PDF\)$/)
  expect(await checkPdf(pdf, { language: 'nl' })).toEqual([])
  const texts = [
    readPackage(await download(page, /\(ODT\)$/)).text,
    (await download(page, /\(CSV\)$/)).toString(),
    ...(pdfToolsAreHere() ? [await readPdfText(pdf)] : []),
  ].map((text) => text.replace(/\s+/g, ' '))
  for (const text of texts) for (const { what } of AGREED) expect(text).toContain(what)
  const calendar = new ICAL.Component(ICAL.parse((await download(page, /\(ICS\)$/)).toString()))
  const days = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary)
  for (const { firstStep } of AGREED.slice(0, 3)) expect(days).toContain(`Eerste stap: ${firstStep}`)
}

async function download(page: Page, name: RegExp): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    enter(page, page.getByRole('link', { name })),
  ])
  const bytes = await readFile(await file.path())
  // On a busy machine the document is waited for on a page of its own.
  const back = page.getByRole('link', { name: 'Terug naar het plan' })
  if (await back.isVisible()) await enter(page, back)
  return bytes
}

/** The record has what was told and written, and of nobody what they chose. */
async function lookItUp({ page, go }: Person, group: TestGroup): Promise<void> {
  await go(`${group.path}/gesprek/verslag`)
  for (let topic = 1; topic <= TOPICS; topic += 1)
    await page.getByText(`Wat ons bij onderwerp ${topic} opviel <b>en meer</b>`, { exact: true }).waitFor()
  // A dilemma, and for each topic where the group stands, how pressing it is, and which tips.
  expect(await page.getByText(`${PHONES} mensen stemden.`).count()).toBe(3 * TOPICS)
  expect(await page.getByText(`${PHONES - 1} mensen stemden.`).count()).toBe(1)
}

/** Half a year later: one is done, one is dropped with the reason. */
async function tellHowItWent({ page, go }: Person, group: TestGroup): Promise<void> {
  for (const [index, status, remark] of [
    [0, 'Gedaan', 'Zes keer gedaan.'],
    [3, 'Gaat niet door', 'Het loket verhuist.'],
  ] as const) {
    await go(`${group.path}/plan`)
    await enter(page, page.getByRole('link', { name: AGREED[index]?.what ?? '' }))
    await page.getByLabel('Hoe staat het ervoor?').selectOption({ label: status })
    await tabTo(page, page.getByLabel(/^Wat leverde het op/))
    await page.keyboard.insertText(remark)
    await enter(page, button(page, /^Bewaar/))
    await page.getByText('De afspraak is bewaard.').waitFor()
  }
}

/** The organiser begins it, sees what it opens with, five people fill in, and the organiser closes it. */
async function nextRound({ page, go }: Person, group: TestGroup): Promise<void> {
  await go(group.path)
  await enter(page, page.getByRole('link', { name: 'Begin een nieuwe ronde' }))
  await page.getByText('De nieuwe ronde opent met wat er van het plan kwam.').waitFor()
  await enter(page, button(page, /^Begin/))
  await page.waitForURL('**/uitnodigen*')
  await go(group.path)
  await enter(page, page.getByRole('link', { name: 'Lees wat ervan kwam' }))
  for (const { what } of AGREED) await page.getByText(what).first().waitFor()
  const { id: round } = await site.app.house.db
    .selectFrom('rounds')
    .select('id')
    .where('groupId', '=', group.id)
    .where('number', '=', 2)
    .executeTakeFirstOrThrow()
  const second = { ...group, round }
  for (let number = 0; number < 5; number += 1) {
    const who = await joinGroup(site.app, second, `tweede${number}@voorbeeld.nl`)
    await fillInAndSend(site.app, second, who, (_, index) => String(1 + ((index + 2 * number) % 5)))
  }
  await go(group.path)
  await enter(page, page.getByRole('link', { name: 'Sluit de ronde' }))
  await enter(page, button(page, 'Sluit de ronde'))
  await page.getByText('De ronde is gesloten.').waitFor()
}

/** The next meeting opens with the last plan. */
async function lookBack(wall: Wall, room: Follower[]): Promise<void> {
  await wall.goOn()
  expect(await wall.step()).toBe('back')
  for (const phone of room) await phone.sees('Wat spraken we toen af?')
  await wall.says('Zes keer gedaan.')
  await wall.says('Het loket verhuist.')
  await allVote(wall, room, () => 0)
}

async function seesWhatHelped({ page, go }: Person, group: TestGroup): Promise<void> {
  await go(`${group.path}/sinds-vorige`)
  for (const { what } of AGREED) await page.getByText(what).first().waitFor()
  await page.getByText(`Van de ${PHONES} mensen die stemden, vonden er minstens 6 dat dit hielp.`).waitFor()
}
