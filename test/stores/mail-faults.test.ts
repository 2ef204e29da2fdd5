import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countWaitingMails } from '#database/mails.ts'
import { type MailServer, type Mood, startMailServer } from '#test/smtp.ts'
import { count, mailboxOf, openOffice, requestLetters } from './postman.ts'
import { openTestDatabase, postgresqlUrl, type TestDatabase } from './stores.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const MINUTE = 60
const HOUR = 60 * MINUTE
/** Seconds. The server takes 0.1 to say hello. */
const IMPATIENT = 0.3
const EXACTLY = (requested: number) => ({ requested, sent: requested, lost: 0, duplicates: 0 })

let server: MailServer
beforeEach(async () => {
  server = await startMailServer()
  return () => server.leave()
})

/** One store will do: what they do differently is tested in mails.test.ts. */
const kind = (await postgresqlUrl()) ? 'postgresql' : 'embedded'

describe(`letters and a mail server that misbehaves, ${kind}`, () => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  beforeEach(() => store.db.deleteFrom('mails').execute())
  afterAll(() => store.close())

  test.each<{ what: string; mood: Mood | 'away'; reason: string }>([
    { what: 'refuses connections', mood: 'away', reason: 'ESOCKET CONN' },
    { what: 'never says hello', mood: 'silent', reason: 'ETIMEDOUT CONN' },
    { what: 'says 450 to every recipient', mood: 'defers', reason: 'EENVELOPE 450 RCPT TO' },
    { what: 'says 554 after every letter', mood: 'refuses', reason: 'EMESSAGE 554 DATA' },
    { what: 'reads every letter and never answers', mood: 'forgets to answer', reason: 'ETIMEDOUT CONN' },
  ])('a server that $what for ten minutes gets each of 4 letters once', async ({ what, mood, reason }) => {
    const office = openOffice(NOON)
    const requested = await requestLetters(store.db, 4, NOON)
    if (mood === 'away') await server.leave()
    else server.behave(mood)
    const early = office.newPostman(store.db, mailboxOf(server.url, IMPATIENT))
    for (let round = 0; round < 2; round += 1) {
      expect(await early.deliverDue()).toBe(0)
      office.pass(5 * MINUTE)
    }
    expect(server.received).toEqual([])
    expect(await countWaitingMails(store.db)).toMatchObject({ waiting: 4 })
    expect(office.reasons()).toEqual([`a letter could not be sent (${reason})`])

    if (mood === 'away') await server.comeBack()
    else server.behave('takes')
    const late = office.newPostman(store.db, mailboxOf(server.url))
    let sent = 0
    for (let round = 0; round < 10; round += 1) {
      sent += await late.deliverDue()
      office.pass(MINUTE)
    }
    expect(sent).toBe(4)
    expect(count(`${what}`, requested, server.received)).toEqual(EXACTLY(4))
    expect(await countWaitingMails(store.db)).toEqual({ waiting: 0, oldest: null })
    expect(office.logged()).not.toMatch(/voorbeeld|iemand|bewijs|account/)
  })

  test('after an hour away, every letter is there within ten minutes, and once', async () => {
    const office = openOffice(NOON)
    const postman = office.newPostman(store.db, mailboxOf(server.url))
    await server.leave()
    const requested = await requestLetters(store.db, 8, NOON)
    for (let seconds = 0; seconds < HOUR; seconds += 15) {
      await postman.deliverDue()
      office.pass(15)
    }
    await server.comeBack()
    let waited = 0
    while (server.received.length < 8 && waited <= HOUR) {
      await postman.deliverDue()
      office.pass(15)
      waited += 15
    }
    expect(count(`away for an hour, all there after ${waited} s`, requested, server.received)).toEqual(
      EXACTLY(8),
    )
    expect(waited).toBeLessThanOrEqual(10 * MINUTE + 15)
  })

  test('a letter that the server refuses does not hold back the next one', async () => {
    const office = openOffice(NOON)
    await requestLetters(store.db, 3, NOON)
    server.behave('refuses', 1)
    expect(await office.newPostman(store.db, mailboxOf(server.url)).deliverDue()).toBe(2)
    expect((await countWaitingMails(store.db)).waiting).toBe(1)
  })

  test('a server that does not answer is asked once in a round, whatever waits', async () => {
    const office = openOffice(NOON)
    await requestLetters(store.db, 5, NOON)
    await server.leave()
    await office.newPostman(store.db, mailboxOf(server.url)).deliverDue()
    expect(office.logged().trim().split('\n')).toHaveLength(1)
    await server.comeBack()
    expect(await office.newPostman(store.db, mailboxOf(server.url)).deliverDue()).toBe(4)
  })

  test('a line that is cut between the letter and the answer gives one duplicate at most', async () => {
    const office = openOffice(NOON)
    const postman = office.newPostman(store.db, mailboxOf(server.url))
    const requested = await requestLetters(store.db, 5, NOON)
    server.behave('hangs up', 1)
    for (let round = 0; round < 5; round += 1) {
      await postman.deliverDue()
      office.pass(MINUTE)
    }
    const figures = count(`cut after the letter`, requested, server.received)
    expect(figures).toMatchObject({ requested: 5, lost: 0 })
    expect(figures.duplicates).toBeLessThanOrEqual(1)
  })

  test('a letter that nobody takes for two days is given up, and the log says so without an address', async () => {
    const office = openOffice(NOON)
    const postman = office.newPostman(store.db, mailboxOf(server.url))
    await requestLetters(store.db, 1, NOON)
    await server.leave()
    let rounds = 0
    while ((await countWaitingMails(store.db)).waiting > 0 && rounds < 400) {
      await postman.deliverDue()
      office.pass(10 * MINUTE)
      rounds += 1
    }
    expect(office.now().getTime() - NOON.getTime()).toBe((48 * HOUR + 10 * MINUTE) * 1000)
    expect(office.logged()).toContain('a letter was given up')
    expect(office.logged()).not.toContain('voorbeeld')
  })
})
