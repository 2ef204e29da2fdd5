import { Agent } from 'node:http'
import { urls } from '#web/urls.ts'
import { type Participant, planJourney } from './journey.ts'
import { createVisitor } from './visitor.ts'

/** Somebody with three finished scans, so that there is a trend in the report, and one that is not finished yet. */
export type Reporter = {
  /** Fetches the report of the last finished scan, and gives its size in bytes. */
  report: () => Promise<number>
  /** Writes another note in the scan that is not finished, and fetches its report. */
  reportAnew: (number: number) => Promise<number>
  readPage: () => Promise<void>
}

const SCANS = 3

/** So many people, each with words of their own: no report is made for two of them. */
export async function reporters(origin: string, count: number): Promise<Reporter[]> {
  const agent = new Agent({ keepAlive: true })
  try {
    const people: Reporter[] = []
    for (let number = 0; number < count; number += 1) people.push(await oneReporter(origin, agent, number))
    return people
  } finally {
    agent.destroy()
  }
}

async function oneReporter(origin: string, agent: Agent, number: number): Promise<Reporter> {
  const [start, fill, finish] = planJourney().parts
  const participant: Participant = { visitor: createVisitor(origin, agent), scan: '' }
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = { origin, cookie: participant.visitor.cookie() ?? '', ...init.headers }
    const response = await fetch(origin + path, { ...init, headers })
    const { byteLength } = await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    return byteLength
  }
  const write = (scan: string, note: string) =>
    send(urls.scanAnswer.to({ scan, statement: statementOf(participant) }), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ note }),
    })
  for (let round = 0; round < SCANS; round += 1) {
    await start?.perform(participant)
    await fill?.perform(participant)
    await write(participant.scan, `Deelnemer ${number} schrijft op wat het team kan doen, keer ${round}.`)
    await finish?.perform(participant)
  }
  const finished = participant.scan
  await start?.perform(participant)
  await fill?.perform(participant)
  const open = participant.scan
  const report = (scan: string) => send(urls.scanResultPdf.to({ scan }))
  return {
    report: () => report(finished),
    reportAnew: async (turn) => {
      await write(open, `De ${turn}e versie van een notitie van deelnemer ${number}.`)
      return report(open)
    },
    readPage: async () => void (await send(urls.scanResult.to({ scan: finished }))),
  }
}

/** The first statement on the page that was saved last. */
function statementOf({ visitor }: Participant): string {
  const saved = visitor.exchanges.findLast(
    ({ method, path }) =>
      method === 'POST' && /^\/scans\/\w+\/\w+$/.test(path) && !path.endsWith('/afronden'),
  )
  const [name] = new URLSearchParams(saved?.body).keys()
  if (!name) throw new Error('nothing was saved')
  return name
}
