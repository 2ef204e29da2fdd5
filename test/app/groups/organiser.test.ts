import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { fillInAndSend, joinGroup, makeGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Answer, Visitor } from '#test/visitor.ts'

const PASTED = `"Vries, Noor de" <noor@voorbeeld.nl>; SEM@voorbeeld.nl, sem@voorbeeld.nl
  jan bakker jan@voorbeeld.nl	geen adres	@@@ organisator@voorbeeld.nl
${'x'.repeat(3_000)}`

onEachStore('an organiser', (kind) => {
  let app: TestApp
  let organiser: Visitor
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, 'organisator@voorbeeld.nl')
  }, 60_000)
  afterAll(() => app.close())

  const FORM = { naam: 'Team Werk', organisator: 'Noor de Vries', bericht: 'Doen jullie mee?' }

  async function made(fields: Record<string, string> = {}): Promise<string> {
    const answer = await organiser.post('/groepen/nieuw', { ...FORM, ...fields })
    expect(answer.status).toBe(303)
    return (answer.location ?? '').replace(/\/uitnodigen.*/, '')
  }

  describe('who makes a group', () => {
    test('needs a name and their own, and is asked whom to invite right after', async () => {
      const group = await made()
      expect((await organiser.get(`${group}/uitnodigen?gelukt=gemaakt`)).text).toContain(
        'Niemand weet er nog van',
      )
      const page = await organiser.get(group)
      expect(page.text).toContain('Team Werk')
      expect(page.text).toContain('Open tot en met 7 december 2026')
      expect(await readMail(app)).toEqual([])
    })

    test.each<[string, Record<string, string>, string]>([
      ['no name', { naam: ' ' }, 'Vul in hoe de groep heet'],
      ['a name without end', { naam: 'x'.repeat(81) }, 'De naam is te lang'],
      ['nobody to recognise', { organisator: '' }, 'Vul je naam in'],
      ['yesterday', { sluitdatum: '2026-11-22' }, 'Kies een dag vanaf 24 november 2026'],
      ['the year 9999', { sluitdatum: '9999-12-30' }, 'Kies een dag tot en met 22 mei 2027'],
      ['no day', { sluitdatum: '30-02-2027' }, 'Vul een dag in'],
      ['a smaller group than is safe', { minimum: '4' }, 'Kies hoeveel mensen'],
      ['nonsense', { soort: 'geheim', minimum: 'NaN' }, 'Kies wat de groep te zien krijgt'],
      ['another instrument', { instrument: 'onbekend' }, 'Kies wat jullie invullen'],
    ])('is told what is wrong with %s, and keeps what was typed', async (_, fields, error) => {
      const answer = await organiser.post('/groepen/nieuw', { ...FORM, bericht: 'Blijft staan', ...fields })
      expect(answer.status).toBe(400)
      expect(answer.text).toContain(error)
      expect(answer.text).toContain('Blijft staan')
    })

    test('cannot send a field that there is not', async () => {
      expect((await organiser.post('/groepen/nieuw', { ...FORM, least: '1' })).status).toBe(400)
    })
  })

  describe('who invites', () => {
    test('pastes anything, sees who gets a mail and what was noticed, and only then sends', async () => {
      const group = await made()
      const preview = await organiser.post(`${group}/uitnodigen`, { adressen: PASTED, stap: 'bekijk' })
      expect(preview.text).toContain('3 mensen krijgen een uitnodiging')
      expect(preview.text).toContain('Vries, Noor de, noor@voorbeeld.nl')
      expect(preview.text).toMatch(/Dubbel, en één keer gerekend: sem@voorbeeld\.nl/i)
      expect(preview.text).toContain('Je eigen adres staat erbij')
      expect(preview.text).toContain('Geen e-mailadres, en overgeslagen')
      expect(await readMail(app)).toEqual([])
      const [, shown = ''] = /name="adressen" value="([^"]*)"/.exec(preview.text) ?? []
      const adressen = shown
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
      const sent = await organiser.post(`${group}/uitnodigen`, { adressen, stap: 'verstuur' })
      expect(sent.location).toBe(`${group}?gelukt=verstuurd`)
      const letters = await readMail(app)
      expect(letters.map(({ to }) => to.toLowerCase()).sort()).toEqual([
        'jan@voorbeeld.nl',
        'noor@voorbeeld.nl',
        'sem@voorbeeld.nl',
      ])
      for (const { subject, text } of letters) {
        expect(subject).toBe('Noor de Vries nodigt je uit voor een QuickScan')
        expect(text).toContain('Niemand ziet jouw antwoorden')
        expect(text.replaceAll('\n', ' ')).toContain('minder dan 5 mensen naast de organisator')
      }
    })

    test('the same people once more sends nothing, and says so', async () => {
      const group = await made()
      const fields = { adressen: 'mara@voorbeeld.nl', stap: 'verstuur' }
      await organiser.post(`${group}/uitnodigen`, fields)
      await readMail(app)
      const again = await organiser.post(`${group}/uitnodigen`, fields)
      expect(again.status).toBe(400)
      expect(again.text).toContain('Al uitgenodigd, en nu overgeslagen: mara@voorbeeld.nl')
      expect(await readMail(app)).toEqual([])
    })

    test('five hundred at once, with rubbish among them', async () => {
      const group = await made()
      const adressen = Array.from(
        { length: 520 },
        (_, index) => `mens${index}@voorbeeld.nl <> ;;; ${index}`,
      ).join('\n')
      const preview = await organiser.post(`${group}/uitnodigen`, { adressen, stap: 'bekijk' })
      expect(preview.status).toBe(200)
      expect(preview.text).toMatch(/\d+ mensen krijgen een uitnodiging/)
    })

    test('no more letters in a day than a department needs', async () => {
      const busy = await signUp(app, 'druk@voorbeeld.nl')
      const { location } = await busy.post('/groepen/nieuw', FORM)
      const path = (location ?? '').replace(/\?.*/, '')
      const batch = (from: number) =>
        Array.from({ length: 500 }, (_, index) => `p${from + index}@voorbeeld.nl`).join(',')
      const statuses: number[] = []
      for (const from of [0, 500, 1000]) {
        statuses.push((await busy.post(path, { adressen: batch(from), stap: 'verstuur' })).status)
      }
      expect(statuses).toEqual([303, 303, 429])
      // Somebody who signs up does not wait behind a thousand invitations.
      await signUp(app, `haast${kind}@voorbeeld.nl`)
      await app.house.db.deleteFrom('mails').execute()
    })
  })

  describe('what was sent', () => {
    test('can be sent again and revoked, with the same answer whether it was accepted or not', async () => {
      const group = await made()
      const adressen = 'ja@voorbeeld.nl, nee@voorbeeld.nl'
      await organiser.post(`${group}/uitnodigen`, { adressen, stap: 'verstuur' })
      const [letter] = (await readMail(app)).filter(({ to }) => to === 'ja@voorbeeld.nl')
      if (!letter) throw new Error('there is no letter')
      const accepts = await signUp(app, 'ja@voorbeeld.nl')
      expect((await accepts.post(linkIn(letter), { functie: '' })).status).toBe(303)
      const list = await organiser.get(`${group}/uitnodigingen`)
      const rows = [...list.text.matchAll(/action="([^"]*\/uitnodigingen\/[^"]*)"/g)].map(
        ([, path = '']) => path,
      )
      expect(rows).toHaveLength(2)
      const said: Answer[] = []
      for (const path of rows) said.push(await organiser.post(path, { doe: 'intrekken' }))
      expect(new Set(said.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
      // Nobody is put out of a round: who accepted still takes part.
      expect((await accepts.get(group)).status).toBe(200)
      expect((await accepts.post(`${group}/invullen`)).status).toBe(303)
      const again = await organiser.post(rows[1] ?? '', { doe: 'opnieuw' })
      expect(again.status).toBe(303)
      expect((await readMail(app)).map(({ subject }) => subject)).toEqual([
        'Nog een keer: Noor de Vries nodigt je uit voor een QuickScan',
      ])
    })

    test('a revoked invitation opens nothing, and its letter does not go out', async () => {
      const group = await made()
      await organiser.post(`${group}/uitnodigen`, { adressen: 'weg@voorbeeld.nl', stap: 'verstuur' })
      const list = await organiser.get(`${group}/uitnodigingen`)
      const [, path = ''] = /action="([^"]*\/uitnodigingen\/[^"]*)"/.exec(list.text) ?? []
      await organiser.post(path, { doe: 'intrekken' })
      expect(await readMail(app)).toEqual([])
      const who = await signUp(app, 'weg@voorbeeld.nl')
      const invitation = `/uitnodiging/${path.split('/').at(-1)}`
      expect((await who.get(invitation)).status).toBe(404)
      expect((await who.post(invitation, { functie: '' })).status).toBe(404)
    })

    test('reminds at most once a day, and never says whom', async () => {
      const group = await made()
      await organiser.post(`${group}/uitnodigen`, { adressen: 'laat@voorbeeld.nl', stap: 'verstuur' })
      await readMail(app)
      const first = await organiser.post(`${group}/herinneren`)
      expect(first.location).toBe(`${group}?gelukt=herinnerd`)
      expect((await readMail(app)).map(({ to }) => to)).toEqual(['laat@voorbeeld.nl'])
      const second = await organiser.post(`${group}/herinneren`)
      expect(second.status).toBe(409)
      expect(second.text).toContain('minder dan 24 uur geleden')
    })
  })

  describe('a link', () => {
    test('lets people ask; a yes is an invitation; a new link ends the old one', async () => {
      const group = await made()
      const linkOf = (answer: Answer) => /http:\/\/localhost(\/meedoen\/[\w-]+)/.exec(answer.text)?.[1] ?? ''
      const link = linkOf(await organiser.post(`${group}/link`, { doe: 'nieuw' }))
      const asker = await signUp(app, 'vraag@voorbeeld.nl')
      expect((await asker.get(link)).text).toContain('Vraag om mee te doen')
      await asker.post(link, { naam: 'Iris Jansen' })
      expect((await asker.get(link)).text).toContain('Je vraag ligt bij de organisator')
      const page = await organiser.get(group)
      expect(page.text).toContain('Iris Jansen')
      const [, request = ''] = /action="([^"]*\/aanvragen\/[^"]*)"/.exec(page.text) ?? []
      expect((await organiser.post(request, { doe: 'toelaten' })).status).toBe(303)
      const [letter] = await readMail(app)
      expect(letter?.subject).toBe('Je mag meedoen met de groep')
      if (letter) expect((await asker.post(linkIn(letter), { functie: '' })).status).toBe(303)
      expect((await organiser.post(request, { doe: 'toelaten' })).status).toBe(404)
      const newer = linkOf(await organiser.post(`${group}/link`, { doe: 'nieuw' }))
      expect((await asker.get(link)).status).toBe(404)
      await organiser.post(`${group}/link`, { doe: 'weg' })
      expect((await asker.get(newer)).status).toBe(404)
    })
  })

  describe('the end of a round', () => {
    test('closes once, also when it is asked twice at the same moment, and then a next one can begin once', async () => {
      const group = await made()
      await organiser.post(`${group}/uitnodigen`, { adressen: 'weer@voorbeeld.nl', stap: 'verstuur' })
      const closings = await Promise.all([1, 2, 3].map(() => organiser.post(`${group}/sluiten`)))
      expect(closings.map(({ status }) => status).sort()).toEqual([303, 409, 409])
      const next = { organisator: 'Noor de Vries', bericht: '' }
      const rounds = await Promise.all([1, 2, 3].map(() => organiser.post(`${group}/ronde`, next)))
      expect(
        rounds
          .map(({ status, location }) => location?.endsWith('gelukt=ronde') ?? status)
          .filter((ok) => ok === true),
      ).toHaveLength(1)
      expect((await organiser.get(`${group}/uitnodigen`)).text).toContain('weer@voorbeeld.nl')
    })

    test('a minimum that was promised is not lowered in a next round', async () => {
      const group = await made({ minimum: '10' })
      await organiser.post(`${group}/sluiten`)
      const lower = await organiser.post(`${group}/ronde`, { organisator: 'Noor', minimum: '5' })
      expect(lower.status).toBe(400)
      expect((await organiser.post(`${group}/ronde`, { organisator: 'Noor' })).status).toBe(303)
      expect((await organiser.get(group)).text).toContain('minder dan 10 mensen naast de organisator')
    })
  })

  test('sees of who takes part how many, and nothing that changes when somebody sends in', async () => {
    const group = await makeGroup(app, { organiser, address: 'organisator@voorbeeld.nl' })
    const people: Visitor[] = []
    for (const number of [1, 2, 3, 4, 5, 6])
      people.push(await joinGroup(app, group, `stil${number}@voorbeeld.nl`))
    const before = (await organiser.get(group.path)).text
    for (const who of people) {
      await fillInAndSend(app, group, who, '3')
      expect((await organiser.get(group.path)).text).toBe(before)
    }
    expect(before).toContain('6 mensen')
  })
})
