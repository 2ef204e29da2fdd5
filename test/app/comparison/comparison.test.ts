import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseAccount } from '#database/account-erasure.ts'
import { findAccountByAddress } from '#database/accounts.ts'
import { findNewestBenchmark } from '#database/benchmark-releases.ts'
import { finishedUntil } from '#domain/benchmark-calendar.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { releaseBenchmark } from '#src/release-benchmark.ts'
import { createBenchmarkCalendar } from '#src/release-due-benchmarks.ts'
import { signUp } from '#test/account-holder.ts'
import { addPeople, everything, NOW } from '#test/stores/benchmark-people.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { startScan, type Visitor } from '#test/visitor.ts'
import { dutchScore } from '#words/dutch.ts'

type Data = {
  number: number | null
  fields: { name: string; column: string; meaning: string }[]
  figures: {
    split: string
    part: string
    subject: string
    id: string
    title: string
    mean: number | null
    agreement: string | null
  }[]
}

describe('comparing with others', () => {
  let app: TestApp
  let instrument: Instrument
  let path: string
  let who: Visitor
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase('embedded'))
    app.setClock(NOW.toISOString())
    const levels = app.instruments.find(({ kind }) => kind === 'levels')
    if (!levels) throw new Error('there is no instrument with levels')
    instrument = levels
    path = `/vergelijken/${instrument.id}`
    who = app.newVisitor()
  }, 60_000)
  afterAll(() => app.close())

  const release = () =>
    releaseBenchmark(app.house.db, instrument, {
      now: app.house.clock(),
      finishedUntil: finishedUntil(app.house.clock()),
      k: app.house.minGroup,
    })
  const data = async (query = ''): Promise<Data> =>
    JSON.parse((await who.get(`${path}/gegevens.json${query}`)).text)

  /** The cells of the tables of a page, row by row. */
  function rowsOf(html: string): string[][] {
    return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
    )
  }

  test('before there are people enough, every page says what is needed and when', async () => {
    await addPeople(app.house.db, instrument, 9)
    expect(await release()).toMatchObject({ kind: 'refused' })
    const [all, one] = [await who.get('/vergelijken'), await who.get(path)]
    expect(all.text).toContain('Nog geen vergelijking')
    expect(one.status).toBe(200)
    expect(one.text).toContain('Er is nog geen vergelijking')
    expect(one.text).toContain('1 april 2027')
    expect(one.text).toContain('drie organisaties')
    expect(await data()).toMatchObject({ number: null, figures: [] })
    expect((await who.get(`${path}/gegevens.csv`)).text.trim().split('\r\n')).toHaveLength(1)
    for (const missing of ['/vergelijken/bestaat-niet', `${path}?keer=1`, `${path}?versie=9.9.9`])
      expect((await who.get(missing)).status).toBe(404)
  })

  test('the calendar tells once there are, on every page the same', async () => {
    await addPeople(app.house.db, instrument, 11, { role: 'beleid', answers: everything(instrument, '4') })
    await addPeople(app.house.db, instrument, 10, {
      role: 'uitvoering',
      answers: everything(instrument, '2'),
    })
    const calendar = createBenchmarkCalendar(app.house)
    expect(await calendar.releaseDue()).toContainEqual({
      instrument: instrument.id,
      outcome: { kind: 'released', number: 1 },
    })
    // Once is enough, also for another program.
    expect(await calendar.releaseDue()).toEqual([])
    expect(await createBenchmarkCalendar(app.house).releaseDue()).not.toContainEqual(
      expect.objectContaining({ instrument: instrument.id }),
    )
    const { text } = await who.get(path)
    expect(text).toContain('20 mensen of meer')
    expect(text).not.toContain('30 mensen')
    // Nine who said nothing of their role are too few to be told apart, and too few to be left over.
    expect(text).toContain('stand van 1 januari 2027')
    expect((await who.get('/vergelijken')).text).toContain('Stand van 1 januari 2027')
  })

  test('the numbers of the page, of JSON and of CSV are those of the release', async () => {
    const stored = await findNewestBenchmark(app.house.db, instrument.id, instrument.version)
    const { everybody } = stored?.content ?? {}
    if (!everybody) throw new Error('nothing was released')
    const rows = rowsOf((await who.get(path)).text)
    const { figures, fields } = await data()
    const csv = (await who.get(`${path}/gegevens.csv`)).text
      .trim()
      .split('\r\n')
      .map((line) => line.split(';').map((cell) => cell.replace(/^\uFEFF?"|"$/g, '')))
    const [head = [], ...lines] = csv
    expect(fields.map(({ column }) => column)).toEqual(head)
    expect(lines).toHaveLength(figures.length)
    let compared = 0
    for (const { statement, mean } of everybody.statements) {
      if (mean.kind !== 'number') throw new Error(`nothing is told of ${statement}`)
      const { number, topic } = statementsOf(instrument).find(({ id }) => id === statement) ?? {}
      const inData = figures.find((one) => one.split === 'everybody' && one.id === statement)
      const inCsv = lines.find((line) => line[0] === 'iedereen' && line[head.indexOf('code')] === statement)
      const onPage = rows.find(([first]) => first === `${number}. ${topic}`.replaceAll("'", '&#39;'))
      expect(inData?.mean).toBe(mean.value)
      expect(inCsv?.[head.indexOf('gemiddelde')]).toBe(dutchScore(mean.value))
      expect(onPage?.[2]).toBe(dutchScore(mean.value))
      compared += 1
    }
    for (const { cluster, mean } of everybody.clusters) {
      const title = instrument.clusters.find(({ id }) => id === cluster)?.title
      expect(rows.find(([first]) => first === title)?.[2]).toBe(
        mean.kind === 'number' ? dutchScore(mean.value) : '–',
      )
      compared += 1
    }
    expect(compared).toBe(statementsOf(instrument).length + instrument.clusters.length)
    // Control: had one of them been another number, it would have been seen.
    expect(figures.some(({ mean }) => mean === everybody.statements.length)).toBe(false)
  })

  test('a file that is known already is not sent again', async () => {
    for (const file of ['gegevens.json', 'gegevens.csv']) {
      const first = await who.get(`${path}/${file}`)
      const tag = first.headers.get('etag') ?? ''
      expect(first.headers.get('cache-control')).toBe('no-cache')
      const again = await who.request(`${path}/${file}`, { headers: { 'if-none-match': tag } })
      expect(again.status).toBe(304)
      expect(again.text).toBe('')
      const other = await who.request(`${path}/${file}`, { headers: { 'if-none-match': '"something-else"' } })
      expect(other.status).toBe(200)
    }
  })

  test('nobody stands above another: what is told has the order of the instrument', async () => {
    const { text } = await who.get(path)
    const places = instrument.clusters.map(({ title }) => text.indexOf(`<th scope="row">${title}</th>`))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(text).not.toMatch(/beste|slechtste|top ?\d|meer dan de meeste|ranglijst/i)
  })

  test('an account that is erased changes nothing of what was told', async () => {
    const pages = async () => [
      (await who.get(path)).text,
      (await who.get(`${path}/gegevens.json`)).text,
      (await who.get(`${path}/gegevens.csv`)).text,
    ]
    const before = await pages()
    const { rows } = await sql<{ id: string }>`
      select account_id as id from scans where role = 'beleid' limit 1`.execute(app.house.db)
    await eraseAccount(app.house.db, rows[0]?.id ?? '')
    expect(rows).toHaveLength(1)
    expect(await pages()).toEqual(before)
  })

  test('one’s own result stands beside it when that is asked for, and not before', async () => {
    const scan = await startScan(who, instrument.id)
    for (const [index, { id }] of statementsOf(instrument).entries()) {
      await who.put(`${scan}/antwoorden/${id}`, {
        answer: index % 2 === 0 ? '5' : '4',
        note: 'merk-notitie',
        was: { answer: null, note: '' },
      })
    }
    const off = await who.get(`${scan}/resultaat`)
    expect(off.text).toContain('Leg je resultaat naast dat van anderen')
    expect(off.text).not.toContain('Alles samen: jij')
    const on = await who.get(`${scan}/resultaat?vergelijk=ja`)
    expect(on.text).toMatch(/Alles samen: jij vergevorderd, iedereen [a-z ]+\./)
    const first = instrument.clusters[0]?.title ?? ''
    const rows = rowsOf(on.text).filter(([title, ...cells]) => title === first && cells.length >= 2)
    const { figures } = await data()
    const everybody = figures.find((one) => one.subject === 'cluster' && one.title === first)
    expect(rows.some(([, , cell]) => cell?.includes(`(${dutchScore(everybody?.mean ?? 0)})`))).toBe(true)
    expect(on.headers.get('cache-control')).toBe('no-store')
  })

  test('without a benchmark of the same scan it says so', async () => {
    const other = app.instruments.find(({ id }) => id !== instrument.id)
    const scan = await startScan(who, other?.id ?? '')
    const [statement] = other ? statementsOf(other) : []
    await who.put(`${scan}/antwoorden/${statement?.id}`, {
      answer: other?.answers[0]?.id,
      note: '',
      was: { answer: null, note: '' },
    })
    const { text } = await who.get(`${scan}/resultaat?vergelijk=ja`)
    expect(text).toContain('Er is nog geen vergelijking voor deze scan')
  })

  test('an older one stays where it was, beside a newer one', async () => {
    const before = (await who.get(`${path}?versie=${instrument.version}&keer=1`)).text
    await addPeople(app.house.db, instrument, 12, { answers: everything(instrument, '5') })
    app.setClock('2027-04-02T03:00:00Z')
    const outcomes = await createBenchmarkCalendar(app.house).releaseDue()
    expect(outcomes).toContainEqual({ instrument: instrument.id, outcome: { kind: 'released', number: 2 } })
    expect((await data()).number).toBe(2)
    expect((await data(`?versie=${instrument.version}&keer=1`)).number).toBe(1)
    const { text } = await who.get(path)
    expect(text).toContain('stand van 2 april 2027')
    expect(text).toContain(`${path}?versie=${instrument.version}&amp;keer=1`)
    const tables = (html: string) => rowsOf(html)
    expect(tables((await who.get(`${path}?versie=${instrument.version}&keer=1`)).text)).toEqual(
      tables(before),
    )
    expect(tables(text)).not.toEqual(tables(before))
  })

  test('an account takes part by the pages too: a scan that was finished a month ago', async () => {
    const member = await signUp(app, 'noor@nieuw.nl')
    const account = await findAccountByAddress(app.house.db, 'noor@nieuw.nl')
    const scan = await startScan(member, instrument.id)
    await member.put(`${scan}/antwoorden/${statementsOf(instrument)[0]?.id}`, {
      answer: '3',
      note: '',
      was: { answer: null, note: '' },
    })
    await member.post(`${scan}/afronden`)
    const inBenchmark = async () => {
      await release()
      const { rows } = await sql<{ found: boolean }>`
        select exists (select from benchmark_contributions c join accounts a using (contributor)
          where a.id = ${account?.id ?? ''}) as found`.execute(app.house.db)
      return rows[0]?.found
    }
    await addPeople(app.house.db, instrument, 12)
    expect(await inBenchmark()).toBe(false)
    app.setClock('2027-06-01T03:00:00Z')
    await addPeople(app.house.db, instrument, 12)
    expect(await inBenchmark()).toBe(true)
  })
})
