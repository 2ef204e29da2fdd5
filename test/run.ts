import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '#src/project-folder.ts'
import { type Cluster, startCluster } from './postgresql-cluster.ts'
import { describeTally, type Tally, tallyOf, tallyReport, total } from './tally.ts'

/**
 * What `npm test` does: types, lint, build, and then every test on every store and in a browser. For
 * developers, `npm test -- --only <project>` does one of vitest's projects.
 */

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const results = join(projectFolder, 'node_modules/.cache/quickscan/test-results')

let running: ChildProcess | undefined
let cluster: Cluster | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void giveUp())

const tally = values.only ? await runTests(values.only) : total([...(await runChecks()), await runTests()])
console.log(`\n${describeTally(tally)}`)
process.exitCode = tally.failed.length > 0 ? 1 : 0

async function runChecks(): Promise<Tally[]> {
  return [
    tallyOf('types (tsc --noEmit)', await run('npx', ['--no-install', 'tsc', '--noEmit'])),
    tallyOf('lint (biome check)', await run('npx', ['--no-install', 'biome', 'check'])),
    tallyOf('build (scripts/build.mjs)', await run(process.execPath, ['scripts/build.mjs'])),
  ]
}

async function runTests(project?: string): Promise<Tally> {
  rmSync(results, { recursive: true, force: true })
  cluster = project === 'unit' ? undefined : await startCluster()
  try {
    const choice = project ? ['--project', project] : []
    const hasSucceeded = await run('npx', ['--no-install', 'vitest', 'run', ...choice], {
      TEST_RESULTS: results,
      ...(cluster && { TEST_POSTGRESQL_URL: cluster.url }),
    })
    return tallyReport(readResult('tests.json'), readResult('errors.json'), hasSucceeded)
  } finally {
    await cluster?.stop()
  }
}

function readResult(name: string): unknown {
  const file = join(results, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Runs a program with its words on our screen; true when it succeeded. */
function run(program: string, rest: string[], variables: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve) => {
    running = spawn(program, rest, {
      cwd: projectFolder,
      env: { ...process.env, ...variables },
      stdio: 'inherit',
    })
    running.once('error', () => resolve(false))
    running.once('exit', (status) => resolve(status === 0))
  })
}

async function giveUp(): Promise<void> {
  running?.kill('SIGTERM')
  await cluster?.stop()
  process.exit(130)
}
