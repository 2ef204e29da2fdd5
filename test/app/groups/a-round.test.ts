import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRelease } from '#database/releases.ts'
import { statementsOf } from '#domain/instrument.ts'
import { closeRound } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import {
  fillInAndSend,
  fillInFor,
  instrumentOf,
  invite,
  joinGroup,
  makeGroup,
  type TestGroup,
} from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

onEachStore('a round of a confidential group', (kind) => {
  let app: TestApp
  let organiser: Visitor
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, 'organisator@voorbeeld.nl')
  }, 60_000)
  afterAll(() => app.close())

  const newGroup = () => makeGroup(app, { organiser, address: 'organisator@voorbeeld.nl' })
  let count = 0
  const newAddress = () => {
    count += 1
    return `lid${count}@voorbeeld.nl`
  }

  async function members(group: TestGroup, many: number): Promise<Visitor[]> {
    const all: Visitor[] = []
    for (let one = 0; one < many; one += 1) all.push(await joinGroup(app, group, newAddress()))
    return all
  }

  async function closedWith(many: number): Promise<TestGroup> {
    const group = await newGroup()
    for (const who of await members(group, many)) await fillInAndSend(app, group, who, '3')
    expect(await closeRound(app.house, group.round)).toEqual({ ok: true })
    return group
  }

  test('tells five people together, and no four', async () => {
    const five = await closedWith(5)
    const told = await findRelease(app.house.db, five.round)
    expect(told?.content.figures.people).toEqual({ from: 5, to: 9 })
    const four = await closedWith(4)
    expect(await findRelease(app.house.db, four.round)).toBeUndefined()
  })

  test('nobody and too few look the same, to the byte', async () => {
    const [nobody, four] = [await closedWith(0), await closedWith(4)]
    const [one, other] = [
      await organiser.get(`${nobody.path}/rondes/1`),
      await organiser.get(`${four.path}/rondes/1`),
    ]
    expect(one.status).toBe(200)
    expect(other.text.replaceAll(four.id, nobody.id)).toBe(one.text)
  })

  test('the organiser does not count towards five', async () => {
    const group = await newGroup()
    expect((await organiser.post(`${group.path}/invullen`)).location).toContain('gelukt=meedoen')
    for (const who of [...(await members(group, 4)), organiser]) await fillInAndSend(app, group, who, '3')
    await closeRound(app.house, group.round)
    expect(await findRelease(app.house.db, group.round)).toBeUndefined()
  })

  test('before it is closed there is no result, for nobody', async () => {
    const group = await newGroup()
    const [who] = await members(group, 1)
    for (const visitor of [who, organiser]) {
      expect((await visitor?.get(`${group.path}/rondes/1`))?.status).toBe(404)
      expect((await visitor?.get(`${group.path}/rondes/1/cijfers.csv`))?.status).toBe(404)
    }
  })

  test('who takes the answers back, leaves or erases the account is not in it', async () => {
    const group = await newGroup()
    const all = await members(group, 8)
    for (const who of all) await fillInAndSend(app, group, who, '3')
    const [one, two, three] = all
    expect((await one?.post(`${group.path}/terugnemen`))?.status).toBe(303)
    expect((await two?.post(`${group.path}/verlaten`))?.status).toBe(303)
    expect((await three?.post('/account/wissen'))?.status).toBe(200)
    await closeRound(app.house, group.round)
    const ledger = await app.house.db
      .selectFrom('toldContributions')
      .innerJoin('releases', 'releases.id', 'toldContributions.releaseId')
      .select('contributor')
      .where('releases.roundId', '=', group.round)
      .execute()
    expect(ledger).toHaveLength(5)
  })

  test('an answer that was changed after sending stays out until it is sent again', async () => {
    const group = await newGroup()
    const [who, ...others] = await members(group, 6)
    if (!who) throw new Error('there is nobody')
    const scan = await fillInAndSend(app, group, who, '1')
    for (const other of others) await fillInAndSend(app, group, other, '1')
    await who.post(`${scan}/heropenen`)
    const versionsBefore = await versionsSent(group)
    await who.post(`${scan}/afronden`)
    expect(await versionsSent(group)).toEqual(versionsBefore)
    expect((await who.post(`${group.path}/insturen`)).status).toBe(303)
    expect(await versionsSent(group)).not.toEqual(versionsBefore)
  })

  async function versionsSent(group: TestGroup): Promise<string[]> {
    const rows = await app.house.db
      .selectFrom('sentAnswers')
      .innerJoin('roundMembers', 'roundMembers.id', 'sentAnswers.memberId')
      .select('version')
      .where('roundId', '=', group.round)
      .orderBy('version')
      .execute()
    return rows.map(({ version }) => version)
  }

  test('closes once, however many close it at the same moment, and keeps nothing that was sent', async () => {
    const group = await newGroup()
    for (const who of await members(group, 5)) await fillInAndSend(app, group, who, '2')
    const outcomes = await Promise.all([1, 2, 3].map(() => closeRound(app.house, group.round)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await versionsSent(group)).toEqual([])
    const rows = await app.house.db
      .selectFrom('releases')
      .select('id')
      .where('roundId', '=', group.round)
      .execute()
    expect(rows).toHaveLength(1)
  })

  test('what was told can be changed by nobody, not even in the database', async () => {
    const group = await closedWith(5)
    const { db } = app.house
    await expect(db.deleteFrom('releases').where('roundId', '=', group.round).execute()).rejects.toThrow(
      'never changed',
    )
    await expect(
      db.updateTable('toldContributions').set({ contributor: 'iemand' }).execute(),
    ).rejects.toThrow('never changed')
  })

  test('stays the same to the byte, whatever people do afterwards', async () => {
    const group = await newGroup()
    const all = await members(group, 6)
    const scans: string[] = []
    for (const [index, who] of all.entries()) {
      scans.push(await fillInAndSend(app, group, who, (_, number) => String(1 + ((number + index) % 5))))
    }
    await closeRound(app.house, group.round)
    const look = async () => [
      (await organiser.get(`${group.path}/rondes/1`)).text,
      (await organiser.get(`${group.path}/rondes/1/cijfers.csv`)).text,
    ]
    const before = await look()
    const [one, two, three] = all
    expect((await one?.post('/account/wissen'))?.status).toBe(200)
    expect((await two?.post(`${scans[1]}/wissen`))?.status).toBe(303)
    await three?.post(`${scans[2]}/heropenen`)
    await three?.put(`${scans[2]}/antwoorden/${statementsOf(instrumentOf(app))[0]?.id}`, { answer: '5' })
    await three?.post(`${scans[2]}/afronden`)
    expect(await look()).toEqual(before)
  })

  test('one person once: not by a second invitation, nor by an account that took over the address', async () => {
    const group = await newGroup()
    const address = newAddress()
    const who = await joinGroup(app, group, address)
    expect(await invite(app, group, address.toUpperCase()).catch(() => 'invited already')).toBe(
      'invited already',
    )
    expect((await who.post(`${group.path}/invullen`)).status).toBe(303)
    const { roundMembers } = await counts(group)
    expect(roundMembers).toBe(1)
  })

  async function counts(group: TestGroup) {
    const rows = await app.house.db
      .selectFrom('roundMembers')
      .select('id')
      .where('roundId', '=', group.round)
      .execute()
    return { roundMembers: rows.length }
  }

  test('whoever is a second late is told so, and nothing is kept of it', async () => {
    const group = await newGroup()
    const [who] = await members(group, 1)
    if (!who) throw new Error('there is nobody')
    await fillInFor(app, group, who, '3')
    await closeRound(app.house, group.round)
    const late = await who.post(`${group.path}/insturen`)
    expect(late.status).toBe(409)
    expect(late.text).toContain('gesloten')
    expect(await versionsSent(group)).toEqual([])
  })

  test('a page of the scan that belongs to a stranger cannot be sent in', async () => {
    const group = await newGroup()
    const [one, two] = await members(group, 2)
    if (!one || !two) throw new Error('there is nobody')
    const scan = (await fillInFor(app, group, one, '3')).split('/').at(-1) ?? ''
    expect((await two.post(`${group.path}/invullen`, { scan })).status).toBe(404)
  })
})
