import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveAddressAndPassword, PASSWORD, signUp } from '#test/account-holder.ts'
import { linkIn, readMail } from '#test/mail-reader.ts'
import { onEachStore, openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'

onEachStore('an address is one person', (kind) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(await openTestDatabase(kind))
  }, 60_000)
  afterAll(() => app.close())

  const accounts = async () => {
    const { rows } = await sql<{ count: string }>`select count(*) as count from accounts`.execute(
      app.house.db,
    )
    return Number(rows[0]?.count)
  }

  const sameAsNoor = [
    'NOOR@voorbeeld.nl',
    'noor@VOORBEELD.NL',
    '  Noor@Voorbeeld.nl ',
    'ｎｏｏｒ@voorbeeld.nl',
    'noor@ｖoorbeeld.nl',
  ]

  test('whatever its letter case and width, at sign-up, sign-in, reset and change of address', async () => {
    await signUp(app, 'noor@voorbeeld.nl')
    for (const [day, typed] of sameAsNoor.entries()) {
      app.setClock(`2026-12-${10 + day}T12:00:00Z`)
      await app.newVisitor().post('/account/aanmelden', { adres: typed })
      const [letter] = await readMail(app)
      expect([typed, letter?.subject]).toEqual([typed, 'Je hebt al een account bij QuickScan'])
      expect((await giveAddressAndPassword(app.newVisitor(), typed)).status).toBe(303)
      const sem = await signUp(app, `sem${day}@voorbeeld.nl`)
      await sem.post('/account/e-mailadres', { adres: typed })
      const [refusal] = await readMail(app)
      expect(refusal?.subject).toBe('Dit adres hoort al bij een account van QuickScan')
    }
    expect(await accounts()).toBe(1 + sameAsNoor.length)
  })

  test('also when 20 letters are answered at the same time', async () => {
    app.setClock('2027-01-10T12:00:00Z')
    const before = await accounts()
    const proofs: string[] = []
    for (let number = 0; number < 3; number += 1) {
      const adres = ['iris@voorbeeld.nl', 'Iris@voorbeeld.nl', 'IRIS@VOORBEELD.NL'][number] ?? ''
      await app.newVisitor().post('/account/aanmelden', { adres })
    }
    // Read together, as if three letters had crossed: only the newest link may work.
    for (const letter of await readMail(app)) {
      proofs.push(new URL(linkIn(letter), 'http://localhost').searchParams.get('bewijs') ?? '')
    }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        app
          .newVisitor()
          .post('/account/bevestigen', { bewijs: proofs[number % 3] ?? '', wachtwoord: PASSWORD }),
      ),
    )
    const made = answers.filter(({ status }) => status === 303).length
    console.log(`20 answers to 3 letters for one address, on ${kind}: ${made} account made`)
    expect([made, await accounts()]).toEqual([1, before + 1])
  })

  test.each(['noor+werk@voorbeeld.nl', 'noor@sub.voorbeeld.nl', 'no.or@voorbeeld.nl'])(
    '%s is somebody else',
    async (address) => {
      const who = await signUp(app, address)
      expect((await who.get('/account')).text).toContain(address)
    },
  )

  test.each([
    'nоor@voorbeeld.nl',
    'noor@voorbeeld',
    'noor@@voorbeeld.nl',
    'noor@voorbeeld.nl,sem@voorbeeld.nl',
    'noor@voorbeeld.nl\nbcc: x@x.nl',
    'noor@voorbeeld.nl.',
    '"noor"@voorbeeld.nl',
  ])('%j is no address: nothing is sent', async (typed) => {
    const answer = await app.newVisitor().post('/account/aanmelden', { adres: typed })
    expect([answer.status, (await readMail(app)).length]).toEqual([400, 0])
  })
})
