import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRelease } from '#database/releases.ts'
import { statementsOf } from '#domain/instrument.ts'
import { closeRound } from '#src/app.ts'
import { signUp } from '#test/account-holder.ts'
import { figuresOf } from '#test/documents/team-surfaces.ts'
import { silent, toldNumbers } from '#test/documents/told-numbers.ts'
import { checkPdf } from '#test/pdf/check-pdf.ts'
import { pdfToolsAreHere, readPdfText } from '#test/pdf/pdf-tools.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import {
  agree,
  agreeAndUpdate,
  beginNextRound,
  fillInAndSend,
  instrumentOf,
  invite,
  joinGroup,
  makeGroup,
  type TestGroup,
} from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

const ORGANISER = 'organisator@voorbeeld.nl'
const NASTY = '<script>alert(1)</script> Regel 1\nRegel 2'

onEachStore('what came of the last round', (kind) => {
  let app: TestApp
  let organiser: Visitor
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
    organiser = await signUp(app, ORGANISER)
  }, 60_000)
  afterAll(() => app.close())

  let count = 0
  async function join(group: TestGroup): Promise<{ who: Visitor; address: string }> {
    count += 1
    const address = `lid${count}@voorbeeld.nl`
    return { who: await joinGroup(app, group, address), address }
  }

  const newGroup = (of?: 'open') => makeGroup(app, { organiser, address: ORGANISER, ...(of && { kind: of }) })
  let minute = 5
  /** A moment later: what came first stands first, and what was done long ago was done before. */
  const later = () => {
    minute += 1
    app.setClock(`2026-11-23T13:${String(minute).padStart(2, '0')}:00Z`)
  }
  const since = (group: TestGroup) => `${group.path}/sinds-vorige`
  const statement = (index = 0) => statementsOf(instrumentOf(app))[index]

  /** People who fill in twice, with an action on the first statement in between. `stay` of them come back. */
  async function twoRounds({
    people = 6,
    stay = people,
    come = 0,
    then = '2',
    now = '4',
  }: {
    people?: number
    stay?: number
    come?: number
    then?: string
    now?: string
  } = {}) {
    const group = await newGroup()
    const members: { who: Visitor; address: string }[] = []
    for (let one = 0; one < people; one += 1) members.push(await join(group))
    for (const { who } of members) await fillInAndSend(app, group, who, then)
    expect(await closeRound(app.house, group.round)).toEqual({ ok: true })
    await agree(app, group, organiser, { wat: 'Oefenen met een tolk', stelling: statement()?.id ?? '' })
    const next = await beginNextRound(app, group)
    for (const { who, address } of members.slice(0, stay)) {
      await who.post(await invite(app, next, address), { functie: '' })
    }
    const joined = members.slice(0, stay).map(({ who }) => who)
    for (let one = 0; one < come; one += 1) joined.push((await join(next)).who)
    for (const who of joined) await fillInAndSend(app, next, who, now)
    return { group: next, members: joined }
  }
  const closed = async (rounds: Awaited<ReturnType<typeof twoRounds>>) => {
    expect(await closeRound(app.house, rounds.group.round)).toEqual({ ok: true })
    return rounds
  }

  test('is nothing yet in the first round: the page says when it fills, and there is no sheet', async () => {
    const group = await newGroup()
    const { who } = await join(group)
    await agree(app, group, who, { wat: 'Oefenen met een tolk' })
    const { status, text } = await who.get(since(group))
    expect(status).toBe(200)
    expect(text).toContain('Deze pagina vult zich als de tweede ronde begint')
    expect(text).not.toContain('Oefenen met een tolk')
    expect((await who.get(`${since(group)}.pdf`)).location).toBe(since(group))
    expect((await who.get(group.path)).text).not.toContain('Sinds de vorige ronde')
  })

  test('is what was agreed, with what is done first, and why something does not go on', async () => {
    const group = await newGroup()
    await closeRound(app.house, group.round)
    const [one, other] = [statement(0), statement(1)]
    await agreeAndUpdate(
      app,
      group,
      organiser,
      { wat: 'Een busje huren', stelling: other?.id ?? '' },
      { status: 'dropped', opmerking: 'Te duur.' },
    )
    await agree(app, group, organiser, { wat: 'Foto’s bij de brieven' })
    await agreeAndUpdate(app, group, organiser, { wat: NASTY, wie: 'Sem' }, { status: 'busy' })
    await agreeAndUpdate(
      app,
      group,
      organiser,
      { wat: 'Oefenen met een tolk', wie: 'Noor', stelling: one?.id ?? '' },
      { status: 'done', opmerking: 'Zes keer.' },
    )
    const next = await beginNextRound(app, group)
    const { who } = await join(next)
    await agree(app, next, who, { wat: 'Van deze ronde' })
    const { text } = await who.get(since(next))
    expect(text).toContain(
      'Van vier afspraken is er één gedaan, is er één bezig, moet er één nog beginnen en gaat er één niet door.',
    )
    const order = ['Oefenen met een tolk', '&lt;script>', 'Foto’s bij de brieven', 'Een busje huren'].map(
      (words) => text.indexOf(words),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('Wat het opleverde: Zes keer.')
    expect(text).toContain('Waarom niet: Te duur.')
    expect(text).toContain(`Stelling ${one?.number}: ${one?.topic}`)
    expect(text).not.toContain('Van deze ronde')
    // Nobody was told anything of the first round, and this one goes on.
    expect(text).toContain('Deze ronde loopt nog')

    const report = await who.download(`${since(next)}.pdf`)
    expect(report.headers.get('content-type')).toBe('application/pdf')
    expect(await checkPdf(report.bytes, { language: 'nl' })).toEqual([])
    if (pdfToolsAreHere()) {
      const text = await readPdfText(report.bytes)
      expect(text.replace(/\s+/g, ' ')).toContain('Van vier afspraken')
      // A form feed ends every page: it is one sheet.
      expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1)
    }
  })

  test('keeps what was still open from round to round, until it is done', async () => {
    const group = await newGroup()
    await closeRound(app.house, group.round)
    const long = await agree(app, group, organiser, { wat: 'Een lange weg' })
    await agreeAndUpdate(app, group, organiser, { wat: 'Snel klaar' }, { status: 'done' })
    const next = await beginNextRound(app, group)
    expect((await organiser.get(since(next))).text).toContain('Snel klaar')
    later()
    await closeRound(app.house, next.round)
    const last = await beginNextRound(app, next)
    const open = await organiser.get(since(last))
    expect(open.text).toContain('Een lange weg')
    await organiser.post(`${group.path}/plan/${long}`, { wat: 'Een lange weg', status: 'done', versie: '1' })
    expect((await organiser.get(since(last))).text).toContain('Er was één afspraak. Die is gedaan.')
  })

  test('lays two rounds beside each other as the result does, and says how the statement of an action moved', async () => {
    const { group, members } = await twoRounds()
    const [who] = members
    const running = (await who?.get(since(group)))?.text ?? ''
    expect(running).toContain('Deze ronde loopt nog')
    expect(running).not.toContain('Deze stelling ging')
    await closed({ group, members })
    const { text } = (await who?.get(since(group))) ?? { text: '' }
    const result = (await who?.get(`${group.path}/rondes/2`))?.text ?? ''
    expect(text).toContain('Deze stelling ging vooruit: van ')
    const table = (page: string) => /<caption>Ronde 1 en ronde 2 naast elkaar.*?<\/table>/s.exec(page)?.[0]
    expect(table(text)).toBeDefined()
    expect(table(text)).toBe(table(result))
    // Every link to a statement leads to the page that has it.
    expect(text).not.toContain('href="#stelling-')
    const [, link] = /href="([^"]*)#stelling-/.exec(text) ?? []
    expect(link).toBe(`${group.path}/rondes/2`)
    // Every number was told with one of the two.
    const releases = await Promise.all(
      (await roundsOf(group)).map(async (id) => (await findRelease(app.house.db, id))?.content),
    )
    const told = releases.flatMap((release) => (release ? [...toldNumbers(release)] : []))
    const ofInstrument = figuresOf(JSON.stringify(instrumentOf(app)).replaceAll('"', ' '))
    const known = new Set([...told, ...toldNumbers(silent(null)), ...ofInstrument, '1', '2', '2026'])
    const main = /<main.*<\/main>/s.exec(text)?.[0] ?? ''
    expect(figuresOf(main).filter((one) => !known.has(one))).toEqual([])
  })

  async function roundsOf(group: TestGroup): Promise<string[]> {
    const rows = await app.house.db
      .selectFrom('rounds')
      .select('id')
      .where('groupId', '=', group.id)
      .orderBy('number')
      .execute()
    return rows.map(({ id }) => id)
  }

  test('where a few people changed, only the whole stands beside each other, and no statement moves', async () => {
    const { group } = await closed(await twoRounds({ people: 6, stay: 6, come: 1 }))
    const { text } = await organiser.get(since(group))
    expect(text).toContain('vergelijken we alleen het geheel')
    expect(text).toContain(`${group.path}/rondes/2#waarom`)
    expect(text).toContain('Oefenen met een tolk')
    expect(text).not.toContain('Deze stelling ging')
    expect(text).not.toContain('#stelling-')
    const report = await organiser.download(`${since(group)}.pdf`)
    if (pdfToolsAreHere()) expect(await readPdfText(report.bytes)).not.toContain('Deze stelling ging')
  })

  test('of nobody and of too few in the second round it says the same, to the byte', async () => {
    const [nobody, four] = [
      await closed(await twoRounds({ people: 5, stay: 0 })),
      await closed(await twoRounds({ people: 5, stay: 4 })),
    ]
    const [one, other] = [nobody.group, four.group]
    const plain = async (group: TestGroup) =>
      (await organiser.get(since(group))).text.replaceAll(group.id, 'groep')
    expect(await plain(other)).toBe(await plain(one))
    expect(await plain(one)).toContain('Er zijn nog geen twee rondes waarover we iets kunnen vertellen')
  })

  test('a movement from before an action was agreed is not laid beside it', async () => {
    const { group } = await closed(await twoRounds())
    later()
    await agree(app, group, organiser, { wat: 'Na de tweede ronde', stelling: statement()?.id ?? '' })
    const next = await beginNextRound(app, group)
    const { text } = await organiser.get(since(next))
    const late = text.slice(text.indexOf('Na de tweede ronde'), text.indexOf('id="verschil"'))
    expect(text.indexOf('Oefenen met een tolk')).toBeLessThan(text.indexOf('Na de tweede ronde'))
    expect(late).not.toContain('Deze stelling')
    expect(text).toContain('Deze stelling ging vooruit')
  })

  test('of an open group there are actions, and no figures', async () => {
    const group = await newGroup('open')
    const { who } = await join(group)
    await fillInAndSend(app, group, who, '2', { name: 'Sem' })
    await agree(app, group, who, { wat: 'Oefenen met een tolk' })
    await closeRound(app.house, group.round)
    const next = await beginNextRound(app, group)
    const { text } = await who.get(since(next))
    expect(text).toContain('Oefenen met een tolk')
    expect(text).toContain('Van een open groep komen er geen cijfers')
  })

  test('stands in one sentence where a round opens: for the organiser, a member, and who is invited again', async () => {
    const group = await newGroup()
    const { who, address } = await join(group)
    await closeRound(app.house, group.round)
    await agree(app, group, who, { wat: 'Oefenen met een tolk' })
    const before = await organiser.get(`${group.path}/ronde`)
    expect(before.text).toContain('Er staat nog één afspraak open')
    expect(before.text).toContain('Oefenen met een tolk')
    const next = await beginNextRound(app, group)
    const preview = await organiser.post(`${next.path}/uitnodigen`, { adressen: address, stap: 'bekijk' })
    expect(preview.text).toContain('Dit is ronde 2 van deze groep')
    expect(preview.text).not.toContain('Oefenen met een tolk')

    const sentence = 'Er was één afspraak. Die moet nog beginnen.'
    const invitation = await invite(app, next, address)
    expect((await who.get(invitation)).text).toContain(sentence)
    const newcomer = await signUp(app, `nieuw-${kind}@voorbeeld.nl`)
    const own = await invite(app, next, `nieuw-${kind}@voorbeeld.nl`)
    const seen = await newcomer.get(own)
    expect(seen.status).toBe(200)
    // Whoever is not in the group yet reads nothing of what it did.
    expect(seen.text).not.toContain('afspraak')
    expect((await newcomer.get(since(next))).status).toBe(404)

    await newcomer.post(own, { functie: '' })
    for (const visitor of [organiser, who, newcomer]) {
      const { text } = await visitor.get(next.path)
      expect(text).toContain('Sinds de vorige ronde')
      expect(text).toContain(sentence)
      expect((await visitor.get(since(next))).status).toBe(200)
    }
  })

  test('is of nobody outside the group', async () => {
    const group = await newGroup()
    await closeRound(app.house, group.round)
    await agree(app, group, organiser, { wat: 'Van ons' })
    const next = await beginNextRound(app, group)
    const stranger = await signUp(app, `vreemd-${kind}@voorbeeld.nl`)
    for (const path of [since(next), `${since(next)}.pdf`]) {
      expect((await stranger.get(path)).status).toBe(404)
    }
  })
})
