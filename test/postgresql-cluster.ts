import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { startPostgresql } from '#test/stores/postgresql-server.ts'

export type Cluster = { url: string; stop(): Promise<void> }

/**
 * A PostgreSQL server for the whole test run: the one that TEST_POSTGRESQL_URL names, else a private one
 * from what is installed here, else from Debian's package where we may install that. Undefined, with the
 * reason on the screen, when none of this works: its tests are then skipped, by name.
 */
export async function startCluster(): Promise<Cluster | undefined> {
  const given = process.env.TEST_POSTGRESQL_URL
  if (given) return { url: given, stop: async () => {} }
  try {
    return (await startPostgresql()) ?? (installPostgresql() ? await startPostgresql() : undefined)
  } catch (error) {
    console.log(`PostgreSQL does not start here: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

function installPostgresql(): boolean {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) {
    console.log('PostgreSQL is not installed, and only root on Debian or Ubuntu can install it from here.')
    return false
  }
  console.log('PostgreSQL is not installed; installing the package "postgresql" …')
  try {
    aptGet('update')
    aptGet('install', '-y', '--no-install-recommends', 'postgresql')
    return true
  } catch (error) {
    console.log(`That did not work: ${error instanceof Error ? error.message : error}`)
    return false
  }
}

function aptGet(...rest: string[]): void {
  execFileSync('apt-get', ['-q', ...rest], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 10 * 60 * 1_000,
  })
}
