import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countWaitingMails } from '#database/mails.ts'
import { MAIL_PROOF_MINUTES } from '#domain/account.ts'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Answer, Visitor } from '#test/visitor.ts'

const MINUTE = 60 * 1000
const OTHER_PASSWORD = 'koude soep onder de toren'
const REFUSED = 'Deze link werkt niet meer'

/** What a link in a mail is for: the page it leads to, and what is sent there. */
const FLOWS = {
  'sign-up': '/account/bevestigen',
  'reset-password': '/account/nieuw-wachtwoord',
  'change-address': '/account/nieuw-e-mailadres',
} as const
type Flow = keyof typeof FLOWS
const flows = Object.keys(FLOWS) as Flow[]

onEachStore('a token in a mail', (kind) => {
  let app: TestApp
  let now: number
  let count = 0
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
  }, 60_000)
  afterAll(() => app.close())
  beforeEach(() => {
    // Every test on a day of its own, with all limits free again.
    count += 1
    setClock(Date.parse('2026-11-23T12:00:00Z') + count * 24 * 60 * MINUTE)
  })

  function setClock(moment: number): void {
    now = moment
    app.setClock(new Date(moment).toISOString())
  }

  const newAddress = () => `adres${count}-${Math.floor(Math.random() * 1e9)}@voorbeeld.nl`

  /** A fresh token of this flow, with whoever asked for it. */
  async function ask(flow: Flow): Promise<{ token: string; who: Visitor; address: string }> {
    const address = newAddress()
    const who = flow === 'sign-up' ? app.newVisitor() : await signUp(app, address)
    return { token: await askAgain(flow, who, address), who, address }
  }

  async function askAgain(flow: Flow, who: Visitor, address: string): Promise<string> {
    await request(flow, who, address)
    const letters = await readMail(app)
    const letter = letters.find(({ text }) => text.includes('bewijs='))
    if (!letter) throw new Error(`no letter came for ${flow}`)
    return new URL(linkIn(letter), 'http://localhost').searchParams.get('bewijs') ?? ''
  }

  /** Asks for the letter, which then waits for the postman. */
  async function request(flow: Flow, who: Visitor, address: string): Promise<void> {
    const [page, adres] = {
      'sign-up': ['/account/aanmelden', address],
      'reset-password': ['/account/wachtwoord-vergeten', address],
      'change-address': ['/account/e-mailadres', `nieuw-${address}`],
    }[flow]
    expect((await who.post(page ?? '', { adres: adres ?? '' })).status).toBe(303)
  }

  const use = (flow: Flow, who: Visitor, token: string): Promise<Answer> =>
    who.post(FLOWS[flow], {
      bewijs: token,
      ...(flow !== 'change-address' && { wachtwoord: OTHER_PASSWORD }),
    })

  const isDead = ({ status, text }: Answer) => status === 400 && text.includes(REFUSED)

  test('works in one flow, once: the whole matrix', async () => {
    let refused = 0
    for (const made of flows) {
      for (const tried of flows) {
        const { token, who, address } = await ask(made)
        const looked = await who.get(`${FLOWS[tried]}?bewijs=${token}`)
        expect([made, tried, made === tried ? looked.status : isDead(looked)]).toEqual([
          made,
          tried,
          made === tried ? 200 : true,
        ])
        if (made !== tried) expect(looked.text).not.toContain(address)
        const answer = await use(tried, who, token)
        expect([made, tried, made === tried ? answer.status : isDead(answer)]).toEqual([
          made,
          tried,
          made === tried ? 303 : true,
        ])
        if (made !== tried) refused += 1
        // Whether it was used or offered at the wrong door: at the right one it works only if it was not used.
        const again = await use(made, who, token)
        expect(isDead(again)).toBe(made === tried)
        expect(isDead(await who.get(`${FLOWS[made]}?bewijs=${token}`))).toBe(true)
        await readMail(app)
      }
    }
    console.log(
      `${flows.length} tokens × ${flows.length} flows on ${kind}: ${flows.length} right ones taken once, ${refused} refused`,
    )
  })

  test.each(flows)('for %s is looked at without being used up', async (flow) => {
    const { token, who } = await ask(flow)
    for (let look = 0; look < 3; look += 1) {
      expect((await who.get(`${FLOWS[flow]}?bewijs=${token}`)).status).toBe(200)
    }
    expect((await use(flow, who, token)).status).toBe(303)
  })

  test.each(flows)('for %s works until the last millisecond of its hour', async (flow) => {
    for (const [late, isRight] of [
      [-1, true],
      [0, false],
    ] as const) {
      const { token, who } = await ask(flow)
      setClock(now + MAIL_PROOF_MINUTES * MINUTE + late)
      const looked = await who.get(`${FLOWS[flow]}?bewijs=${token}`)
      expect([flow, late, looked.status === 200]).toEqual([flow, late, isRight])
      const answer = await use(flow, who, token)
      expect([flow, late, answer.status === 303]).toEqual([flow, late, isRight])
      await readMail(app)
    }
  })

  test.each(flows)('for %s dies when a newer one is asked for', async (flow) => {
    const { token, who, address } = await ask(flow)
    const newer = await askAgain(flow, who, flow === 'sign-up' ? address.toUpperCase() : address)
    expect(isDead(await use(flow, who, token))).toBe(true)
    expect((await use(flow, who, newer)).status).toBe(303)
  })

  test('for a new password or address dies when either of them changes', async () => {
    for (const flow of ['reset-password', 'change-address'] as const) {
      for (const changed of ['reset-password', 'change-address'] as const) {
        if (flow === changed) continue
        const { token, who, address } = await ask(flow)
        await use(changed, who, await askAgain(changed, who, address))
        expect([flow, changed, isDead(await use(flow, who, token))]).toEqual([flow, changed, true])
        await readMail(app)
      }
      const { token, who } = await ask(flow)
      await who.post('/account/wachtwoord', { wachtwoord: OTHER_PASSWORD })
      expect(isDead(await use(flow, who, token))).toBe(true)
      await readMail(app)
    }
  })

  test('that is still to be written when the password changes is never written', async () => {
    const { who, address } = await ask('reset-password')
    const proof = await askAgain('reset-password', who, address)
    await request('change-address', who, address)
    expect((await use('reset-password', who, proof)).status).toBe(303)
    expect((await readMail(app)).map(({ subject }) => subject)).toEqual(['Je wachtwoord is veranderd'])

    await giveAddressAndPassword(who, address, OTHER_PASSWORD)
    await request('change-address', who, address)
    await who.post('/account/wachtwoord', { wachtwoord: PASSWORD })
    expect((await readMail(app)).map(({ subject }) => subject)).toEqual(['Je wachtwoord is veranderd'])
    expect(await countWaitingMails(app.house.db)).toMatchObject({ waiting: 0 })
  })

  test('for a new account is dead when the address got one in another way', async () => {
    const { token, who, address } = await ask('sign-up')
    const mover = await signUp(app, newAddress())
    await mover.post('/account/e-mailadres', { adres: address })
    const [letter] = await readMail(app)
    const moved = new URL(letter ? linkIn(letter) : '', 'http://localhost').searchParams.get('bewijs') ?? ''
    expect((await use('change-address', mover, moved)).status).toBe(303)
    expect(isDead(await use('sign-up', who, token))).toBe(true)
    expect((await who.get('/account')).status).toBe(303)
    await readMail(app)
  })

  test.each(flows)('for %s, used by 20 at once, is used by one', async (flow) => {
    const { token, who } = await ask(flow)
    const answers = await Promise.all(Array.from({ length: 20 }, () => use(flow, copyOf(who), token)))
    const taken = answers.filter(({ status }) => status === 303).length
    console.log(`20 at once with one token for ${flow}, on ${kind}: ${taken} taken`)
    expect(taken).toBe(1)
  })

  test('that was touched is none: shorter, longer, in another letter case, or empty', async () => {
    const { token, who } = await ask('sign-up')
    const touched = [
      token.slice(1),
      `${token}A`,
      swapCase(token),
      '',
      '*',
      token.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')),
    ]
    for (const one of touched) expect(isDead(await use('sign-up', who, one))).toBe(true)
    expect((await use('sign-up', who, token)).status).toBe(303)
  })

  function copyOf({ cookies }: Visitor): Visitor {
    const copy = app.newVisitor()
    for (const [name, value] of cookies) copy.cookies.set(name, value)
    return copy
  }

  describe('an account that somebody else prepared', () => {
    test('does not exist: who asks for another’s address has no account, and no way into the owner’s', async () => {
      const address = newAddress()
      const thief = app.newVisitor()
      await thief.post('/account/aanmelden', { adres: address })
      expect((await thief.get('/account')).status).toBe(303)
      expect((await giveAddressAndPassword(thief, address, PASSWORD)).status).toBe(400)
      await readMail(app)
      const owner = await signUp(app, address)
      expect((await owner.get('/account')).text).toContain(address)
      expect((await thief.get('/account')).status).toBe(303)
      expect((await thief.post('/account/aanmelden', { adres: address })).status).toBe(303)
      const letters = await readMail(app)
      expect(letters.map(({ to }) => to)).toEqual([address])
      expect(letters[0]?.text).not.toContain('bewijs=')
    })

    test('is lost to the thief at the first reset by its owner: sessions, waiting sign-ins and tokens end', async () => {
      const address = newAddress()
      const thief = await signUp(app, address)
      const token = await askAgain('change-address', thief, address)
      const owner = app.newVisitor()
      const proof = await askAgain('reset-password', owner, address)
      expect((await use('reset-password', owner, proof)).status).toBe(303)
      expect((await thief.get('/account')).status).toBe(303)
      expect((await thief.post('/account/e-mailadres', { adres: 'x@voorbeeld.nl' })).status).toBe(401)
      expect((await giveAddressAndPassword(thief, address, PASSWORD)).status).toBe(400)
      expect((await use('change-address', thief, token)).status).not.toBe(303)
      expect((await giveAddressAndPassword(owner, address, OTHER_PASSWORD)).status).toBe(303)
    })

    test('does not get the address of somebody who follows the link in a letter that the thief asked for', async () => {
      const [thiefs, address] = [newAddress(), newAddress()]
      const thief = await signUp(app, thiefs)
      await thief.post('/account/e-mailadres', { adres: address })
      const [letter] = await readMail(app)
      expect(letter?.to).toBe(address)
      const token = new URL(letter ? linkIn(letter) : '', 'http://localhost').searchParams.get('bewijs') ?? ''
      const victim = app.newVisitor()
      const looked = await victim.get(`${FLOWS['change-address']}?bewijs=${token}`)
      const used = await use('change-address', victim, token)
      for (const { status, text } of [looked, used]) {
        expect([status, text.includes('Log eerst in')]).toEqual([400, true])
        expect(text).not.toContain(thiefs)
      }
      expect((await giveAddressAndPassword(thief, address, PASSWORD)).status).toBe(400)
      const owner = await signUp(app, address)
      expect((await owner.get('/account')).text).toContain(address)
      // Nor afterwards, by the thief who somehow got hold of the link: the address has an owner now.
      await giveAddressAndPassword(thief, thiefs, PASSWORD)
      expect(isDead(await use('change-address', thief, token))).toBe(true)
    })
  })
})

function swapCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('')
}
