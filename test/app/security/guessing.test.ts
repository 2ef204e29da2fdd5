import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countAttempt } from '#database/attempts.ts'
import { countWaitingMails } from '#database/mails.ts'
import { LIMITS } from '#domain/attempt-limits.ts'
import { createPasswords, type Passwords } from '#platform/passwords.ts'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { readMail } from '#test/mail-reader.ts'
import { onEachStore, openTestDatabase, stores, type TestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'

const QUARTER = 15 * 60 * 1000
const HOUR = 4 * QUARTER
const START = Date.parse('2026-11-23T12:00:00Z')

/** The real thing, with a count of how often it was asked. */
function counting(real: Passwords): Passwords & { checked: () => number; reset: () => void } {
  let checked = 0
  return {
    hash: real.hash,
    verify: (password, hash) => {
      checked += 1
      return real.verify(password, hash)
    },
    checked: () => checked,
    reset: () => {
      checked = 0
    },
  }
}

describe('guessing at a password', () => {
  let app: TestApp
  const passwords = counting(createPasswords({ logN: 4, r: 8, p: 1 }))
  beforeAll(async () => {
    // Thousands of tries are soonest over where many can be counted at once.
    const fastest = stores.findLast(({ isAvailable }) => isAvailable)?.kind ?? 'embedded'
    app = await startTestApp(await openTestDatabase(fastest), { passwords })
    app.house.site.trustedProxies = 1
    app.house.log.level = 'silent'
  }, 60_000)
  afterAll(() => app.close())

  const from = (address: string, headers: Record<string, string>, password = 'mis geraden wachtwoord') =>
    send('/account/inloggen', { adres: address, wachtwoord: password }, headers)

  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.newVisitor().request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    })

  test('10,000 times, from everywhere and in every shape of the letters, reaches the hash ten times in a quarter', async () => {
    app.setClock(new Date(START).toISOString())
    await signUp(app, 'doelwit@voorbeeld.nl')
    passwords.reset()
    let limited = 0
    const guess = async (number: number) => {
      const address = inSomeCase('doelwit@voorbeeld.nl', number)
      const network = `2001:db8:${(number % 7919).toString(16)}:${((number % 104729) & 0xffff).toString(16)}::${number.toString(16)}`
      const { status } = await from(address, {
        'x-forwarded-for': `${number % 255}.1.2.3, ${network}`,
        // As a program would ask: no page has to be made for it.
        accept: 'application/json',
      })
      if (status === 429) limited += 1
    }
    for (let number = 0; number < 10_000; number += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, more) => guess(number + more)))
    }
    console.log(
      `10,000 guesses at one account: ${passwords.checked()} reached the hash, ${limited} were refused`,
    )
    expect(passwords.checked()).toBe(LIMITS.passwordsPerAccount.most)
    expect(limited).toBe(10_000 - LIMITS.passwordsPerAccount.most)

    app.setClock(new Date(START + QUARTER - 1).toISOString())
    expect((await from('doelwit@voorbeeld.nl', { 'x-forwarded-for': '10.0.0.1' }, PASSWORD)).status).toBe(429)
    app.setClock(new Date(START + QUARTER).toISOString())
    expect((await from('doelwit@voorbeeld.nl', { 'x-forwarded-for': '10.0.0.1' }, PASSWORD)).status).toBe(303)
  }, 120_000)

  test('at many accounts, from one /64 with changing addresses and a forged chain, stops at 300', async () => {
    app.setClock(new Date(START + 10 * QUARTER).toISOString())
    passwords.reset()
    for (let number = 0; number < 400; number += 50) {
      await Promise.all(
        Array.from({ length: 50 }, (_, more) => {
          const one = number + more
          const chain = `${one % 255}.9.9.9, 2001:db8:1:2:${one.toString(16)}::1`
          return from(`iemand${one}@voorbeeld.nl`, { 'x-forwarded-for': chain })
        }),
      )
    }
    console.log(`400 accounts from one /64: ${passwords.checked()} reached the hash`)
    expect(passwords.checked()).toBe(LIMITS.passwordsPerNetwork.most)
  })

  test('control: without proxies to believe, a forged chain is not looked at; with one too many, it is', async () => {
    const tries = async (trustedProxies: number, when: number) => {
      app.setClock(new Date(START + when * QUARTER).toISOString())
      app.house.site.trustedProxies = trustedProxies
      passwords.reset()
      for (let one = 0; one < 320; one += 1) {
        await from(`wie${when}-${one}@voorbeeld.nl`, {
          'x-forwarded-for': `10.${one >> 8}.${one & 255}.1, 192.0.2.1`,
        })
      }
      return passwords.checked()
    }
    const figures = [await tries(0, 20), await tries(1, 21), await tries(2, 22)]
    app.house.site.trustedProxies = 1
    console.log(`320 tries with a forged chain reach the hash, for 0, 1 and 2 proxies: ${figures.join(', ')}`)
    expect(figures).toEqual([300, 300, 320])
  })

  test('60 colleagues behind one address sign in within a minute, also those who type it wrong twice', async () => {
    app.setClock(new Date(START + 30 * QUARTER).toISOString())
    const office = { 'x-forwarded-for': '198.51.100.7' }
    const colleagues = Array.from({ length: 60 }, (_, number) => `collega${number}@voorbeeld.nl`)
    for (const [number, address] of colleagues.entries()) {
      app.setClock(new Date(START + (31 + number) * QUARTER).toISOString())
      await signUp(app, address)
    }
    app.setClock(new Date(START + 200 * QUARTER).toISOString())
    const arrive = async (address: string, number: number) => {
      for (let mistake = 0; mistake < number % 3; mistake += 1) await from(address, office)
      return (await from(address, office, PASSWORD)).status
    }
    const statuses = await Promise.all(colleagues.map(arrive))
    console.log(
      `60 colleagues behind one address: ${statuses.filter((status) => status === 303).length} signed in`,
    )
    expect(statuses).toEqual(Array(60).fill(303))
  })

  test('a new password by mail opens the account again for who had tried too often', async () => {
    app.setClock(new Date(START + 300 * QUARTER).toISOString())
    const who = await signUp(app, 'vergeten@voorbeeld.nl')
    for (let guess = 0; guess < 12; guess += 1) await from('vergeten@voorbeeld.nl', {})
    const refused = await giveAddressAndPassword(app.newVisitor(), 'vergeten@voorbeeld.nl')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
    expect(refused.text).toContain('Wacht een kwartier')
    await who.post('/account/wachtwoord-vergeten', { adres: 'vergeten@voorbeeld.nl' })
    const bewijs = /bewijs=(\S+)/.exec((await readMail(app))[0]?.text ?? '')?.[1] ?? ''
    await who.post('/account/nieuw-wachtwoord', { bewijs, wachtwoord: 'koude soep onder de toren' })
    const answer = await giveAddressAndPassword(who, 'vergeten@voorbeeld.nl', 'koude soep onder de toren')
    expect(answer.status).toBe(303)
  })

  test('mail: three an hour go to one address, however it is typed, and the page says nothing of it', async () => {
    const begun = START + 400 * QUARTER
    app.setClock(new Date(begun).toISOString())
    await readMail(app)
    const answers = []
    for (let asked = 0; asked < 10; asked += 1) {
      const adres = inSomeCase('post@voorbeeld.nl', asked * 97)
      answers.push(await app.newVisitor().post('/account/aanmelden', { adres }))
    }
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1)
    expect((await readMail(app)).length).toBe(LIMITS.mailsPerAddress.most)
    const lettersAt = async (moment: number) => {
      app.setClock(new Date(moment).toISOString())
      await app.newVisitor().post('/account/aanmelden', { adres: 'post@voorbeeld.nl' })
      return (await readMail(app)).length
    }
    expect([await lettersAt(begun + HOUR - 1), await lettersAt(begun + HOUR)]).toEqual([0, 1])
  })

  test('mail: a hundred an hour are asked for from one network; the page says when it can be tried again', async () => {
    const begun = START + 500 * QUARTER
    app.setClock(new Date(begun).toISOString())
    const ask = (number: number) =>
      send(
        '/account/wachtwoord-vergeten',
        { adres: `wie${number}@voorbeeld.nl` },
        { 'x-forwarded-for': `${number}.0.0.1, [2001:db8:9:9::${number.toString(16)}]:${40_000 + number}` },
      )
    await readMail(app)
    const answers = await Promise.all(Array.from({ length: 150 }, (_, number) => ask(number)))
    const taken = answers.filter(({ status }) => status === 303).length
    console.log(`150 letters asked for from one network in an hour: ${taken} taken`)
    expect([taken, (await readMail(app)).length]).toEqual([LIMITS.mailsPerNetwork.most, taken])
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.get('retry-after')).toBe('3600')
    expect(refused?.text).toContain('Wacht een uur')
    app.setClock(new Date(begun + HOUR - 1).toISOString())
    expect((await ask(200)).status).toBe(429)
    app.setClock(new Date(begun + HOUR).toISOString())
    expect((await ask(201)).status).toBe(303)
    await readMail(app)
  })
})

onEachStore('the count of tries', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  afterAll(() => store.close())

  test('gives each of 50 at once a number of its own, and begins anew exactly when its time is over', async () => {
    const count = (moment: number) => countAttempt(store.db, 'hash', 900, new Date(START + moment))
    const numbers = await Promise.all(Array.from({ length: 50 }, () => count(0)))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    expect([await count(QUARTER - 1), await count(QUARTER), await count(QUARTER)]).toEqual([51, 1, 2])
  })
})

onEachStore('of 50 at once', (kind) => {
  let app: TestApp
  const passwords = counting(createPasswords({ logN: 4, r: 8, p: 1 }))
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind), { passwords })
  }, 60_000)
  afterAll(() => app.close())

  const atOnce = (path: string, fields: Record<string, string>) =>
    Promise.all(Array.from({ length: 50 }, () => app.newVisitor().post(path, fields)))

  test('that guess at one password, ten reach the hash; that ask for a letter, three are heard', async () => {
    await signUp(app, 'doelwit@voorbeeld.nl')
    passwords.reset()
    await atOnce('/account/inloggen', { adres: 'doelwit@voorbeeld.nl', wachtwoord: 'mis geraden' })
    await atOnce('/account/wachtwoord-vergeten', { adres: 'brief@voorbeeld.nl' })
    const { waiting } = await countWaitingMails(app.house.db)
    console.log(`50 at once on ${kind}: ${passwords.checked()} reached the hash, ${waiting} letters`)
    expect([passwords.checked(), waiting]).toEqual([
      LIMITS.passwordsPerAccount.most,
      LIMITS.mailsPerAddress.most,
    ])
  })
})

/** The same address for every number: in another letter case, and each fourth time in full-width letters. */
function inSomeCase(address: string, number: number): string {
  return [...address]
    .map((letter, place) => ((number >> (place % 12)) & 1 ? letter.toUpperCase() : letter))
    .map((letter) => (number % 4 === 3 && /[a-z]/i.test(letter) ? fullWidth(letter) : letter))
    .join('')
}

function fullWidth(letter: string): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)
}
