import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepNothingTooLong } from '#src/keep-nothing-too-long.ts'
import { giveAddressAndPassword, signUp } from '#test/account-holder.ts'
import { comeInWithPhone, comeInWithPhones, openRoom, type TestRoom } from '#test/room.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import {
  fillInAndSend,
  instrumentOf,
  joinGroup,
  makeGroup,
  makeToldGroup,
  type TestGroup,
} from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

const MARKUP = '<script>alert(1)</script> & "zo" <b>vet</b>'

onEachStore('a conversation in the room', (kind) => {
  let app: TestApp
  let organiser: Visitor
  let group: TestGroup
  let room: TestRoom
  let path: string
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, 'organisator@voorbeeld.nl')
    group = await makeToldGroup(app, organiser, 'organisator@voorbeeld.nl')
    path = `${group.path}/gesprek/zaal`
  }, 60_000)
  afterAll(() => app.close())
  beforeEach(async () => {
    const { db } = app.house
    await db.deleteFrom('meetings').execute()
    room = await openRoom(app, group)
  })

  const firstTopic = async () => (await room.meeting()).statements[0] ?? ''
  const answers = () => instrumentOf(app).answers.map(({ id }) => id)

  describe('is led', () => {
    test('by whoever is in the group, from a start page that says who sees what', async () => {
      await room.lead('einde')
      const { text } = await organiser.get(path)
      expect(text).toContain('Wie de code heeft, ziet wat er op het scherm staat')
      const member = await joinGroup(app, await openGroup(), 'ander-lid@voorbeeld.nl')
      expect((await member.get(path)).status).toBe(404)
    })

    test('screen by screen, there and back', async () => {
      const seen = ['welcome']
      for (let steps = 0; steps < 30; steps += 1) {
        await room.lead('volgende')
        seen.push((await room.meeting()).step)
      }
      const statements = (await room.meeting()).statements
      const topics = statements.flatMap((id) =>
        ['look', 'stand', 'weigh', 'tips', 'agree'].map((kind) => `${kind}:${id}`),
      )
      expect([...new Set(seen)]).toEqual(['welcome', ...topics, 'close'])
      await room.lead('vorige')
      expect((await room.meeting()).step).toBe(topics.at(-1))
    })

    test('by two at once: of two who press together one goes on', async () => {
      const { step } = await room.meeting()
      const press = () => organiser.post(path, { doe: 'volgende', stap: step })
      const [one, other] = await Promise.all([press(), press()])
      expect([one.location, other.location].sort()).toEqual([path, `${path}?let-op=verder`])
      expect((await room.meeting()).step).toBe(`look:${await firstTopic()}`)
      expect((await organiser.get(`${path}?let-op=verder`)).text).toContain('Iemand anders ging al verder')
    })

    test('on by another when the leader leaves: nothing is lost', async () => {
      const member = await signIn(`lid1-${group.id.toLowerCase()}@voorbeeld.nl`)
      await room.lead('volgende')
      await room.lead('notitie', { tekst: 'Dit blijft staan' })
      await organiser.post('/account/uitloggen')
      const { text } = await member.get(path)
      expect(text).toContain('Dit blijft staan')
      expect(
        (await member.post(path, { doe: 'volgende', stap: `look:${await firstTopic()}` })).location,
      ).toBe(path)
      organiser = await signIn('organisator@voorbeeld.nl')
      group = { ...group, organiser }
    })

    test('with a silence that everybody hears end', async () => {
      await room.lead('stil')
      expect((await room.meeting()).silentUntil?.getTime()).toBe(app.house.clock().getTime() + 60_000)
      expect(await room.screen()).toContain('Stil tot')
      await room.lead('praat')
      expect(await room.screen()).toContain('Eén minuut stil')
    })

    test('with notes and agreements that stay after it, as they were typed', async () => {
      await room.lead('volgende')
      await room.lead('notitie', { tekst: MARKUP })
      await room.lead('afspraak', { stelling: await firstTopic(), wat: MARKUP, wie: 'Karim' })
      const { text } = await organiser.get(path)
      expect(text).not.toContain('<script>alert')
      expect(text.match(/&lt;script>alert\(1\)/g)?.length).toBeGreaterThanOrEqual(2)
      await room.lead('einde')
      expect((await organiser.get(`${group.path}/plan`)).text).toContain('&lt;script>alert(1)')
      const record = await organiser.get(`${group.path}/gesprek/verslag`)
      expect(record.text).toContain('&lt;script>alert(1)')
      const note = /name="notitie" value="([^"]+)"/.exec(record.text)?.[1] ?? ''
      const gesprek = /name="gesprek" value="([^"]+)"/.exec(record.text)?.[1] ?? ''
      await organiser.post(`${group.path}/gesprek/verslag`, { gesprek, notitie: note })
      expect((await organiser.get(`${group.path}/gesprek/verslag`)).text).not.toContain('&lt;script>')
    })

    test('and keeps what was typed when something is wrong with it', async () => {
      const long = await room.lead('notitie', { tekst: 'x'.repeat(1_001) })
      expect(long.status).toBe(400)
      expect(long.text).toContain('x'.repeat(1_001))
      const wrong = await room.lead('afspraak', { wat: '', wie: 'Karim', 'klaar-op': 'morgen' })
      expect(wrong.status).toBe(400)
      expect(wrong.text).toContain('value="Karim"')
      expect((await room.lead('notitie', { tekst: '   ' })).location).toBe(`${path}?let-op=leeg`)
    })

    test.each([
      ['an act that there is not', { doe: 'dans' }],
      ['a screen that there is not', { doe: 'naar', naar: 'stand:onzin' }],
      ['a field of another act', { doe: 'volgende', tekst: 'x' }],
    ])('and not by %s', async (_, fields) => {
      expect((await organiser.post(path, { stap: 'welcome', ...fields })).status).toBe(400)
      expect((await room.meeting()).step).toBe('welcome')
    })
  })

  describe('is followed', () => {
    test('by whoever has the code, as they type it, after being told who sees what', async () => {
      const visitor = app.newVisitor()
      const typed = ` ${room.code.toLowerCase().replace('-', ' ')} `
      const entered = await visitor.post('/mee', { code: typed })
      expect(entered.location).toBe(`/mee/${room.code}`)
      const door = await visitor.get(`/mee/${room.code}`)
      expect(door.text).toContain('Niemand ziet wat jij koos')
      expect(door.text).not.toContain('Welkom bij jullie gesprek')
      await visitor.post(`/mee/${room.code}`, { doe: 'mee' })
      expect((await visitor.get(`/mee/${room.code}`)).text).toContain('Welkom bij jullie gesprek')
    })

    test('by nobody with another code, or with the right one afterwards', async () => {
      const visitor = app.newVisitor()
      for (const code of ['', 'AAAA-AAAA', 'x'.repeat(500), MARKUP]) {
        expect((await visitor.post('/mee', { code })).status).toBe(code === '' ? 200 : 404)
      }
      const phone = await comeInWithPhone(app, room)
      await room.lead('einde')
      expect((await phone.visitor.get(`/mee/${room.code}`)).status).toBe(404)
      expect((await visitor.post('/mee', { code: room.code })).status).toBe(404)
    })

    test('by nobody for longer than a day’s work, and then nothing of the phones is left', async () => {
      await room.goTo(`stand:${await firstTopic()}`)
      const phone = await comeInWithPhone(app, room)
      await phone.vote(answers()[0] ?? '')
      const now = app.house.clock()
      const later = new Date(now.getTime() + 8 * 60 * 60 * 1000 + 1000)
      app.setClock(later.toISOString())
      expect((await phone.visitor.get(`/mee/${room.code}`)).status).toBe(404)
      await keepNothingTooLong(app.house.db, later, app.house.secrets)
      for (const table of ['meetingGuests', 'meetingVotes'] as const) {
        expect(await app.house.db.selectFrom(table).selectAll().execute()).toEqual([])
      }
      expect(
        (await app.house.db.selectFrom('meetings').select('entryCode').execute())[0]?.entryCode,
      ).toBeNull()
      app.setClock(now.toISOString())
    })

    test('by at most five hundred phones', async () => {
      const { id } = await room.meeting()
      const seenAt = app.house.clock()
      await app.house.db
        .insertInto('meetingGuests')
        .values(
          Array.from({ length: 500 }, (_, index) => ({
            id: `gast-${index}`,
            meetingId: id,
            tokenHash: `hash-${index}`,
            seenAt,
          })),
        )
        .execute()
      const visitor = app.newVisitor()
      const full = await visitor.post(`/mee/${room.code}`, { doe: 'mee' })
      expect(full.status).toBe(503)
      expect(full.text).toContain('De zaal is vol')
    })

    test('and shows a phone what the wall shows, without what is the leader’s', async () => {
      const phone = await comeInWithPhone(app, room)
      await room.goTo(`look:${await firstTopic()}`)
      await room.lead('notitie', { tekst: 'Alleen op het grote scherm' })
      const [wall, seen] = [await room.screen(), await phone.see()]
      for (const text of ['Zo antwoordde de groep', 'Allemaal samen']) {
        expect(wall).toContain(text)
        expect(seen).toContain(text)
      }
      expect(seen).not.toContain('Alleen op het grote scherm')
      expect(seen).not.toContain('Sluit het gesprek af')
    })
  })

  describe('votes', () => {
    test('are told when everybody who is there has voted, and not before', async () => {
      await room.goTo(`weigh:${await firstTopic()}`)
      const phones = await comeInWithPhones(app, room, 6)
      for (const [index, phone] of phones.entries()) {
        expect(await room.screen()).not.toContain('mensen stemden')
        await phone.vote(index < 3 ? 'now' : 'later')
      }
      const wall = await room.screen()
      expect(wall).toContain('6 mensen stemden')
      expect(wall).toContain('3 van de 6')
      expect(await phones[0]?.see()).toContain('3 van de 6')
      expect(await app.house.db.selectFrom('meetingVotes').selectAll().execute()).toEqual([])
    })

    test('may be changed until then, and count once however often they are sent', async () => {
      await room.goTo(`weigh:${await firstTopic()}`)
      const phones = await comeInWithPhones(app, room, 6)
      const [fickle, ...others] = phones
      await Promise.all([fickle?.vote('now'), fickle?.vote('now'), fickle?.vote('now')])
      await fickle?.vote('later')
      for (const phone of others) await phone.vote('later')
      expect(await room.screen()).toContain('minstens 4 van de 6')
      expect(await room.screen()).toContain('6 mensen stemden')
    })

    test('of who left are not waited for, and those of who voted before leaving count', async () => {
      await room.goTo(`weigh:${await firstTopic()}`)
      const phones = await comeInWithPhones(app, room, 6)
      await phones[0]?.vote('now')
      const now = app.house.clock()
      app.setClock(new Date(now.getTime() + 76_000).toISOString())
      for (const phone of phones.slice(1, 5)) {
        await phone.see()
        await phone.vote('now')
      }
      expect(await room.screen()).toContain('5 mensen stemden')
      app.setClock(now.toISOString())
    })

    test.each([
      [0, 'Er zijn te weinig stemmen om iets te laten zien'],
      [1, 'Er zijn te weinig stemmen om iets te laten zien'],
      [3, 'Er zijn te weinig stemmen om iets te laten zien'],
      [4, 'Er zijn te weinig stemmen voor aantallen'],
    ])('of %i people tell nothing of a person', async (count, said) => {
      await room.goTo(`weigh:${await firstTopic()}`)
      const phones = await comeInWithPhones(app, room, count)
      for (const phone of phones) await phone.vote('later')
      await room.lead('toon')
      const wall = await room.screen()
      expect(wall).toContain(said)
      expect(wall).not.toContain('mensen stemden')
    })

    test('of nobody and of too few look the same, to the byte', async () => {
      const seen: string[] = []
      for (const count of [0, 3]) {
        await app.house.db.deleteFrom('meetings').execute()
        room = await openRoom(app, group)
        await room.goTo(`weigh:${await firstTopic()}`)
        const phones = await comeInWithPhones(app, room, count)
        for (const phone of phones) await phone.vote('now')
        await room.lead('toon')
        const onlooker = await comeInWithPhone(app, room)
        seen.push((await onlooker.see()).replaceAll(room.code, 'CODE').replace(/data-version="[^"]*"/, ''))
      }
      expect(seen[0]).toBe(seen[1])
    })

    test('that come too late change nothing, and are told so', async () => {
      await room.goTo(`weigh:${await firstTopic()}`)
      const phones = await comeInWithPhones(app, room, 6)
      for (const phone of phones.slice(0, 5)) await phone.vote('now')
      await room.lead('toon')
      const before = await app.house.db.selectFrom('meetingOutcomes').selectAll().execute()
      expect(await phones[5]?.vote('later')).toBe(`/mee/${room.code}?let-op=te-laat`)
      expect((await room.lead('toon')).location).toBe(`${path}?let-op=gesloten`)
      expect(await app.house.db.selectFrom('meetingOutcomes').selectAll().execute()).toEqual(before)
      expect((await phones[5]?.visitor.get(`/mee/${room.code}?let-op=te-laat`))?.text).toContain(
        'De stemming was al gesloten',
      )
    })

    test('are never changed once told, not even by hand', async () => {
      await room.goTo(`weigh:${await firstTopic()}`)
      await room.lead('toon')
      const change = app.house.db.updateTable('meetingOutcomes').set({ step: 'weigh:ander' }).execute()
      await expect(change).rejects.toThrow('never changed')
    })

    test('are refused when they are nonsense, and then nothing is kept', async () => {
      const topic = await firstTopic()
      await room.goTo(`tips:${topic}`)
      const { visitor } = await comeInWithPhone(app, room)
      const send = (fields: Record<string, string>) =>
        visitor.post(`/mee/${room.code}`, { stap: `tips:${topic}`, ...fields })
      const tips = [...(await visitor.get(`/mee/${room.code}`)).text.matchAll(/name="(keuze-[^"]+)"/g)].map(
        ([, name = '']) => name,
      )
      expect(tips.length).toBeGreaterThan(2)
      expect((await send(Object.fromEntries(tips.map((name) => [name, 'ja'])))).status).toBe(400)
      expect((await send({ keuze: 'x' })).status).toBe(400)
      expect((await send({ [tips[0] ?? '']: 'nee' })).status).toBe(400)
      expect((await send({ 'keuze-onzin': 'ja' })).status).toBe(400)
      expect(await app.house.db.selectFrom('meetingVotes').selectAll().execute()).toEqual([])
      expect((await send({ [tips[0] ?? '']: 'ja', [tips[1] ?? '']: 'ja' })).status).toBe(303)
      const stranger = app.newVisitor()
      expect((await stranger.post(`/mee/${room.code}`, { stap: `tips:${topic}` })).text).toContain('Doe mee')
      expect(await app.house.db.selectFrom('meetingVotes').selectAll().execute()).toHaveLength(1)
    })

    test('on the same statement come once per round: a second conversation shows what the first one told', async () => {
      const step = `weigh:${await firstTopic()}`
      const cast = async (count: number) => {
        await room.goTo(step)
        const phones = await comeInWithPhones(app, room, count)
        for (const phone of phones) await phone.vote('now')
        return phones
      }
      await cast(6)
      await room.lead('einde')
      room = await openRoom(app, group)
      const [phone] = await cast(5)
      expect(await phone?.see()).toContain('Over dezelfde ronde stem je één keer')
      expect(await room.screen()).toContain('minstens 4 van de 6')
      expect(await app.house.db.selectFrom('meetingVotes').selectAll().execute()).toEqual([])
      expect(await app.house.db.selectFrom('meetingOutcomes').selectAll().execute()).toHaveLength(1)
      expect((await room.lead('toon')).location).toBe(`${path}?let-op=gesloten`)
    })

    test('that told nothing may be cast again in a next conversation', async () => {
      const step = `weigh:${await firstTopic()}`
      await room.goTo(step)
      await room.lead('toon')
      await room.lead('einde')
      room = await openRoom(app, group)
      await room.goTo(step)
      for (const phone of await comeInWithPhones(app, room, 5)) await phone.vote('later')
      expect(await room.screen()).toContain('5 mensen stemden')
    })

    test('of a meeting that ends without telling are gone', async () => {
      await room.goTo(`weigh:${await firstTopic()}`)
      const phones = await comeInWithPhones(app, room, 6)
      for (const phone of phones.slice(0, 5)) await phone.vote('now')
      await room.lead('einde')
      expect(await app.house.db.selectFrom('meetingVotes').selectAll().execute()).toEqual([])
      expect(await app.house.db.selectFrom('meetingOutcomes').selectAll().execute()).toEqual([])
    })
  })

  test('of an open group shows what people share to its members, and to no phone', async () => {
    const open = await openGroup()
    const shared = await shareInOpenGroup(open)
    room = await openRoom(app, open, shared[0])
    const phone = await comeInWithPhone(app, room)
    for (const statement of (await room.meeting()).statements) {
      await room.goTo(`look:${statement}`)
      expect(await room.screen()).toContain('Sem de Boer')
      const seen = await phone.see()
      expect(seen).not.toContain('Sem de Boer')
      expect(seen).not.toMatch(/startend|gevorderd|Jullie zien dit verschillend/)
    }
    const outsider = await signUp(app, 'buiten@voorbeeld.nl')
    expect((await outsider.get(`${open.path}/gesprek/zaal`)).status).toBe(404)
  })

  function openGroup(): Promise<TestGroup> {
    return makeGroup(app, { kind: 'open', organiser, address: 'organisator@voorbeeld.nl' })
  }

  async function shareInOpenGroup(open: TestGroup): Promise<Visitor[]> {
    const names = ['Sem de Boer', 'Aya Yilmaz']
    const members: Visitor[] = []
    for (const [index, name] of names.entries()) {
      const who = await joinGroup(app, open, `open${index}-${kind}@voorbeeld.nl`)
      await fillInAndSend(app, open, who, index === 0 ? '2' : '4', { name })
      members.push(who)
    }
    return members
  }

  async function signIn(address: string): Promise<Visitor> {
    const who = app.newVisitor()
    await giveAddressAndPassword(who, address)
    return who
  }
})
