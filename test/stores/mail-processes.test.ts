import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#database/connect.ts'
import { type MailServer, startMailServer } from '#test/smtp.ts'
import { startChild } from './children/start-child.ts'
import { count, mailboxOf, openOffice, requestLetters } from './postman.ts'
import { openTestDatabase, stores, type TestDatabase } from './stores.ts'

const NOON = new Date('2026-11-23T12:00:00Z')
const MINUTE = 60
const EXACTLY = (requested: number) => ({ requested, sent: requested, lost: 0, duplicates: 0 })

let server: MailServer
beforeEach(async () => {
  server = await startMailServer()
  return () => server.leave()
})

const hasPostgresql = stores.some(({ kind, isAvailable }) => kind === 'postgresql' && isAvailable)

describe.skipIf(!hasPostgresql)('letters and several processes, on PostgreSQL', () => {
  let store: TestDatabase
  beforeEach(async () => {
    store = await openTestDatabase('postgresql')
    return () => store.close()
  }, 60_000)

  /**
   * Two postmen with connections of their own, the second as soon as the mail server has a letter of the first.
   * The server answers neither before it has one of both: a busy machine would let one of them do everything.
   */
  async function deliverTogether(): Promise<number[]> {
    const firstCame = server.gather(2)
    const second = await openDatabase(store.place)
    const office = openOffice(NOON)
    try {
      const first = office.newPostman(store.db, mailboxOf(server.url)).deliverDue()
      await firstCame
      return await Promise.all([first, office.newPostman(second.db, mailboxOf(server.url)).deliverDue()])
    } finally {
      await second.close()
    }
  }

  test('two postmen send each of 40 letters once', async () => {
    const requested = await requestLetters(store.db, 40, NOON)
    const shares = await deliverTogether()
    expect(Math.min(...shares)).toBeGreaterThan(0)
    expect(shares.reduce((sum, share) => sum + share)).toBe(40)
    expect(count(`two postmen (${shares.join(' + ')})`, requested, server.received)).toEqual(EXACTLY(40))
  })

  test('control: when taking a letter keeps nobody away, they send twice', async () => {
    // The server forgets the new moment of each letter that is taken: all that is left of taking it is nothing.
    await sql`
      create function forget_taking() returns trigger language plpgsql as
      'begin new.next_try_at := old.next_try_at; return new; end'
    `.execute(store.db)
    await sql`
      create trigger forget_taking before update on mails for each row execute function forget_taking()
    `.execute(store.db)
    // One letter, so that both can only have the same.
    const requested = await requestLetters(store.db, 1, NOON)
    await deliverTogether()
    const figures = count('control: two postmen who keep nobody away', requested, server.received)
    expect(figures).toEqual({ requested: 1, sent: 2, lost: 0, duplicates: 1 })
  })

  test('a postman who is killed between sending and forgetting sends that letter again, with the same name', async () => {
    const requested = await requestLetters(store.db, 5, NOON)
    const child = startChild('deliver-mails.ts', [
      store.place.databaseUrl ?? '',
      server.url,
      NOON.toISOString(),
    ])
    await child.says('sent\n')
    child.kill()
    await child.ended
    const office = openOffice(NOON)
    const postman = office.newPostman(store.db, mailboxOf(server.url))
    expect(await postman.deliverDue()).toBe(4)
    office.pass(5 * MINUTE)
    expect(await postman.deliverDue()).toBe(1)
    const figures = count('killed after sending', requested, server.received)
    expect(figures).toEqual({ requested: 5, sent: 6, lost: 0, duplicates: 1 })
  })
})
