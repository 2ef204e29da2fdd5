import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { projectFolder } from '#src/project-folder.ts'
import { startCluster } from '#test/postgresql-cluster.ts'
import { measureAccounts } from './account-lines.ts'
import { measureBenchmarks } from './benchmark-lines.ts'
import { measureDocuments } from './document-lines.ts'
import { describeFigures, type Figure, isReached } from './figure.ts'
import { EMBEDDED_GOALS, POSTGRESQL_GOALS } from './goals.ts'
import { measureGroups } from './group-lines.ts'
import { measureReading } from './reading-lines.ts'
import { measureRoom } from './room-lines.ts'
import { measureStore, type Running } from './store.ts'
import { storeLines } from './store-lines.ts'
import { embeddedStore, postgresqlStore } from './stores.ts'
import { measureFirstVisits } from './visit-lines.ts'

/**
 * What `npm run bench` does: measures the product as it is built, each figure beside what the same machine
 * could do at best in the same run. `npm run bench -- --json` prints data instead of a table.
 */

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
// Words for people go to where the data does not.
const say = values.json ? console.error : console.log

try {
  say('Building …')
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: projectFolder, stdio: ['ignore', 2, 2] })
  const circumstances = [describeMachine()]
  const figures = [...(await measurePostgresql(circumstances)), ...(await measureEmbedded())]
  report(circumstances, figures)
} catch (error) {
  console.error('Could not measure:', error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function measurePostgresql(circumstances: string[]): Promise<Figure[]> {
  const cluster = await startCluster()
  if (!cluster) {
    circumstances.push('There is no PostgreSQL here: its lines are left out.')
    return []
  }
  const store = postgresqlStore(cluster.url)
  try {
    say('Measuring on PostgreSQL …')
    const reading: Figure[] = []
    const whileRunning = async (running: Running) =>
      void reading.push(
        ...(await measureReading('PostgreSQL', running.origin)),
        ...(await measureAccounts('PostgreSQL', running)),
        ...(await measureDocuments('PostgreSQL', running)),
        ...(await measureGroups('PostgreSQL', running)),
        ...(await measureRoom('PostgreSQL', running)),
      )
    const figures = storeLines('PostgreSQL', await measureStore({ ...store, whileRunning }), POSTGRESQL_GOALS)
    circumstances.push(store.description())
    if (!store.databaseMeter()) circumstances.push('It runs elsewhere: its CPU is not counted.')
    say('Measuring comparisons of a million scans …')
    return [...figures, ...reading, ...(await measureBenchmarks(cluster.url))]
  } finally {
    await store.remove()
    await cluster.stop()
  }
}

async function measureEmbedded(): Promise<Figure[]> {
  const store = embeddedStore()
  const visits: Figure[] = []
  const whileRunning = async ({ origin }: Running) => {
    visits.push(...(await measureReading('embedded', origin)), ...(await measureFirstVisits(origin)))
  }
  try {
    say('Measuring on the embedded store …')
    const figures = await measureStore({ ...store, whileRunning })
    return [...storeLines('embedded', figures, EMBEDDED_GOALS), ...visits]
  } finally {
    await store.remove()
  }
}

function describeMachine(): string {
  const load = loadavg()[0]?.toFixed(1)
  const processor = cpus()[0]?.model ?? 'unknown processor'
  return `Node ${process.version}, ${availableParallelism()} cores (${processor}), load before: ${load}`
}

function report(circumstances: string[], figures: Figure[]): void {
  if (values.json) {
    const lines = figures.map((figure) => ({ ...figure, isReached: isReached(figure) }))
    console.log(JSON.stringify({ circumstances, figures: lines }, null, 2))
    return
  }
  const goals = figures.map(isReached).filter((verdict) => verdict !== undefined)
  console.log(`\n${circumstances.join('\n')}\n\n${describeFigures(figures)}`)
  console.log(`\n${goals.filter(Boolean).length} of ${goals.length} goals reached`)
}
