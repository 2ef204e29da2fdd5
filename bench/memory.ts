import { readFileSync } from 'node:fs'

export type Memory = { now: number; most: number }

/** What a process has in memory now and at most so far, in megabytes of 1,000,000 bytes. */
export function memoryOf(pid: number): Memory {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) =>
    (Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1]) * 1_024) / 1e6
  return { now: read('VmRSS'), most: read('VmHWM') }
}
