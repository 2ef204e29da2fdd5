import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#database/connect.ts'
import { createApp } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { listen } from '#test/live-reader.ts'
import { comeInWithPhones, openRoom, type TestPhone, type TestRoom } from '#test/room.ts'
import { openTestDatabase, stores, type TestDatabase } from '#test/stores/stores.ts'
import { makeToldGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { createVisitor } from '#test/visitor.ts'
import { createLive } from '#web/live.ts'

const isThere = stores.some(({ kind, isAvailable }) => kind === 'postgresql' && isAvailable)

describe.skipIf(!isThere)('a room on two nodes with one PostgreSQL server', () => {
  let app: TestApp
  let database: TestDatabase
  let group: TestGroup
  let room: TestRoom
  let phones: TestPhone[]
  let other: { fetch: ReturnType<typeof createApp>; close: () => Promise<void> }

  beforeAll(async () => {
    database = await openTestDatabase('postgresql')
    app = await startTestApp(database)
    const organiser = await signUp(app, 'organisator@voorbeeld.nl')
    group = await makeToldGroup(app, organiser, 'organisator@voorbeeld.nl')
    room = await openRoom(app, group)
    phones = await comeInWithPhones(app, room, 3)
    other = await startOtherNode()
  }, 60_000)
  afterAll(async () => {
    await other?.close()
    await app?.close()
  })

  /** The same program with connections of its own: of the first it knows what the database tells. */
  async function startOtherNode() {
    const opened = await openDatabase(database.place)
    const live = createLive(opened.news, (error) => app.house.log.error({ err: error }, 'not told'))
    const fetch = createApp({ ...app.house, db: opened.db, ping: opened.ping, live })
    return {
      fetch,
      close: async () => {
        live.close()
        await opened.close()
      },
    }
  }

  const onOther = (phone: TestPhone) => {
    const visitor = createVisitor(other.fetch)
    for (const [name, value] of phone.visitor.cookies) visitor.cookies.set(name, value)
    return visitor
  }
  const says = (text: string) => (message: string) => message.includes(text)

  test('a screen that one shows is on the phones of the other within a second', async () => {
    const [phone] = phones
    if (!phone) throw new Error('there is no phone')
    const listener = await listen(other.fetch.fetch, `/mee/${room.code}/stroom`, phone.visitor.cookies)
    expect(listener.status).toBe(200)
    await listener.hear(says('Welkom bij jullie gesprek'))
    const before = performance.now()
    await room.lead('volgende')
    await listener.hear(says('Hier gaat het over'), 1_000)
    console.log(`a screen went from one node to the other in ${Math.round(performance.now() - before)} ms`)
    await listener.stop()
  })

  test('a vote on one is told on the other within a second', async () => {
    const [topic = ''] = (await room.meeting()).statements
    await room.goTo(`weigh:${topic}`)
    const leader = await listen(other.fetch.fetch, `${group.path}/gesprek/zaal/stroom`, room.leader.cookies)
    await leader.hear()
    const before = performance.now()
    const count = leader.heard().length
    await phones[0]?.vote('now')
    await leader.hear((message) => leader.heard().indexOf(message) >= count, 1_000)
    const elsewhere = createVisitor(other.fetch)
    for (const [name, value] of room.leader.cookies) elsewhere.cookies.set(name, value)
    expect((await elsewhere.get(`${group.path}/gesprek/zaal`)).text).toContain('1 van de 3 stemde')
    console.log(`a vote went from one node to the other in ${Math.round(performance.now() - before)} ms`)
    await leader.stop()
  })

  test('a phone votes on one, changes its mind on the other, and counts once', async () => {
    const { step } = await room.meeting()
    const [phone] = phones
    if (!phone) throw new Error('there is no phone')
    await onOther(phone).post(`/mee/${room.code}`, { stap: step, keuze: 'later' })
    const votes = await app.house.db.selectFrom('meetingVotes').select('choices').execute()
    expect(votes).toEqual([{ choices: ['later'] }])
  })

  test('a connection that the server cut off comes back, and nothing that happened meanwhile is missed', async () => {
    const [phone] = phones
    if (!phone) throw new Error('there is no phone')
    const listener = await listen(other.fetch.fetch, `/mee/${room.code}/stroom`, phone.visitor.cookies)
    await listener.hear()
    const cut = await sql<{ count: number }>`
      select count(pg_terminate_backend(pid)) as count from pg_stat_activity
      where datname = current_database() and query like 'listen %'`.execute(app.house.db)
    expect(Number(cut.rows[0]?.count)).toBeGreaterThan(0)
    await room.goTo('close')
    await listener.hear(says('Wat neem je hiervan mee?'), 5_000)
    await listener.stop()
  })

  test('a room that ends says so to every phone, and lets go of them', async () => {
    const [phone] = phones
    if (!phone) throw new Error('there is no phone')
    const listener = await listen(other.fetch.fetch, `/mee/${room.code}/stroom`, phone.visitor.cookies)
    await listener.hear()
    await room.lead('einde')
    expect(JSON.parse(await listener.hear(says('afgelopen'))).isOver).toBe(true)
    await listener.stop()
  })

  test('a node that stops lets everybody go', async () => {
    room = await openRoom(app, group)
    const [phone] = await comeInWithPhones(app, room, 1)
    const third = await startOtherNode()
    const listener = await listen(
      third.fetch.fetch,
      `/mee/${room.code}/stroom`,
      phone?.visitor.cookies ?? new Map(),
    )
    await listener.hear()
    await third.close()
    const after = await listen(third.fetch.fetch, `/mee/${room.code}/stroom`, new Map()).catch(
      () => undefined,
    )
    expect(after?.status ?? 503).toBeGreaterThanOrEqual(400)
    await listener.stop()
  })
})
