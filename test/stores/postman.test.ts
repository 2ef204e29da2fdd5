import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { countWaitingMails, requestMail } from '#database/mails.ts'
import { createPostman } from '#src/deliver-mails.ts'
import { type MailServer, startMailServer } from '#test/smtp.ts'
import { count, mailboxOf, openOffice, requestLetters, writeSample } from './postman.ts'
import { onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const EXACTLY = (requested: number) => ({ requested, sent: requested, lost: 0, duplicates: 0 })

let server: MailServer
beforeEach(async () => {
  server = await startMailServer()
  return () => server.leave()
})

onEachStore('the postman', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  beforeEach(() => store.db.deleteFrom('mails').execute())
  afterAll(() => store.close())

  test('a letter of something that did not happen is not sent', async () => {
    const office = openOffice(NOON)
    const happening = store.db.transaction().execute(async (trx) => {
      await requestLetters(trx, 5, NOON)
      throw new Error('it did not happen')
    })
    await expect(happening).rejects.toThrow('it did not happen')
    expect(await office.newPostman(store.db, mailboxOf(server.url)).deliverDue()).toBe(0)
    expect(server.received).toEqual([])
  })

  test('control: asked for outside of what did not happen, it is sent', async () => {
    const office = openOffice(NOON)
    const request = { id: 'los', kind: 'sign-up', address: 'los@voorbeeld.nl', accountId: null } as const
    await requestMail(store.db, { ...request, requestedAt: NOON })
    expect(await office.newPostman(store.db, mailboxOf(server.url)).deliverDue()).toBe(1)
  })

  test('what is no longer wanted is dropped, and what cannot be written is tried later', async () => {
    const office = openOffice(NOON)
    const [unwanted, unwritable] = await requestLetters(store.db, 3, NOON)
    const postman = createPostman({
      db: store.db,
      mailbox: mailboxOf(server.url),
      write: async (request) => {
        if (unwanted?.includes(request.id)) return null
        if (unwritable?.includes(request.id)) throw new Error(`no account for ${request.address}`)
        return writeSample(request)
      },
      clock: office.now,
      log: office.log,
      isStopping: () => false,
    })
    expect(await postman.deliverDue()).toBe(1)
    expect((await countWaitingMails(store.db)).waiting).toBe(1)
    expect(office.logged()).not.toContain('voorbeeld')
  })

  test('who calls while the postman is on his way waits for the same round', async () => {
    const office = openOffice(NOON)
    const postman = office.newPostman(store.db, mailboxOf(server.url))
    const requested = await requestLetters(store.db, 5, NOON)
    expect(await Promise.all([postman.deliverDue(), postman.deliverDue()])).toEqual([5, 5])
    expect(count(`called twice, ${kind}`, requested, server.received)).toEqual(EXACTLY(5))
  })

  test('whoever stops finishes the letter on its way and takes no other', async () => {
    const office = openOffice(NOON)
    await requestLetters(store.db, 3, NOON)
    let isStopping = false
    const { db } = store
    const mailbox = mailboxOf(server.url)
    const postman = createPostman({
      db,
      write: writeSample,
      mailbox: {
        send: (letter, id) => {
          isStopping = true
          return mailbox.send(letter, id)
        },
      },
      clock: office.now,
      log: office.log,
      isStopping: () => isStopping,
    })
    expect(await postman.deliverDue()).toBe(1)
    expect(await postman.deliverDue()).toBe(0)
    expect(await office.newPostman(db, mailbox).deliverDue()).toBe(2)
    expect(server.received).toHaveLength(3)
  })
})
