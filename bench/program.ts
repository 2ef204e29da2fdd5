import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { projectFolder } from '#src/project-folder.ts'

export type Program = {
  origin: string
  pid: number
  /** From the start of the process until it said that it listens. */
  secondsToStart: number
  stop(): Promise<void>
}

const LISTENS = /listens on (http:\/\/\S+)/
const PATIENCE = 60_000
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG']

/**
 * Runs a file with this Node until it says where it listens; rejects with its words when it does not.
 * Settings of whoever runs the benchmarks stay outside.
 */
export async function startProgram(rest: string[], settings: Record<string, string> = {}): Promise<Program> {
  const started = performance.now()
  const child = spawn(process.execPath, rest, {
    cwd: projectFolder,
    env: { ...Object.fromEntries(INHERITED.map((name) => [name, process.env[name]])), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const origin = await untilListening(child)
  const stopWatching = reportUnexpectedEnd(child)
  return {
    origin,
    pid: child.pid ?? 0,
    secondsToStart: (performance.now() - started) / 1_000,
    stop: async () => {
      process.removeListener('exit', endWithUs)
      stopWatching()
      await end(child)
    },
  }
}

function untilListening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = ''
    const giveUp = (reason: string) => {
      child.kill('SIGKILL')
      reject(new Error(`The server ${reason}. It said:\n${words}`))
    }
    const timer = setTimeout(giveUp, PATIENCE, 'did not start in time')
    const listen = (piece: Buffer) => {
      words = (words + piece).slice(-10_000)
      const origin = LISTENS.exec(words)?.[1]
      if (!origin) return
      clearTimeout(timer)
      resolve(origin)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => {
      clearTimeout(timer)
      giveUp('ended')
    })
  })
}

/** What a server says before it ends by itself explains the refused requests that follow. */
function reportUnexpectedEnd(child: ChildProcess): () => void {
  let words = ''
  const listen = (piece: Buffer) => {
    words = (words + piece).slice(-10_000)
  }
  const report = (status: number | null, signal: string | null) =>
    console.error(`The server ended while it was measured (${status ?? signal}). It said:\n${words}`)
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  child.once('exit', report)
  return () => child.removeListener('exit', report)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([ended, wait(10_000, undefined, { ref: false })])
  child.kill('SIGKILL')
  await ended
}
