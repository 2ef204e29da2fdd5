import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { familyMeter, type Meter } from './processor-time.ts'

export type BenchDatabase = {
  url: string
  /** For example "PostgreSQL 17.2, fsync on, synchronous_commit on". */
  description: string
  /** Of the whole server; undefined when it does not run on this machine. */
  meter: Meter | undefined
  remove(): Promise<void>
}

/** A database of our own on the server. */
export async function createBenchDatabase(server: string): Promise<BenchDatabase> {
  const name = `quickscan_bench_${randomBytes(6).toString('hex')}`
  await ask(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const [facts] = await ask(
    url.href,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit`,
  )
  return {
    url: url.href,
    description: `PostgreSQL ${facts?.version}, fsync ${facts?.fsync}, synchronous_commit ${facts?.commit}`,
    meter: await findMeter(url.href, name),
    remove: async () => void (await ask(server, `drop database if exists ${name} with (force)`)),
  }
}

/** A process of the same number may be another one when the server runs elsewhere: its title tells. */
async function findMeter(url: string, name: string): Promise<Meter | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const pid = rows[0]?.pid
    if (!readProcessFile(pid, 'cmdline').includes(name)) return undefined
    const server = Number(/^PPid:\s*(\d+)/m.exec(readProcessFile(pid, 'status'))?.[1])
    return familyMeter(server)
  } finally {
    await client.end()
  }
}

function readProcessFile(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

async function ask(url: string, text: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, string>>(text)).rows
  } finally {
    await client.end()
  }
}
