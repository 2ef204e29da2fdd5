import { randomBytes } from 'node:crypto'
import type { Database } from '#database/connect.ts'
import { publishInstrumentVersion } from '#database/instruments.ts'
import { createScan } from '#database/scans.ts'
import type { Viewer } from '#domain/viewer.ts'

export const NOON = new Date('2026-11-23T12:00:00Z')
export const LATER = new Date('2026-11-23T12:05:00Z')

/** Noor, a policy adviser, and Sem, who works elsewhere. */
export const NOOR = 'hash-of-the-browser-of-noor'
export const SEM = 'hash-of-the-browser-of-sem'

export const INSTRUMENT = {
  instrument: 'competenties',
  version: '1.0.0',
  contentHash: 'hash-one',
  content: { title: 'Competenties', some_key: { 'c1.s_1': 1 } },
  publishedAt: NOON,
}

/** Publishes the instrument when that was not done, and starts a scan of it. Gives the scan's id. */
export async function startScan(db: Database, browser = NOOR, startedAt = NOON): Promise<string> {
  await publishInstrumentVersion(db, INSTRUMENT)
  const id = randomBytes(12).toString('hex')
  const { instrument, version: instrumentVersion } = INSTRUMENT
  await createScan(db, { id, instrument, instrumentVersion, startedAt }, browser)
  return id
}

/** Somebody without an account, in this browser. */
export const inBrowser = (browser: string): Viewer => ({ browser, account: null })
