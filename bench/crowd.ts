import { Agent } from 'node:http'
import type { Part, Participant } from './journey.ts'
import type { Meter } from './processor-time.ts'
import { together } from './together.ts'
import { createVisitor, type Exchange } from './visitor.ts'

/** What a number of participants cost; processor time in milliseconds for each of them. */
export type Cost = { app: number; database: number; seconds: number; participants: number }
export type CrowdFigures = {
  parts: (Cost & { name: string })[]
  pageTimes: number[]
  /** Every request of one participant, in order. */
  exchanges: Exchange[]
}
export type Meters = { app: Meter; database?: Meter | undefined }

export const AT_A_TIME = 8

/** Lets participants go through the journey, all of them through each part before the next begins. */
export async function sendCrowd(
  origin: string,
  parts: Part[],
  participants: number,
  meters: Meters,
): Promise<CrowdFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME })
  const crowd = Array.from(
    { length: participants },
    (): Participant => ({ visitor: createVisitor(origin, agent), scan: '' }),
  )
  const costs: CrowdFigures['parts'] = []
  for (const { name, perform } of parts) {
    const cost = await measure(meters, participants, () => together(crowd, AT_A_TIME, perform))
    costs.push({ name, ...cost })
  }
  agent.destroy()
  return {
    parts: costs,
    pageTimes: crowd.flatMap(({ visitor }) => visitor.pageTimes),
    exchanges: crowd.at(-1)?.visitor.exchanges ?? [],
  }
}

export async function measure(
  meters: Meters,
  participants: number,
  work: () => Promise<void>,
): Promise<Cost> {
  const database = meters.database ?? (() => 0)
  const before = { app: meters.app(), database: database(), moment: performance.now() }
  await work()
  return {
    seconds: (performance.now() - before.moment) / 1_000,
    app: (meters.app() - before.app) / participants,
    database: (database() - before.database) / participants,
    participants,
  }
}

/** Parts together, as if they were one. */
export function addCosts(costs: Cost[]): Cost {
  const sum = (pick: (cost: Cost) => number) => costs.reduce((total, cost) => total + pick(cost), 0)
  return {
    app: sum(({ app }) => app),
    database: sum(({ database }) => database),
    seconds: sum(({ seconds }) => seconds),
    participants: costs[0]?.participants ?? 0,
  }
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
