import { randomBytes } from 'node:crypto'
import { createAccount } from '#database/accounts.ts'
import { type Database, openDatabase } from '#database/connect.ts'
import { createSession, findSession } from '#database/sessions.ts'
import { createPasswords } from '#platform/passwords.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { percentile } from './crowd.ts'
import type { Figure } from './figure.ts'
import { ACCOUNT_GOALS } from './goals.ts'
import { ownMeter } from './processor-time.ts'
import type { Running } from './store.ts'

const CHECKS = 3_000
const PAGES = 300
const AT_ONCE = 10
const PASSWORD = 'zeven paarse fietsen op zolder'
const DAY = 24 * 60 * 60 * 1000

type Person = { address: string; cookie: string; tokenHash: string }

/** What asking who somebody is costs, and whether people who sign in keep the others waiting. */
export async function measureAccounts(store: string, running: Running): Promise<Figure[]> {
  const { origin, databaseUrl } = running
  const database = await openDatabase({ databaseUrl, dataDir: '' })
  try {
    const people = await makePeople(database.db)
    const check = await costOfCheck(database.db, people, running)
    const normal = await pageTimes(origin, people)
    const { times: busy, signIns } = await whileSigningIn(origin, people, () => pageTimes(origin, people))
    const p95 = (times: number[]) => percentile(times, 0.95)
    return [
      {
        what: `${store}: CPU of asking who is signed in`,
        unit: 'ms',
        measured: check,
        goal: { atMost: ACCOUNT_GOALS.check },
      },
      { what: `${store}: page of an account, median`, unit: 'ms', measured: percentile(normal, 0.5) },
      { what: `${store}: page of an account, 95th percentile`, unit: 'ms', measured: p95(normal) },
      {
        what: `${store}: the same while ${AT_ONCE} people sign in at once (${signIns} did)`,
        unit: 'ms',
        measured: p95(busy),
        goal: { atMost: ACCOUNT_GOALS.slowdown * p95(normal) },
        ceiling: p95(normal),
      },
    ]
  } finally {
    await database.close()
  }
}

async function makePeople(db: Database): Promise<Person[]> {
  const passwordHash = await createPasswords().hash(PASSWORD)
  const now = new Date()
  const people: Person[] = []
  for (let number = 0; number < AT_ONCE; number += 1) {
    const id = systemSecrets.createId()
    const address = `bench-${number}@voorbeeld.nl`
    const token = randomBytes(32).toString('base64url')
    const tokenHash = systemSecrets.hash(token)
    await createAccount(db, { id, address, key: address, passwordHash, createdAt: now })
    await createSession(db, {
      tokenHash,
      id: systemSecrets.createId(),
      accountId: id,
      device: 'bench',
      stays: true,
      createdAt: now,
      expiresAt: new Date(now.getTime() + DAY),
    })
    people.push({ address, cookie: `quickscan-account=${token}`, tokenHash })
  }
  return people
}

/** Milliseconds of processor time for one check, of the program and the database together. */
async function costOfCheck(db: Database, people: Person[], { databaseMeter }: Running): Promise<number> {
  const checkAll = async (count: number) => {
    for (let number = 0; number < count; number += 1) {
      const { tokenHash } = people[number % people.length] ?? { tokenHash: '' }
      if (!(await findSession(db, tokenHash, new Date()))) throw new Error('a session is not there')
    }
  }
  await checkAll(CHECKS / 10)
  const before = ownMeter() + (databaseMeter?.() ?? 0)
  await checkAll(CHECKS)
  return (ownMeter() + (databaseMeter?.() ?? 0) - before) / CHECKS
}

/** One page after the other, as one browser waits for them. */
async function pageTimes(origin: string, people: Person[]): Promise<number[]> {
  const times: number[] = []
  for (let number = 0; number < PAGES; number += 1) {
    const { cookie } = people[number % people.length] ?? { cookie: '' }
    const started = performance.now()
    const response = await fetch(`${origin}/scans`, { headers: { cookie } })
    await response.text()
    times.push(performance.now() - started)
    if (response.status !== 200) throw new Error(`/scans answered ${response.status}`)
  }
  return times
}

async function whileSigningIn(origin: string, people: Person[], measure: () => Promise<number[]>) {
  let isOver = false
  let signIns = 0
  const keepSigningIn = async ({ address }: Person) => {
    while (!isOver) {
      const response = await fetch(`${origin}/account/inloggen`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin },
        body: new URLSearchParams({ adres: address, wachtwoord: PASSWORD }),
      })
      await response.arrayBuffer()
      if (response.status !== 303) throw new Error(`signing in answered ${response.status}`)
      signIns += 1
    }
  }
  const everybody = people.map(keepSigningIn)
  const times = await measure()
  isOver = true
  await Promise.all(everybody)
  return { times, signIns }
}
