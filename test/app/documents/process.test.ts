import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createTypesettingProcess, type TypesettingProcess } from '#platform/typesetting-process.ts'
import { projectFolder } from '#src/project-folder.ts'
import { longDocument } from './long-document.ts'

const LONG = JSON.stringify(longDocument('Een lang verhaal', 16_000))
const SHORT = JSON.stringify(longDocument('Een kort verhaal', 1))

describe('the process that typesets', () => {
  let typesetter: TypesettingProcess | undefined
  afterEach(() => typesetter?.close())

  const start = (times: { longest?: number; idle?: number } = {}) => {
    typesetter = createTypesettingProcess({
      workerFile: join(projectFolder, 'dist/typesetting-worker.mjs'),
      templateFile: join(projectFolder, 'src/ui/documents/document.typ'),
      typefaceFolder: join(projectFolder, 'dist/typefaces'),
      ...times,
    })
    return typesetter
  }

  test('that is killed at work says so, and another one makes the next document', async () => {
    const { typeset } = start()
    const long = typeset(LONG)
    while (typesetters().length === 0) await pause(10)
    kill()
    await expect(long).rejects.toThrow('the process that typesets ended')
    expect((await typeset(SHORT)).length).toBeGreaterThan(1_000)
  })

  test('that is killed at rest is not missed', async () => {
    const { typeset } = start()
    await typeset(SHORT)
    kill()
    // On a busy machine a process takes its time to die, and we to hear of it.
    await vi.waitFor(() => expect(typesetters()).toEqual([]), 5_000)
    await pause(500)
    expect((await typeset(SHORT)).length).toBeGreaterThan(1_000)
  })

  test('gets no more time than it may have', async () => {
    const { typeset } = start({ longest: 50 })
    await expect(typeset(LONG)).rejects.toThrow('not ready after 50 ms')
    await pause(100)
    expect(typesetters()).toEqual([])
  })

  test('ends when there is nothing to do', async () => {
    const { typeset } = start({ idle: 100 })
    await typeset(SHORT)
    expect(typesetters()).toHaveLength(1)
    await pause(400)
    expect(typesetters()).toEqual([])
  })

  test('knows nothing of our settings', async () => {
    process.env.SMTP_URL = 'smtp://geheim@localhost'
    const { typeset } = start()
    await typeset(SHORT)
    delete process.env.SMTP_URL
    const environment = readFileSync(`/proc/${typesetters()[0]}/environ`, 'utf8')
    expect(environment).not.toContain('geheim')
    expect(environment).not.toContain('PATH=')
  })
})

function kill(): void {
  for (const pid of typesetters()) process.kill(pid, 'SIGKILL')
}

/** The processes that we started to typeset. */
function typesetters(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return Number(parent) === process.pid && command.includes('typesetting-worker')
      } catch {
        return false
      }
    })
}
