import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRound } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { fillInAndSend, fillInFor, invite, joinGroup, makeGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Answer, Visitor } from '#test/visitor.ts'

onEachStore('while a round is being closed', (kind) => {
  let app: TestApp
  let organiser: Visitor
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, 'organisator@voorbeeld.nl')
  }, 60_000)
  afterAll(() => app.close())

  const newGroup = () => makeGroup(app, { organiser, address: 'organisator@voorbeeld.nl' })
  let count = 0
  const member = (group: TestGroup) => {
    count += 1
    return joinGroup(app, group, `lid${count}@voorbeeld.nl`)
  }

  /** Of whom was told, by the ledger. */
  async function toldOf(...groups: TestGroup[]): Promise<string[][]> {
    const told: string[][] = []
    for (const { round } of groups) {
      const rows = await app.house.db
        .selectFrom('toldContributions')
        .innerJoin('releases', 'releases.id', 'toldContributions.releaseId')
        .select('version')
        .where('releases.roundId', '=', round)
        .orderBy('version')
        .execute()
      told.push(rows.map(({ version }) => version))
    }
    return told
  }

  type Act = (who: Visitor, group: TestGroup, scan: string) => Promise<Answer>
  const ACTS: [string, Act][] = [
    ['sends once more', (who, group) => who.post(`${group.path}/insturen`)],
    ['takes the answers back', (who, group) => who.post(`${group.path}/terugnemen`)],
    ['leaves', (who, group) => who.post(`${group.path}/verlaten`)],
    ['erases the scan', (who, _, scan) => who.post(`${scan}/wissen`)],
    ['opens the scan again', (who, _, scan) => who.post(`${scan}/heropenen`)],
    ['erases the account', (who) => who.post('/account/wissen')],
  ]

  test.each(ACTS)('somebody %s: they are in it or not, and nothing is half done', async (_, act) => {
    const group = await newGroup()
    for (let one = 0; one < 5; one += 1) await fillInAndSend(app, group, await member(group), '3')
    const who = await member(group)
    const scan = await fillInAndSend(app, group, who, '1')
    const [closed, answer] = await Promise.all([closeRound(app.house, group.round), act(who, group, scan)])
    expect(closed).toEqual({ ok: true })
    expect([200, 303, 404, 409]).toContain(answer.status)
    const [told = []] = await toldOf(group)
    expect([5, 6]).toContain(told.length)
    const left = await app.house.db
      .selectFrom('sentAnswers')
      .innerJoin('roundMembers', 'roundMembers.id', 'sentAnswers.memberId')
      .select('version')
      .where('roundId', '=', group.round)
      .execute()
    expect(left).toEqual([])
  })

  test('somebody accepts twice at the same moment: they take part once', async () => {
    const group = await newGroup()
    const who = await signUp(app, `tweemaal${kind}@voorbeeld.nl`)
    const path = await invite(app, group, `tweemaal${kind}@voorbeeld.nl`)
    const answers = await Promise.all([1, 2, 3].map(() => who.post(path, { functie: '' })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const rows = await app.house.db
      .selectFrom('roundMembers')
      .select('id')
      .where('roundId', '=', group.round)
      .execute()
    expect(rows).toHaveLength(1)
  })

  test('two groups with people in common close at the same moment: together they tell of nobody apart', async () => {
    const [one, other] = [await newGroup(), await newGroup()]
    // Five are in both with the same scan; one more is in the second only.
    for (let index = 0; index < 5; index += 1) {
      const address = `beide${kind}${index}@voorbeeld.nl`
      const who = await joinGroup(app, one, address)
      const scan = await fillInAndSend(app, one, who, '3')
      await who.post(await invite(app, other, address), { functie: '' })
      await who.post(`${other.path}/invullen`, { scan: scan.split('/').at(-1) ?? '' })
      expect((await who.post(`${other.path}/insturen`)).status).toBe(303)
    }
    await fillInAndSend(app, other, await member(other), '5')
    await Promise.all([closeRound(app.house, one.round), closeRound(app.house, other.round)])
    const told = (await toldOf(one, other)).map(({ length }) => length).sort()
    // Five and six together would tell what the sixth answered: one of the two stays silent.
    expect([
      [0, 5],
      [0, 6],
    ]).toContainEqual(told)
  })

  test('control: the same two groups with nobody in common both tell', async () => {
    const [one, other] = [await newGroup(), await newGroup()]
    for (let index = 0; index < 5; index += 1) await fillInAndSend(app, one, await member(one), '3')
    for (let index = 0; index < 6; index += 1) await fillInAndSend(app, other, await member(other), '3')
    await Promise.all([closeRound(app.house, one.round), closeRound(app.house, other.round)])
    expect((await toldOf(one, other)).map(({ length }) => length)).toEqual([5, 6])
  })

  test('a second account with the same address does not take part twice', async () => {
    const group = await newGroup()
    const address = `verhuist${kind}@voorbeeld.nl`
    const first = await joinGroup(app, group, address)
    const { db } = app.house
    // The first account moves to another address, and somebody else proves to have the old one.
    await db
      .updateTable('accounts')
      .set({ address: `nieuw-${address}`, addressKey: `nieuw-${address}` })
      .where('addressKey', '=', address)
      .execute()
    const second = await signUp(app, address)
    const { id } = await db
      .selectFrom('invitations')
      .select('id')
      .where('roundId', '=', group.round)
      .executeTakeFirstOrThrow()
    const answer = await second.post(`/uitnodiging/${id}`, { functie: '' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Iedereen doet één keer mee')
    await fillInFor(app, group, first, '3')
  })
})
