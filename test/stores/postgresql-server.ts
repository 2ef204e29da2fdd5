import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

export type PostgresqlServer = {
  /** Of the maintenance database; make your own database beside it. */
  url: string
  /** Ends it in an orderly way and removes its files. */
  stop(): Promise<void>
  /** Ends every process of it at once, as a power cut would; the files stay. */
  kill(): Promise<void>
  /** After `kill`: starts again on the same files, and resolves when it answers. */
  start(): Promise<void>
}

/** PostgreSQL refuses to run as root; this is "nobody" on every Linux. */
const NOBODY = 65_534

/**
 * A private server with its own files and port, which really syncs. Undefined when PostgreSQL is not
 * installed here.
 * @param settings for example `['-c', 'synchronous_commit=off']`
 */
export async function startPostgresql(settings: string[] = []): Promise<PostgresqlServer | undefined> {
  const programs = findPrograms()
  if (!programs) return undefined
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), 'quickscan-postgresql-'))
  if (user.uid) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const init = ['-D', data, '-U', 'quickscan', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(programs, 'initdb'), init, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })

  const port = await freePort()
  const url = `postgres://quickscan@127.0.0.1:${port}/postgres`
  const options = ['-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=on']
  let server: ChildProcess | undefined
  const start = async () => {
    server = spawn(join(programs, 'postgres'), ['-D', data, ...options, ...settings], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    })
    await untilReady(url)
  }
  const end = async (how: (server: ChildProcess) => void) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    how(server)
    await ended
  }
  const endAtExit = () => {
    server?.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', endAtExit)

  await start()
  return {
    url,
    start,
    kill: () => end(killFamily),
    stop: async () => {
      process.removeListener('exit', endAtExit)
      await end((running) => running.kill('SIGINT'))
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** The first one would otherwise have time to tell its children to end in an orderly way. */
function killFamily(server: ChildProcess): void {
  if (!server.pid) return
  const children = childrenOf(server.pid)
  for (const id of [server.pid, ...children]) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It ended by itself just now.
    }
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number)
}

function parentOf(id: string): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await wait(50)
    }
  }
}
