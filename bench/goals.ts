import type { StoreGoals } from './store-lines.ts'

/** What the product must reach on two cores; docs/benchmarks.md says where these come from. */
export const POSTGRESQL_GOALS: StoreGoals = {
  milliseconds: 10,
  participantsPerSecond: 100,
  firstStart: 1,
  nextStart: 1,
  memory: 150,
}

export const EMBEDDED_GOALS: StoreGoals = {
  milliseconds: 25,
  participantsPerSecond: 40,
  firstStart: 8,
  nextStart: 2,
  memory: 450,
}

/** `check` in milliseconds of processor time; `slowdown` is how many times longer a page may take. */
export const ACCOUNT_GOALS = { check: 1.5, slowdown: 2 }

/** Milliseconds for a search, whatever the store. */
export const SEARCH_GOAL = 30

/** Seconds of processor time; how many times longer a page may take; how much memory may grow over a hundred. */
export const DOCUMENT_GOALS = { seconds: 0.25, slowdown: 2, growth: 1.05 }

export const FIRST_VISIT_GOALS = { requests: 6, kilobytes: 60, strangers: 0 }

/** Seconds to close the largest group; how many times longer its result may take than that of a hundredth of it. */
export const GROUP_GOALS = { closingSeconds: 5, slowdown: 1.2 }

/** Seconds and megabytes for releasing a comparison; milliseconds for its page, and how many times longer a large one. */
export const BENCHMARK_GOALS = { seconds: 60, memory: 300, page: 10, growth: 1.2 }

/** Milliseconds until 95 of 100 phones show what the leader shows, with this many of them listening. */
export const ROOM_GOALS = { phones: 300, update: 200 }
