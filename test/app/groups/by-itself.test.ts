import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRelease } from '#database/releases.ts'
import { tendRounds } from '#src/tend-rounds.ts'
import { signUp } from '#test/account-holder.ts'
import { readMail } from '#test/mail-reader.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { fillInAndSend, invite, joinGroup, makeGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

onEachStore('by itself a round', (kind) => {
  let app: TestApp
  let organiser: Visitor
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, 'organisator@voorbeeld.nl')
  }, 60_000)
  afterAll(() => app.close())

  const newGroup = () => {
    app.setClock('2026-11-23T13:05:00Z')
    return makeGroup(app, { organiser, address: 'organisator@voorbeeld.nl' })
  }
  let count = 0
  const member = (group: TestGroup) => {
    count += 1
    return joinGroup(app, group, `lid${count}@voorbeeld.nl`)
  }

  test('closes when its date has come, once, and not a second before', async () => {
    const group = await newGroup()
    for (let one = 0; one < 5; one += 1) await fillInAndSend(app, group, await member(group), '3')
    app.setClock('2026-12-07T13:04:59Z')
    expect((await tendRounds(app.house)).closed).toBe(0)
    app.setClock('2026-12-07T13:05:00Z')
    const both = await Promise.all([tendRounds(app.house), tendRounds(app.house)])
    expect(both.map(({ closed }) => closed).sort()).toEqual([0, 1])
    expect((await findRelease(app.house.db, group.round))?.content.figures.people).toEqual({ from: 5, to: 9 })
  })

  test('reminds once, three days before, only who has not finished', async () => {
    const group = await newGroup()
    await fillInAndSend(app, group, await member(group), '3')
    await member(group)
    await invite(app, group, `nooit${kind}@voorbeeld.nl`)
    await readMail(app)
    app.setClock('2026-12-04T13:04:00Z')
    expect((await tendRounds(app.house)).reminded).toBe(0)
    app.setClock('2026-12-04T13:06:00Z')
    expect((await tendRounds(app.house)).reminded).toBe(1)
    expect((await tendRounds(app.house)).reminded).toBe(0)
    const letters = (await readMail(app)).filter(({ subject }) => subject.startsWith('Herinnering'))
    expect(letters.map(({ to }) => to).sort()).toEqual([
      `lid${count}@voorbeeld.nl`,
      `nooit${kind}@voorbeeld.nl`,
    ])
  })

  test('tells its organiser how far it is as a band, that moves once a day whoever sends in between', async () => {
    const group = await newGroup()
    const bandOf = async () => {
      const { progressFrom, progressTo } = await app.house.db
        .selectFrom('rounds')
        .select(['progressFrom', 'progressTo'])
        .where('id', '=', group.round)
        .executeTakeFirstOrThrow()
      return [progressFrom, progressTo]
    }
    const people = []
    for (let one = 0; one < 5; one += 1) people.push(await member(group))
    for (const who of people.slice(0, 4)) await fillInAndSend(app, group, who, '3')
    await tendRounds(app.house)
    expect(await bandOf()).toEqual([null, null])
    const last = people.at(-1)
    if (!last) throw new Error('there is nobody')
    await fillInAndSend(app, group, last, '3')
    app.setClock('2026-11-24T13:00:00Z')
    await tendRounds(app.house)
    expect(await bandOf()).toEqual([null, null])
    app.setClock('2026-11-24T13:06:00Z')
    await tendRounds(app.house)
    expect(await bandOf()).toEqual([5, 9])
  })
})
