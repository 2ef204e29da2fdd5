import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openMailbox } from '#platform/mailbox.ts'
import { writeLetter } from '#src/app.ts'
import { createPostman, type Postman } from '#src/deliver-mails.ts'
import { readMessage } from '#test/message.ts'
import { type MailServer, startMailServer } from '#test/smtp.ts'
import { openTestDatabase, stores } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'

const FROM = 'QuickScan <quickscan@voorbeeld.nl>'

describe.each(stores)('mail from form to inbox, on $name', ({ kind, isAvailable }) => {
  describe.skipIf(!isAvailable)(`with the ${kind} database`, () => {
    let app: TestApp
    let server: MailServer
    let folder: string
    beforeAll(async () => {
      app = await startTestApp(await openTestDatabase(kind))
    })
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'quickscan-mail-'))
      server = await startMailServer()
      app.setClock('2026-11-23T13:05:00Z')
      return async () => {
        await server.leave()
        rmSync(folder, { recursive: true })
      }
    })
    afterAll(() => app?.close())

    const hirePostman = (smtp: { smtpUrl?: string } = { smtpUrl: server.url }): Postman =>
      createPostman({
        db: app.house.db,
        write: (request) => writeLetter(app.house, request),
        mailbox: openMailbox({ ...smtp, from: FROM, folder }),
        clock: app.house.clock,
        log: app.house.log,
        isStopping: () => false,
      })

    const askAccount = async (address: string) => {
      const { status, location } = await app.newVisitor().post('/account/aanmelden', { adres: address })
      expect([status, location]).toEqual([303, '/account/kijk-in-je-mail'])
    }

    /** As a mail program shows it: the subject, and the path of the link in each of the two forms. */
    const open = (raw = '') => {
      const { headers, parts } = readMessage(raw)
      const [text = '', html = ''] = parts.map(({ words }) => words)
      const link = /^http:\/\/localhost(\S+)$/m.exec(text)?.[1] ?? ''
      expect(html).toContain(`href="http://localhost${link.replaceAll('&', '&amp;')}"`)
      return { subject: headers.get('subject'), link }
    }

    test('who asks for an account gets one letter, and its link leads to a password', async () => {
      await askAccount('noor@voorbeeld.nl')
      expect(await hirePostman().deliverDue()).toBe(1)
      expect(server.received.map(({ to }) => to)).toEqual(['noor@voorbeeld.nl'])
      const { subject, link } = open(server.received[0]?.raw)
      expect(subject).toBe('Maak je account bij QuickScan')
      expect((await app.newVisitor().get(link)).text).toContain('Kies een wachtwoord')
      expect(await hirePostman().deliverDue()).toBe(0)
    })

    test('while the mail server is away the form says the same, and hours later the link works', async () => {
      await server.leave()
      await askAccount('sem@voorbeeld.nl')
      const postman = hirePostman()
      expect(await postman.deliverDue()).toBe(0)
      await server.comeBack()
      app.setClock('2026-11-23T18:05:00Z')
      expect(await postman.deliverDue()).toBe(1)
      const { link } = open(server.received[0]?.raw)
      expect((await app.newVisitor().get(link)).text).toContain('Kies een wachtwoord')
    })

    test('of a letter that came twice, the link in the last one works', async () => {
      await askAccount('twee@voorbeeld.nl')
      const postman = hirePostman()
      server.behave('hangs up', 1)
      await postman.deliverDue()
      app.setClock('2026-11-23T13:06:00Z')
      await postman.deliverDue()
      expect(server.received).toHaveLength(2)
      expect(new Set(server.received.map(({ id }) => id)).size).toBe(1)
      const [first, last] = server.received.map(({ raw }) => open(raw).link)
      expect((await app.newVisitor().get(last ?? '')).text).toContain('Kies een wachtwoord')
      expect((await app.newVisitor().get(first ?? '')).text).not.toContain('Kies een wachtwoord')
    })

    test('without a mail server the letter is a file, and its link works', async () => {
      await askAccount('bestand@voorbeeld.nl')
      expect(await hirePostman({}).deliverDue()).toBe(1)
      const [name = '', ...more] = readdirSync(folder)
      expect(more).toEqual([])
      const { link } = open(readFileSync(join(folder, name), 'utf8'))
      expect((await app.newVisitor().get(link)).text).toContain('Kies een wachtwoord')
    })

    test('nothing of all this stands in the log: no address, no link', async () => {
      server.behave('defers', 1)
      await askAccount('log@voorbeeld.nl')
      await hirePostman().deliverDue()
      expect(app.logged()).toContain('a letter could not be sent (EENVELOPE 450 RCPT TO)')
      expect(app.logged()).not.toMatch(/voorbeeld|bewijs/)
    })
  })
})
