import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createAccount, findAccountByAddress } from '#database/accounts.ts'
import { openDatabase } from '#database/connect.ts'
import { findPendingSignIn, savePendingSignIn } from '#database/pending-sign-ins.ts'
import { createSession, findSession } from '#database/sessions.ts'
import { parseEmailAddress } from '#domain/email-address.ts'
import type { Permission } from '#domain/permissions.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { changePermission } from '#src/commands/change-permission.ts'
import { createAdminCommand } from '#src/commands/create-admin.ts'
import { projectFolder } from '#src/project-folder.ts'
import { LATER, NOON } from './sample-scan.ts'
import { makeEmbedded, onEachStore, openTestDatabase, type TestDatabase } from './stores.ts'

onEachStore('who is made an administrator', (kind) => {
  let store: TestDatabase
  beforeAll(async () => {
    store = await openTestDatabase(kind)
  }, 60_000)
  afterAll(() => store.close())

  function change(text: string, permission: Permission) {
    const address = parseEmailAddress(text)
    if (!address) throw new Error(`not an address: ${text}`)
    return changePermission(store.db, address, permission, { createId: systemSecrets.createId, now: NOON })
  }

  const lettersTo = async (address: string) =>
    (await store.db.selectFrom('mails').select('kind').where('address', '=', address).execute()).map(
      (mail) => mail.kind,
    )

  async function openAccount(id: string, passwordHash: string | null = 'hash'): Promise<string> {
    const address = `${id}@voorbeeld.nl`
    await createAccount(store.db, { id, address, key: address, passwordHash, createdAt: NOON })
    await createSession(store.db, {
      tokenHash: `session of ${id}`,
      id: `session-${id}`,
      accountId: id,
      device: 'Firefox op Linux',
      stays: true,
      createdAt: NOON,
      expiresAt: LATER,
    })
    const pending = { tokenHash: `pending of ${id}`, accountId: id, stays: false, expiresAt: LATER }
    await savePendingSignIn(store.db, pending)
    return address
  }

  const isSignedIn = async (id: string) => [
    (await findSession(store.db, `session of ${id}`, NOON)) !== undefined,
    (await findPendingSignIn(store.db, `pending of ${id}`, NOON)) !== undefined,
  ]

  test('gets an account and one letter, however many ask at once', async () => {
    const changes = await Promise.all(
      ['Nieuw@voorbeeld.nl', 'nieuw@voorbeeld.nl', 'NIEUW@voorbeeld.nl'].map((address) =>
        change(address, 'functional-administrator'),
      ),
    )
    expect(changes.map((one) => one.kind).sort()).toEqual(['made', 'same', 'same'])
    const account = await findAccountByAddress(store.db, 'nieuw@voorbeeld.nl')
    expect(account?.permission).toBe('functional-administrator')
    expect(await lettersTo(account?.address ?? '')).toEqual(['choose-password'])
  })

  test('is signed out everywhere when the rights change, and gets no letter with a password', async () => {
    const address = await openAccount('noor')
    const bystander = await openAccount('sem')
    expect(await isSignedIn('noor')).toEqual([true, true])
    expect(await change(address, 'content-administrator')).toEqual({
      kind: 'changed',
      address,
      getsLetter: false,
      before: 'participant',
    })
    expect(await isSignedIn('noor')).toEqual([false, false])
    expect(await lettersTo(address)).toEqual([])
    expect(await isSignedIn('sem')).toEqual([true, true])
    expect((await findAccountByAddress(store.db, bystander))?.permission).toBe('participant')
  })

  test('control: asking for the rights that somebody has, ends nothing', async () => {
    const address = await openAccount('anna')
    expect(await change(address, 'participant')).toEqual({ kind: 'same', address, hasPassword: true })
    expect(await isSignedIn('anna')).toEqual([true, true])
  })

  test('gets a letter without a password, but not to become a participant again', async () => {
    const address = await openAccount('organisatie', null)
    expect(await change(address, 'functional-administrator')).toMatchObject({ getsLetter: true })
    expect(await change(address, 'participant')).toMatchObject({ kind: 'changed', getsLetter: false })
    expect(await lettersTo(address)).toEqual(['choose-password'])
  })

  test('nobody is made a participant', async () => {
    expect(await change('niemand@voorbeeld.nl', 'participant')).toEqual({ kind: 'unknown' })
    expect(await findAccountByAddress(store.db, 'niemand@voorbeeld.nl')).toBeUndefined()
  })
})

type Outcome = { status: number; output: string }

describe('npx quickscan create-admin', () => {
  let made: Awaited<ReturnType<typeof makeEmbedded>>
  beforeAll(async () => {
    made = await makeEmbedded()
  }, 60_000)
  afterAll(() => made.remove())

  const environment = () => ({ DATA_DIR: made.place.dataDir, DATABASE_URL: '', SMTP_URL: '' })

  /** The command as it is typed. */
  function typeCommand(...rest: string[]): Promise<Outcome> {
    const program = [join(projectFolder, 'bin/quickscan.mjs'), 'create-admin', ...rest]
    const env = { ...process.env, ...environment() }
    return new Promise((resolve) => {
      execFile(process.execPath, program, { cwd: projectFolder, env }, (error, stdout, stderr) => {
        resolve({ status: Number(error?.code ?? 0), output: stdout + stderr })
      })
    })
  }

  /** The same, without a process of its own: that takes seconds. */
  async function createAdmin(...rest: string[]): Promise<Outcome> {
    const lines: string[] = []
    const keep = (line: string) => void lines.push(line)
    const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
    for (const spy of said) spy.mockImplementation(keep)
    for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value)
    const status = await createAdminCommand.run(rest)
    for (const spy of said) spy.mockRestore()
    vi.unstubAllEnvs()
    return { status, output: lines.map((line) => `${line}\n`).join('') }
  }

  test.each<[string, string[], string]>([
    ['nothing', [], 'say one e-mail address'],
    ['two addresses', ['a@b.nl', 'c@d.nl'], 'say one e-mail address'],
    ['no address', ['noor'], '"noor" is not an e-mail address'],
    ['an address of two lines', ['noor@b.nl\nx'], '"noor@b.nl\\nx" is not an e-mail address'],
    ['an option that does not exist', ['a@b.nl', '--root'], 'unknown option: --root'],
    ['two at once', ['a@b.nl', '--content', '--functional'], 'choose one of --content and --functional'],
  ])('refuses %s in one line', async (_, rest, line) => {
    expect(await createAdmin(...rest)).toEqual({ status: 2, output: `${line}\n` })
  })

  test('says that a running QuickScan has the embedded database', async () => {
    const running = await openDatabase(made.place)
    const { status, output } = await typeCommand('beheer@voorbeeld.nl')
    await running.close()
    expect(status).toBe(1)
    expect(output).toMatch(/^The embedded database in .+ is in use by another process\. Stop that one/)
    expect(output.trim().split('\n')).toHaveLength(1)
  })

  test('makes, leaves alone and takes away, and says what was done', async () => {
    const first = await typeCommand('beheer@voorbeeld.nl')
    expect(first).toMatchObject({ status: 0 })
    expect(first.output).toContain('An account was made for beheer@voorbeeld.nl: functional administrator.')
    expect(first.output).toContain(`appears in ${join(made.place.dataDir, 'mail')} as soon as QuickScan runs`)
    expect(first.output).toContain('second step')

    const again = await createAdmin('--functional', 'BEHEER@voorbeeld.nl')
    expect(again).toMatchObject({ status: 0 })
    expect(again.output).toContain('functional administrator already. Nothing was changed.')
    expect(again.output).toContain('no password yet')

    const taken = await createAdmin('beheer@voorbeeld.nl', '--participant')
    expect(taken).toMatchObject({ status: 0 })
    expect(taken.output).toContain('is participant now, and was functional administrator')
    expect(taken.output).not.toContain('second step')

    expect(await createAdmin('wie@voorbeeld.nl', '--participant')).toEqual({
      status: 1,
      output: 'there is no account with the address wie@voorbeeld.nl\n',
    })
  })
})
