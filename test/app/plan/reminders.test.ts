import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAccountData } from '#database/account-data.ts'
import { findAccountByAddress } from '#database/accounts.ts'
import { tendPlans } from '#src/tend-plans.ts'
import { giveAddressAndPassword, signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { addToPlan, agree, instrumentOf, joinGroup, makeGroup, type TestGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import { type Answer, startScan, type Visitor } from '#test/visitor.ts'

const SUBJECT = 'Er komt een dag dichtbij in je plan'

onEachStore('a letter about a day in a plan', (kind) => {
  let app: TestApp
  let count = 0
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
  }, 60_000)
  afterAll(() => app.close())

  /** Ten in the morning here. */
  const on = (day: string, time = '09:00') => app.setClock(`${day}T${time}:00Z`)
  const change = (who: Visitor, plan: string, mail: 'aan' | 'uit') => who.post(plan, { mail })
  const lettersTo = async (address: string) =>
    (await readMail(app)).filter(({ to, subject }) => to === address && subject === SUBJECT)

  /** Somebody of their own every time, with a scan in their account. */
  async function person() {
    on('2026-11-23')
    count += 1
    const address = `lezer${count}@voorbeeld.nl`
    const who = await signUp(app, address)
    const plan = `${await startScan(who, instrumentOf(app).id)}/plan`
    return { who, address, plan }
  }

  async function team(): Promise<{ group: TestGroup; organiser: Visitor; address: string; plan: string }> {
    const { who: organiser, address } = await person()
    const group = await makeGroup(app, { organiser, address, days: 150 })
    return { group, organiser, address, plan: `${group.path}/plan` }
  }

  test('comes to nobody who did not ask; the page says so, and has one button', async () => {
    const { who, address, plan } = await person()
    await addToPlan(app, plan, who, { wat: 'Een tolk regelen', 'klaar-op': '2026-12-07' })
    const off = (await who.get(plan)).text
    expect(off).toContain('Stuur mij een mail')
    expect(off).toContain('name="mail" value="aan"')
    on('2026-12-04')
    expect(await tendPlans(app.house)).toBe(0)
    expect(await lettersTo(address)).toEqual([])
    await giveAddressAndPassword(who, address)
    const asked = await change(who, plan, 'aan')
    expect([asked.status, asked.location]).toEqual([303, `${plan}?gelukt=mail-aan`])
    const shown = (await who.get(`${plan}?gelukt=mail-aan`)).text
    expect(shown).toContain('Je krijgt een mail als er een dag dichtbij komt.')
    expect(shown).toContain('name="mail" value="uit"')
    expect((await change(who, plan, 'aan')).status).toBe(303)
    const ended = await change(who, plan, 'uit')
    expect([ended.status, ended.location]).toEqual([303, `${plan}?gelukt=mail-uit`])
    expect((await who.get(plan)).text).toContain('name="mail" value="aan"')
    expect(await tendPlans(app.house)).toBe(0)
  })

  test('comes three days before, in the morning, once, also with two programs at once', async () => {
    const { who, address, plan } = await person()
    await change(who, plan, 'aan')
    await addToPlan(app, plan, who, {
      wat: 'Elke maand oefenen',
      'eerste-stap': 'Een datum\nprikken',
      'eerste-stap-op': '2026-12-07',
      'klaar-op': '2027-03-01',
    })
    on('2026-12-03')
    expect(await tendPlans(app.house)).toBe(0)
    // Ten to six on the day itself.
    on('2026-12-04', '04:50')
    expect(await tendPlans(app.house)).toBe(0)
    on('2026-12-04', '06:00')
    const both = await Promise.all([tendPlans(app.house), tendPlans(app.house)])
    expect(both.sort()).toEqual([0, 1])
    const [letter, ...more] = await lettersTo(address)
    expect(more).toEqual([])
    expect(letter?.text).toContain('7 december 2026, eerste stap: Een datum prikken')
    expect(letter?.text).toContain('je eigen plan')
    expect(letter && linkIn(letter)).toBe(plan)
    for (const day of ['2026-12-04', '2026-12-05', '2026-12-07']) {
      on(day)
      expect(await tendPlans(app.house)).toBe(0)
    }
    // Its other day is another day.
    on('2027-02-26')
    expect(await tendPlans(app.house)).toBe(1)
    expect((await lettersTo(address))[0]?.text).toContain('1 maart 2027, klaar: Elke maand oefenen')
  })

  test('is one a day, whatever comes up in between, also when what it told of is erased and it is asked anew', async () => {
    const { who, address, plan } = await person()
    await change(who, plan, 'aan')
    const first = await addToPlan(app, plan, who, { wat: 'Het eerste', 'klaar-op': '2026-12-07' })
    on('2026-12-04')
    expect(await tendPlans(app.house)).toBe(1)
    expect(await lettersTo(address)).toHaveLength(1)
    await giveAddressAndPassword(who, address)
    await addToPlan(app, plan, who, { wat: 'Het tweede', 'klaar-op': '2026-12-06' })
    await who.post(`${plan}/${first}`, { versie: '1', doe: 'wissen' })
    await change(who, plan, 'uit')
    await change(who, plan, 'aan')
    on('2026-12-04', '20:00')
    expect(await tendPlans(app.house)).toBe(0)
    on('2026-12-05')
    expect(await tendPlans(app.house)).toBe(1)
    const [letter] = await lettersTo(address)
    expect(letter?.text).toContain('Het tweede')
    expect(letter?.text).not.toContain('Het eerste')
  })

  test('is about every plan of which somebody wants to know, with the way to each', async () => {
    const { group, organiser, address, plan } = await team()
    const own = `${await startScan(organiser, instrumentOf(app).id)}/plan`
    for (const path of [plan, own]) await change(organiser, path, 'aan')
    await agree(app, group, organiser, { wat: 'Samen oefenen', wie: 'Sem', 'klaar-op': '2026-12-06' })
    await addToPlan(app, own, organiser, { wat: 'Alleen oefenen', 'klaar-op': '2026-12-07' })
    on('2026-12-04')
    await tendPlans(app.house)
    const [letter, ...more] = await lettersTo(address)
    expect(more).toEqual([])
    for (const words of ['het plan van Team Werk', 'Samen oefenen (Sem)', 'je eigen plan', 'Alleen oefenen'])
      expect(letter?.text).toContain(words)
    for (const path of [plan, own]) expect(letter?.html).toContain(`href="http://localhost${path}"`)
  })

  test.each<[string, (at: { who: Visitor; plan: string; action: string }) => Promise<Answer>]>([
    [
      'done',
      ({ who, plan, action }) => who.post(`${plan}/${action}`, { wat: 'Iets', status: 'done', versie: '1' }),
    ],
    [
      'put off',
      ({ who, plan, action }) =>
        who.post(`${plan}/${action}`, { wat: 'Iets', status: 'busy', 'klaar-op': '2027-01-07', versie: '1' }),
    ],
    ['erased', ({ who, plan, action }) => who.post(`${plan}/${action}`, { versie: '1', doe: 'wissen' })],
    ['switched off', ({ who, plan }) => change(who, plan, 'uit')],
  ])('is not sent when the action was %s between asking and sending', async (_, meanwhile) => {
    const { who, address, plan } = await person()
    await change(who, plan, 'aan')
    const action = await addToPlan(app, plan, who, { wat: 'Iets', 'klaar-op': '2026-12-07' })
    on('2026-12-04')
    expect(await tendPlans(app.house)).toBe(1)
    await giveAddressAndPassword(who, address)
    expect((await meanwhile({ who, plan, action })).status).toBe(303)
    expect(await lettersTo(address)).toEqual([])
  })

  test('of a group goes to each member who asked, and to nobody who left', async () => {
    const { group, plan } = await team()
    const join = async () => {
      count += 1
      const address = `lid${count}@voorbeeld.nl`
      return { who: await joinGroup(app, group, address), address }
    }
    const [stays, leaves, silent] = [await join(), await join(), await join()]
    await change(stays.who, plan, 'aan')
    await change(leaves.who, plan, 'aan')
    await agree(app, group, stays.who, { wat: 'Een tolk regelen', 'klaar-op': '2026-12-07' })
    expect((await leaves.who.post(`${group.path}/verlaten`)).status).toBe(303)
    // Nobody else's page says who asked.
    expect((await silent.who.get(plan)).text).toContain('name="mail" value="aan"')
    on('2026-12-04')
    expect(await tendPlans(app.house)).toBe(1)
    const letters = (await readMail(app)).filter(({ subject }) => subject === SUBJECT)
    expect(letters.map(({ to }) => to)).toEqual([stays.address])
    const { who: stranger } = await person()
    expect((await change(stranger, plan, 'aan')).status).toBe(404)
  })

  test('needs an account, and one that owns the scan', async () => {
    on('2026-11-23')
    const nobody = app.newVisitor()
    const plan = `${await startScan(nobody, instrumentOf(app).id)}/plan`
    await addToPlan(app, plan, nobody, { wat: 'Iets' })
    expect((await nobody.get(plan)).text).not.toContain('name="mail"')
    expect((await change(nobody, plan, 'aan')).status).toBe(404)
    for (const fields of [{}, { mail: 'misschien' }, { mail: 'aan', groep: 'x' }])
      expect((await nobody.post(plan, fields as Record<string, string>)).status).toBe(400)
    const { who: stranger } = await person()
    expect((await change(stranger, plan, 'aan')).status).toBe(404)
  })

  test('keeps what somebody may ask for, and lets it go with the account', async () => {
    const { who, address, plan } = await person()
    await change(who, plan, 'aan')
    const action = await addToPlan(app, plan, who, { wat: 'Iets', 'klaar-op': '2026-12-07' })
    on('2026-12-04')
    await tendPlans(app.house)
    await giveAddressAndPassword(who, address)
    const account = await findAccountByAddress(app.house.db, address)
    expect(await readAccountData(app.house.db, account?.id ?? '')).toMatchObject({
      accounts: { planLetterOn: '2026-12-04' },
      planReminders: [{ scanId: plan.split('/')[2], groupId: null }],
      planDaysTold: [{ actionId: action, day: '2026-12-07', toldOn: '2026-12-04' }],
    })
    const { text } = await who.get('/account/gegevens')
    expect(text).toContain('krijg je mail over je eigen plan.')
    expect(text).toContain('Op 4 december 2026 mailden we je over 7 december 2026.')
    expect((await who.post('/account/wissen')).status).toBe(200)
    on('2026-12-05')
    expect(await tendPlans(app.house)).toBe(0)
    expect(await lettersTo(address)).toEqual([])
  })

  test('one that fails holds no other up', async () => {
    const ones = [await person(), await person()]
    for (const { who, plan } of ones) {
      await change(who, plan, 'aan')
      await addToPlan(app, plan, who, { wat: 'Iets', 'klaar-op': '2026-12-07' })
    }
    on('2026-12-04')
    let calls = 0
    const secrets = {
      ...app.house.secrets,
      createId: () => {
        calls += 1
        if (calls === 1) throw new Error('not now')
        return app.house.secrets.createId()
      },
    }
    expect(await tendPlans({ ...app.house, secrets })).toBe(1)
    expect(app.logged()).toContain('could not remind somebody of a plan')
    // The one that failed comes at the next turn: nothing of it was written down.
    expect(await tendPlans(app.house)).toBe(1)
    expect((await readMail(app)).filter(({ subject }) => subject === SUBJECT)).toHaveLength(2)
  })
})
