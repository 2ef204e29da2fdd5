import { randomBytes } from 'node:crypto'
import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase } from '#database/connect.ts'
import { findRunningMeeting, type StoredMeeting } from '#database/meetings.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { percentile } from './crowd.ts'
import type { Figure } from './figure.ts'
import { ROOM_GOALS } from './goals.ts'
import { type BenchGroup, closeRound, makeGroup } from './group.ts'
import { memoryOf } from './memory.ts'
import type { Running } from './store.ts'

const UPDATES = 30
const WARM_UP = 5
const GROUP = 50

/** What a full room costs: how soon every phone shows what the leader shows, and everybody voting at once. */
export async function measureRoom(store: string, { origin, databaseUrl, pid }: Running): Promise<Figure[]> {
  const database = await openDatabase({ databaseUrl, dataDir: '' })
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
  try {
    const group = await makeGroup(database.db, GROUP, 'room')
    await closeRound(origin, group)
    await lead(origin, group, { doe: 'begin' })
    const meeting = await findRunningMeeting(database.db, group.id)
    if (!meeting) throw new Error('no conversation was begun')
    const cookies = await letIn(database.db, meeting)
    const listeners = cookies.map((cookie) => listen(`${origin}/mee/${meeting.code}/stroom`, cookie, agent))
    await Promise.all(listeners.map(({ heard }) => heard()))
    const memory = memoryOf(pid).now

    const times: number[] = []
    let step = 'welcome'
    for (let number = -WARM_UP; number < UPDATES; number += 1) {
      const next = number % 2 === 0 ? `look:${meeting.statements[0]}` : 'close'
      const waiting = listeners.map(({ next: message }) => message())
      const started = performance.now()
      await lead(origin, group, { doe: 'naar', stap: step, naar: next })
      const arrived = await Promise.all(waiting)
      if (number >= 0) times.push(...arrived.map((moment) => moment - started))
      step = next
      // A leader does not go on faster than people can read.
      await pause(250)
    }

    const weigh = `weigh:${meeting.statements[0]}`
    await lead(origin, group, { doe: 'naar', stap: step, naar: weigh })
    const votes = performance.now()
    const statuses = await Promise.all(cookies.map((cookie) => vote(origin, meeting, cookie, weigh)))
    const seconds = (performance.now() - votes) / 1000
    if (statuses.some((status) => status !== 303)) throw new Error('a vote was refused')
    for (const { stop } of listeners) stop()

    const line = (what: string, unit: Figure['unit'], measured: number): Figure => ({
      what: `${store}: ${ROOM_GOALS.phones} phones in a room, ${what}`,
      unit,
      measured,
    })
    return [
      line('an update, median', 'ms', percentile(times, 0.5)),
      {
        ...line('an update, 95th percentile', 'ms', percentile(times, 0.95)),
        goal: { atMost: ROOM_GOALS.update },
      },
      line('an update, slowest', 'ms', Math.max(...times)),
      line('everybody votes at once, until the last one is kept', 's', seconds),
      line('memory while they listen', 'MB', memory),
    ]
  } finally {
    agent.destroy()
    await database.close()
  }
}

async function lead(
  origin: string,
  { path, cookie }: BenchGroup,
  fields: Record<string, string>,
): Promise<void> {
  const response = await fetch(`${origin}${path}/gesprek/zaal`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  await response.text()
  if (response.status !== 303 || response.headers.get('location')?.includes('let-op')) {
    throw new Error(`leading the room answered ${response.status}`)
  }
}

/** Phones that came in; gives the cookie of each. */
async function letIn(db: Database, { id: meetingId }: StoredMeeting): Promise<string[]> {
  const tokens = Array.from({ length: ROOM_GOALS.phones }, () => randomBytes(32).toString('base64url'))
  const seenAt = new Date()
  await db
    .insertInto('meetingGuests')
    .values(
      tokens.map((token) => ({
        id: systemSecrets.createId(),
        meetingId,
        tokenHash: systemSecrets.hash(token),
        seenAt,
      })),
    )
    .execute()
  return tokens.map((token) => `quickscan-gesprek=${token}`)
}

/** Listens as a browser does; `next` gives the moment at which the next message is there as a whole. */
function listen(url: string, cookie: string, agent: Agent) {
  let count = 0
  let rest = ''
  const waiting = new Set<(moment: number) => void>()
  const request = get(url, { agent, headers: { cookie, accept: 'text/event-stream' } }, (response) => {
    response.setEncoding('utf8')
    response.on('data', (piece: string) => {
      rest += piece
      const events = rest.split('\n\n')
      rest = events.pop() ?? ''
      for (const _ of events.filter((event) => event.startsWith('data: '))) {
        count += 1
        const moment = performance.now()
        for (const tell of waiting) tell(moment)
        waiting.clear()
      }
    })
    response.on('error', () => {})
  })
  request.on('error', () => {})
  const next = () => new Promise<number>((resolve) => void waiting.add(resolve))
  return {
    heard: async () => void (count === 0 && (await next())),
    next,
    stop: () => void request.destroy(),
  }
}

async function vote(origin: string, { code }: StoredMeeting, cookie: string, step: string): Promise<number> {
  const response = await fetch(`${origin}/mee/${code}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ stap: step, keuze: 'now' }).toString(),
  })
  await response.text()
  return response.status
}
