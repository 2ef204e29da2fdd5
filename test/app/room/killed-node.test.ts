import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectFolder } from '#src/project-folder.ts'
import { signUp } from '#test/account-holder.ts'
import { comeInWithPhones, openRoom, type TestPhone, type TestRoom } from '#test/room.ts'
import { openTestDatabase, stores, type TestDatabase } from '#test/stores/stores.ts'
import { makeToldGroup } from '#test/team.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'

const isThere = stores.some(({ kind, isAvailable }) => kind === 'postgresql' && isAvailable)
const ROUNDS = 4
const PHONES = 12

describe.skipIf(!isThere)('a node that is killed while people vote', () => {
  let app: TestApp
  let database: TestDatabase
  let room: TestRoom
  let phones: TestPhone[]
  const running: ChildProcess[] = []

  beforeAll(async () => {
    database = await openTestDatabase('postgresql')
    app = await startTestApp(database)
    // A real node has no clock that a test can move.
    app.setClock(new Date().toISOString())
    const organiser = await signUp(app, 'organisator@voorbeeld.nl')
    const group = await makeToldGroup(app, organiser, 'organisator@voorbeeld.nl')
    room = await openRoom(app, group)
    const [topic = ''] = (await room.meeting()).statements
    await room.goTo(`weigh:${topic}`)
    phones = await comeInWithPhones(app, room, PHONES)
    // Somebody who never votes: so the vote stays open.
    await comeInWithPhones(app, room, 1)
  }, 60_000)
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL')
    await app?.close()
  })

  /** The program as it runs for real, beside ours, on the same database. */
  async function startNode(): Promise<{ origin: string; child: ChildProcess }> {
    const port = await freePort()
    const child = spawn(process.execPath, [join(projectFolder, 'dist/main.mjs')], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'silent',
        DATABASE_URL: database.place.databaseUrl,
        DATA_DIR: database.place.dataDir,
      },
    })
    running.push(child)
    const origin = `http://127.0.0.1:${port}`
    for (let tries = 0; tries < 200; tries += 1) {
      if (
        await fetch(`${origin}/livez`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return { origin, child }
      await pause(50)
    }
    throw new Error('the node did not start')
  }

  test(`loses no vote that it said it has, in ${ROUNDS} rounds`, async () => {
    const { step } = await room.meeting()
    const options = ['now', 'this-year', 'later']
    const counts = { acknowledged: 0, cutOff: 0, lost: 0 }
    const said = new Map<number, string>()
    const tried = new Map<number, Set<string>>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const { origin, child } = await startNode()
      let isKilled = false
      const voting = phones.map(async ({ visitor }, index) => {
        for (let turn = 0; !isKilled; turn += 1) {
          const keuze = options[(turn + index + round) % options.length] ?? ''
          tried.set(index, new Set([keuze]))
          const answer = await fetch(`${origin}/mee/${room.code}`, {
            method: 'POST',
            redirect: 'manual',
            headers: {
              origin,
              cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
              'content-type': 'application/x-www-form-urlencoded',
            },
            body: new URLSearchParams({ stap: step, keuze }).toString(),
          }).catch(() => undefined)
          if (answer?.status === 303 && !answer.headers.get('location')?.includes('let-op')) {
            said.set(index, keuze)
            tried.delete(index)
            counts.acknowledged += 1
          } else if (answer) throw new Error(`a vote was refused: ${answer.status}`)
          else counts.cutOff += 1
        }
      })
      const enough = counts.acknowledged + 2 * PHONES
      while (counts.acknowledged < enough) await pause(20)
      await pause(Math.random() * 100)
      child.kill('SIGKILL')
      isKilled = true
      await Promise.all(voting)
      const kept = await votesNow()
      for (const [index, phone] of phones.entries()) {
        const choice = kept.get(app.house.secrets.hash(phone.visitor.cookies.get('quickscan-gesprek') ?? ''))
        // What was on its way when the node died may have been kept or not; what was acknowledged must be.
        const mayBe = new Set([said.get(index), ...(tried.get(index) ?? [])])
        if (said.has(index) && !mayBe.has(choice)) counts.lost += 1
      }
    }
    console.log(
      `killed ${ROUNDS} nodes: ${counts.acknowledged} votes acknowledged, ${counts.cutOff} cut off, ${counts.lost} lost`,
    )
    expect(counts.acknowledged).toBeGreaterThan(PHONES * ROUNDS)
    expect(counts.cutOff).toBeGreaterThan(0)
    expect(counts.lost).toBe(0)
  }, 120_000)

  async function votesNow(): Promise<Map<string, string | undefined>> {
    const rows = await app.house.db
      .selectFrom('meetingVotes')
      .innerJoin('meetingGuests', 'meetingGuests.id', 'meetingVotes.guestId')
      .select(['meetingGuests.tokenHash', 'meetingVotes.choices'])
      .execute()
    return new Map(rows.map(({ tokenHash, choices }) => [tokenHash, choices[0]]))
  }
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
