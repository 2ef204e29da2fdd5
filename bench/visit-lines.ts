import { Agent } from 'node:http'
import type { Figure } from './figure.ts'
import { type FirstVisit, visitFirst } from './first-visit.ts'
import { FIRST_VISIT_GOALS } from './goals.ts'
import { planJourney, START } from './journey.ts'
import { createVisitor } from './visitor.ts'

/** What comes over the wire for somebody who was never here: at the front door, and amid the statements. */
export async function measureFirstVisits(origin: string): Promise<Figure[]> {
  const home = await visitFirst(origin, '/')
  const { path, cookie } = await reachStatements(origin)
  const statements = await visitFirst(origin, path, cookie)
  return [
    ...lines('home page', home),
    ...lines('page of statements', statements),
    ...home.files.map(({ path, bytes }) => line(`- home page: ${path}`, bytes / 1_000)),
    ...statements.files
      .filter(({ path }) => !home.files.some((file) => file.path === path))
      .map(({ type, bytes }) => line(`- page of statements: ${type}`, bytes / 1_000)),
  ]
}

function lines(page: string, { requests, bytes, strangers }: FirstVisit): Figure[] {
  const count = (what: string, measured: number, atMost: number): Figure => ({
    what: `first visit, ${page}: ${what}`,
    unit: '',
    measured,
    goal: { atMost },
  })
  return [
    count('requests', requests, FIRST_VISIT_GOALS.requests),
    { ...line(`${page}: received`, bytes / 1_000), goal: { atMost: FIRST_VISIT_GOALS.kilobytes } },
    count('requests to other hosts', strangers.length, FIRST_VISIT_GOALS.strangers),
  ]
}

function line(what: string, measured: number): Figure {
  return { what: `first visit, ${what}`, unit: 'KB', measured }
}

async function reachStatements(origin: string): Promise<{ path: string; cookie: string | undefined }> {
  const agent = new Agent()
  const participant = { visitor: createVisitor(origin, agent), scan: '' }
  const journey = planJourney()
  await journey.parts.find(({ name }) => name === START)?.perform(participant)
  return { path: journey.firstPage(participant.scan), cookie: participant.visitor.cookie() }
}
