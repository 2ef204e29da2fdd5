import { addCosts, type Cost, percentile } from './crowd.ts'
import type { Figure } from './figure.ts'
import { FILL_IN, FINISH } from './journey.ts'
import type { StoreFigures } from './store.ts'

export type StoreGoals = {
  milliseconds: number
  participantsPerSecond: number
  firstStart: number
  nextStart: number
  memory: number
}

/** The lines of the report about one store. */
export function storeLines(store: string, figures: StoreFigures, goals: StoreGoals): Figure[] {
  return [
    ...processorLines(store, figures, goals),
    ...speedLines(store, figures, goals),
    ...startLines(store, figures, goals),
    ...memoryLines(store, figures, goals),
  ]
}

/** What the goal counts starts at the first page of statements; what somebody does before is extra here. */
function processorLines(store: string, { crowd, ...figures }: StoreFigures, goals: StoreGoals): Figure[] {
  const goal = { atMost: goals.milliseconds }
  const pages = addCosts(figures.constantPages.parts)
  const ceiling = total(pages) + total(figures.commits)
  const core = addCosts(crowd.parts.filter(({ name }) => name === FILL_IN || name === FINISH))
  const whole = addCosts(crowd.parts)
  const line = (what: string, measured: number): Figure => ({
    what: `${store}: ${what}`,
    unit: 'ms',
    measured,
  })
  return [
    {
      ...line(`CPU of a whole journey, ${crowd.exchanges.length} requests`, total(whole)),
      goal,
      ceiling,
    },
    { ...line('CPU of open, save four pages, result', total(core)), goal },
    { ...line('- of which the application (whole journey)', whole.app), ceiling: pages.app },
    ...(whole.database > 0
      ? [
          {
            ...line('- of which the database (whole journey)', whole.database),
            ceiling: figures.commits.database,
          },
        ]
      : []),
    ...crowd.parts.map((part) => line(`- part "${part.name}"`, total(part))),
    line(
      `CPU of a whole journey, the first ${figures.firstCrowd.participants} after a start`,
      total(figures.firstCrowd),
    ),
  ]
}

function speedLines(
  store: string,
  { crowd, constantPages, commits }: StoreFigures,
  goals: StoreGoals,
): Figure[] {
  const page = (share: number, what: string): Figure => ({
    what: `${store}: page, ${what}`,
    unit: 'ms',
    measured: percentile(crowd.pageTimes, share),
    ceiling: percentile(constantPages.pageTimes, share),
  })
  return [
    {
      what: `${store}: participants, 8 at a time`,
      unit: '/s',
      measured: perSecond(addCosts(crowd.parts)),
      goal: { atLeast: goals.participantsPerSecond },
      ceiling: Math.min(perSecond(addCosts(constantPages.parts)), perSecond(commits)),
    },
    page(0.5, 'median'),
    page(0.95, '95th percentile'),
  ]
}

function startLines(store: string, figures: StoreFigures, goals: StoreGoals): Figure[] {
  const ceiling = figures.constantPages.secondsToStart
  const line = (what: string, measured: number, atMost: number): Figure => ({
    what: `${store}: ${what}`,
    unit: 's',
    measured,
    goal: { atMost },
    ceiling,
  })
  return [
    line('start, first time', figures.firstStart, goals.firstStart),
    line('start, next time', figures.nextStart, goals.nextStart),
  ]
}

function memoryLines(
  store: string,
  { idle, afterLoad, constantPages }: StoreFigures,
  goals: StoreGoals,
): Figure[] {
  const line = (what: string, measured: number): Figure => ({
    what: `${store}: memory of the application, ${what}`,
    unit: 'MB',
    measured,
    ceiling: constantPages.memory.most,
  })
  return [
    { ...line('most under load', afterLoad.most), goal: { atMost: goals.memory } },
    line('after the load', afterLoad.now),
    line('idle after the start', idle.now),
  ]
}

function total({ app, database }: Cost): number {
  return app + database
}

function perSecond({ participants, seconds }: Cost): number {
  return participants / seconds
}
