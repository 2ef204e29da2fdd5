import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInvitations } from '#database/invitations.ts'
import { readInvitedAddresses } from '#domain/invited-addresses.ts'
import { asTyped } from '#features/groups/organiser/as-typed.ts'
import { closeRound } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { type BusyGroup, joinGroup, makeBusyGroup, makeGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Answer, Visitor } from '#test/visitor.ts'

const ADDRESS = 'organisator@voorbeeld.nl'

onEachStore('what an organiser tries, by mistake or on purpose', (kind) => {
  let app: TestApp
  let organiser: Visitor
  let busy: BusyGroup
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, ADDRESS)
    busy = await makeBusyGroup(app, organiser, ADDRESS)
  }, 60_000)
  afterAll(() => app.close())

  const newGroup = (options: { kind?: TestGroup['kind'] } = {}) =>
    makeGroup(app, { organiser, address: ADDRESS, ...options })
  const sendTo = ({ path }: TestGroup, adressen: string) =>
    organiser.post(`${path}/uitnodigen`, { adressen, stap: 'verstuur' })
  const invitationsOf = async ({ path }: TestGroup) =>
    [
      ...(await organiser.get(`${path}/uitnodigingen`)).text.matchAll(
        /action="([^"]*\/uitnodigingen\/[^"]*)"/g,
      ),
    ].map(([, found = '']) => found)

  test('who was put off the list and is pasted again is invited again', async () => {
    const group = await newGroup()
    await sendTo(group, 'terug@voorbeeld.nl, blijft@voorbeeld.nl')
    const [, path = ''] = await invitationsOf(group)
    await organiser.post(path, { doe: 'intrekken' })
    await readMail(app)
    const preview = await organiser.post(`${group.path}/uitnodigen`, {
      adressen: 'terug@voorbeeld.nl blijft@voorbeeld.nl',
    })
    expect(preview.text).toContain('1 mens krijgt een uitnodiging')
    expect((await sendTo(group, 'terug@voorbeeld.nl')).status).toBe(303)
    const [letter, ...others] = await readMail(app)
    expect(letter?.to).toBe('terug@voorbeeld.nl')
    expect(others).toEqual([])
    const who = await signUp(app, 'terug@voorbeeld.nl')
    if (letter) expect((await who.get(linkIn(letter))).status).toBe(200)
  })

  test('a yes to who asks by the link sends a letter, also to who was invited before', async () => {
    const group = await newGroup()
    await sendTo(group, 'dubbel@voorbeeld.nl, weg@voorbeeld.nl')
    const [, revoked = ''] = await invitationsOf(group)
    await organiser.post(revoked, { doe: 'intrekken' })
    await readMail(app)
    const shown = await organiser.post(`${group.path}/link`, { doe: 'nieuw' })
    const link = /http:\/\/localhost(\/meedoen\/[\w-]+)/.exec(shown.text)?.[1] ?? ''
    for (const address of ['dubbel@voorbeeld.nl', 'weg@voorbeeld.nl', 'nieuw@voorbeeld.nl']) {
      const asker = await signUp(app, address)
      await asker.post(link, { naam: 'Iris Jansen' })
      const [, request = ''] =
        /action="([^"]*\/aanvragen\/[^"]*)"/.exec((await organiser.get(group.path)).text) ?? []
      expect((await organiser.post(request, { doe: 'toelaten' })).location).toContain('gelukt=toegelaten')
      const [letter] = await readMail(app)
      expect(letter?.subject).toBe('Je mag meedoen met de groep')
      if (letter) expect((await asker.get(linkIn(letter))).status).toBe(200)
    }
  })

  test('going back keeps everything that was typed, also what was no address', async () => {
    const { path } = await newGroup()
    const typed = 'sem@voorbeeld.nl; jan@voorbeeld'
    const preview = await organiser.post(`${path}/uitnodigen`, { adressen: typed, stap: 'bekijk' })
    expect(preview.text).toContain('Geen e-mailadres, en overgeslagen: jan@voorbeeld.')
    expect(preview.text).toContain(`name="getypt" value="${typed}"`)
    const back = await organiser.post(`${path}/uitnodigen`, {
      adressen: 'sem@voorbeeld.nl',
      getypt: typed,
      stap: 'terug',
    })
    expect(back.text).toContain(`${typed}</textarea>`)
  })

  test.each<[string, () => Record<string, string>, string]>([
    ['nothing', () => ({}), 'Er staat geen nieuw e-mailadres in'],
    ['only oneself', () => ({ adressen: ADDRESS.toUpperCase() }), 'Je eigen adres staat erbij'],
    ['a book', () => ({ adressen: 'a@b.nl '.repeat(20_000) }), 'Dit is te veel tekst in één keer'],
    ['rubbish', () => ({ adressen: 'x'.repeat(5_000) }), `${'x'.repeat(60)}…`],
  ])('%s sends nothing, and is said', async (_, fields, error) => {
    const { path } = await newGroup()
    for (const stap of ['bekijk', 'verstuur']) {
      const answer = await organiser.post(`${path}/uitnodigen`, { ...fields(), stap })
      expect(answer.status).toBe(400)
      expect(answer.text).toContain(error)
    }
    expect(await readMail(app)).toEqual([])
  })

  test('too many letters for a day keeps the addresses, and says when there is room', async () => {
    const crowded = await signUp(app, 'druk@voorbeeld.nl')
    const group = await makeGroup(app, { organiser: crowded, address: 'druk@voorbeeld.nl' })
    const many = (from: number) =>
      Array.from({ length: 500 }, (_, index) => `p${from + index}@voorbeeld.nl`).join(' ')
    const post = (adressen: string) =>
      crowded.post(`${group.path}/uitnodigen`, { adressen, stap: 'verstuur' })
    for (const from of [0, 500]) expect((await post(many(from))).status).toBe(303)
    await app.house.db.deleteFrom('mails').execute()
    const refused = await post('late@voorbeeld.nl')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe(String(24 * 60 * 60))
    expect(refused.text).toContain('late@voorbeeld.nl</textarea>')
    const [, again = ''] =
      /action="([^"]*\/uitnodigingen\/[^"]*)"/.exec(
        (await crowded.get(`${group.path}/uitnodigingen`)).text,
      ) ?? []
    expect((await crowded.post(again, { doe: 'opnieuw' })).status).toBe(429)
    const yesterday = new Date(app.house.clock().getTime() - 24 * 60 * 60 * 1000)
    await app.house.db.updateTable('attempts').set({ since: yesterday }).execute()
    const tomorrow = await post('late@voorbeeld.nl')
    expect(tomorrow.status).toBe(303)
    expect((await readMail(app)).map(({ to }) => to)).toEqual(['late@voorbeeld.nl'])
  })

  test('the same people from two tabs at the same moment get one letter each', async () => {
    const group = await newGroup()
    const people = Array.from({ length: 40 }, (_, index) => `tab${index}@voorbeeld.nl`)
    const sent = await Promise.all([
      sendTo(group, people.join(',')),
      sendTo(group, people.toReversed().join(',')),
    ])
    // The second may find that they are all invited by then.
    for (const { status } of sent) expect([303, 400]).toContain(status)
    const letters = await readMail(app)
    expect(letters.map(({ to }) => to).sort()).toEqual([...people].sort())
  })

  test('who invite the same five hundred people at once, in any order, do not block each other', async () => {
    const { db, secrets, clock } = app.house
    const rowsOf = ({ round }: TestGroup) =>
      Array.from({ length: 500 }, (_, index) => {
        const address = `rij${index}@voorbeeld.nl`
        return {
          id: secrets.createId(),
          roundId: round,
          address,
          addressKey: address,
          name: '',
          invitedAt: clock(),
        }
      })
    for (let time = 0; time < 6; time += 1) {
      const group = await newGroup()
      const added = await Promise.all(
        [1, 2, 3, 4].map((one) => addInvitations(db, one % 2 ? rowsOf(group) : rowsOf(group).reverse())),
      )
      expect(added.flat()).toHaveLength(500)
    }
  })

  test('what cannot be done is said in words of the group', async () => {
    const { path } = await newGroup()
    await organiser.post(`${path}/herinneren`)
    const reminded = await organiser.post(`${path}/herinneren`)
    await organiser.post(`${path}/sluiten`)
    const closed = [
      await organiser.post(`${path}/sluiten`),
      await organiser.post(`${path}/link`, { doe: 'nieuw' }),
      await organiser.post(`${path}/uitnodigen`, { adressen: 'sem@voorbeeld.nl', stap: 'verstuur' }),
      await organiser.post(`${path}/herinneren`),
    ]
    expect(reminded.text).toContain('De laatste herinnering is minder dan 24 uur geleden')
    for (const answer of closed) expect(answer.text).toContain('De ronde is gesloten')
    for (const answer of [reminded, ...closed]) {
      expect(answer.status).toBe(409)
      expect(answer.text).not.toContain('Deze scan is al afgerond')
      expect(answer.text).toContain(`href="${path}"`)
    }
  })

  test('in an open group only who takes part is led to what was shared', async () => {
    const group = await newGroup({ kind: 'open' })
    const member = await joinGroup(app, group, `lid-${kind}@voorbeeld.nl`)
    await closeRound(app.house, group.round)
    await readMail(app)
    const ways = async (who: Visitor) =>
      [...(await who.get(group.path)).text.matchAll(/href="([^"]*\/rondes\/[^"]*)"/g)].map(
        ([, path = '']) => path,
      )
    expect(await ways(organiser)).toEqual([])
    const [path = ''] = await ways(member)
    expect((await member.get(path)).status).toBe(200)
    // The next round asks for no minimum: there are no figures.
    expect((await organiser.get(`${group.path}/ronde`)).text).not.toContain('Hoeveel mensen')
    expect((await organiser.post(`${group.path}/ronde`, { organisator: 'Noor' })).status).toBe(303)
  })

  test('when the addresses of last time are gone, nobody is promised them', async () => {
    const group = await newGroup()
    await organiser.post(`${group.path}/sluiten`)
    await organiser.post(`${group.path}/ronde`, { organisator: 'Noor' })
    const page = await organiser.get(`${group.path}/uitnodigen?gelukt=ronde`)
    expect(page.text).toContain('De ronde is begonnen')
    expect(page.text).not.toContain('vorige keer')
  })

  test('to a stranger every page of a group is the page of one that does not exist', async () => {
    const { path, names } = busy
    const stranger = await signUp(app, 'vreemd@voorbeeld.nl')
    const member = await joinGroup(app, { ...(await newGroup()) }, 'elders@voorbeeld.nl')
    const own = { invitation: names.invitation, request: names.request }
    const all = (home: string): [string, Record<string, string> | null][] => [
      [home, null],
      [`${home}/uitnodigen`, null],
      [`${home}/uitnodigen`, { adressen: 'sem@voorbeeld.nl', stap: 'verstuur' }],
      [`${home}/uitnodigingen`, null],
      [`${home}/uitnodigingen/${own.invitation}`, { doe: 'intrekken' }],
      [`${home}/aanvragen/${own.request}`, { doe: 'toelaten' }],
      [`${home}/link`, { doe: 'nieuw' }],
      [`${home}/herinneren`, {}],
      [`${home}/sluiten`, null],
      [`${home}/sluiten`, {}],
      [`${home}/ronde`, null],
      [`${home}/ronde`, { organisator: 'Ik' }],
    ]
    const ask = (who: Visitor, [to, fields]: [string, Record<string, string> | null]): Promise<Answer> =>
      fields ? who.post(to, fields) : who.get(to)
    const nowhere = all('/groepen/abcdefghij012345')
    for (const who of [stranger, member]) {
      for (const [index, door] of all(path).entries()) {
        const [there, nothing] = [await ask(who, door), await ask(who, nowhere[index] ?? door)]
        expect([door[0], there.status]).toEqual([door[0], 404])
        expect(there.text).toBe(nothing.text)
      }
    }
    expect((await organiser.get(path)).text).toContain('Sem Bakker')
    expect(await readMail(app)).toEqual([])
  })

  test('ids of another group, and things that are no ids, change nothing', async () => {
    const { path } = await newGroup()
    for (const id of [busy.names.invitation, 'x', '%00', 'abcdefghij012345', "'--"]) {
      for (const doe of ['opnieuw', 'intrekken']) {
        expect((await organiser.post(`${path}/uitnodigingen/${id}`, { doe })).status).toBe(404)
      }
    }
    expect(
      (await organiser.post(`${path}/aanvragen/${busy.names.request}`, { doe: 'toelaten' })).status,
    ).toBe(404)
    expect((await organiser.get(busy.path)).text).toContain('Sem Bakker')
    expect((await organiser.get(`${busy.path}/uitnodigingen`)).text).not.toContain('ingetrokken op')
    expect(await readMail(app)).toEqual([])
  })

  test('what is sent is what was looked at, whatever was pasted', () => {
    const piece = fc.constantFrom(
      'a@b.nl',
      'C@D.nl',
      '"',
      '<',
      '>',
      ',',
      ';',
      '\n',
      '\t',
      ' ',
      'Noor',
      "'",
      '@',
      'x.y@z.nl',
    )
    const nobody = { own: '', invited: new Set<string>() }
    const readTwice = (text: string) => {
      const { people } = readInvitedAddresses(text, nobody)
      return { people, again: readInvitedAddresses(asTyped(people), nobody).people }
    }
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { people, again } = readTwice(pieces.join(''))
        expect(again).toEqual(people)
      }),
      { numRuns: 2_000 },
    )
  })
})
