import { readdirSync, readFileSync } from 'node:fs'

/** Gives the processor time used so far, in milliseconds. */
export type Meter = () => number

/** Linux counts in hundredths of a second, whatever the processor. */
const MILLISECONDS_PER_TICK = 10

/** Of one process with all its threads. */
export function processMeter(pid: number): Meter {
  return () => requireStatus(pid).own
}

/** Of a process and all its children; also those that ended meanwhile, once it has waited for them. */
export function familyMeter(pid: number): Meter {
  return () => {
    const parent = requireStatus(pid)
    return childrenOf(pid).reduce(
      (sum, child) => sum + (readStatus(child)?.own ?? 0),
      parent.own + parent.endedChildren,
    )
  }
}

/** The processes that a process started and that are still there. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => readStatus(child)?.parent === pid)
}

/** Of the process that measures. */
export const ownMeter: Meter = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

type Status = { parent: number; own: number; endedChildren: number }

function requireStatus(pid: number): Status {
  const status = readStatus(pid)
  if (!status) throw new Error(`/proc does not tell about process ${pid}: only Linux can be measured.`)
  return status
}

/** See `man 5 proc`: the fields after the name, which may itself hold spaces and brackets. */
function readStatus(pid: number): Status | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11)
    return {
      parent,
      own: (user + system) * MILLISECONDS_PER_TICK,
      endedChildren: (childUser + childSystem) * MILLISECONDS_PER_TICK,
    }
  } catch {
    return undefined
  }
}
