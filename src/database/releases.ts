import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Release } from '#domain/release.ts'
import type { ToldSet } from '#domain/release-rule.ts'
import type { Database } from './connect.ts'
import { setsOf, type ToldRow } from './contributions.ts'
import type { Tables } from './tables.ts'

export type StoredRelease = {
  round: string
  number: number
  instrument: string
  instrumentVersion: string
  releasedAt: Date
  content: Release
}

/** Keeps what is told, for good, with the contributions that it tells of: everybody first, then each role. */
export async function saveRelease(
  trx: Transaction<Tables>,
  release: {
    id: string
    roundId: string
    instrument: string
    instrumentVersion: string
    releasedAt: Date
    content: Release
    everybody: ToldSet
    roles: readonly ToldSet[]
  },
): Promise<void> {
  const { everybody, roles, content, ...row } = release
  const text = JSON.stringify(content)
  await trx
    .insertInto('releases')
    .values({ ...row, content: text, contentHash: hashOf(text) })
    .execute()
  const isSplit = new Set(roles.flat().map(({ version }) => version))
  await trx
    .insertInto('toldContributions')
    .values(
      everybody.map(({ version, contributor, role }) => ({
        releaseId: release.id,
        version,
        contributor,
        role: isSplit.has(version) ? role : null,
      })),
    )
    .execute()
}

/** What a group was told of a round; undefined when it was told nothing. Who may see it was decided before. */
export function findRelease(db: Database, roundId: string): Promise<StoredRelease | undefined> {
  return releases(db).where('releases.roundId', '=', roundId).executeTakeFirst()
}

/** What the group was told last before this round. */
export function findReleaseBefore(
  db: Database,
  groupId: string,
  number: number,
): Promise<StoredRelease | undefined> {
  return releases(db)
    .where('rounds.groupId', '=', groupId)
    .where('rounds.number', '<', number)
    .orderBy('rounds.number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Who contributed to what the group was told last before this round; null when it was told nothing. */
export async function contributorsBefore(
  trx: Transaction<Tables>,
  groupId: string,
  number: number,
): Promise<ReadonlySet<string> | null> {
  const rows = await trx
    .selectFrom('toldContributions')
    .select('contributor')
    .where('releaseId', '=', (query) =>
      query
        .selectFrom('releases')
        .innerJoin('rounds', 'rounds.id', 'releases.roundId')
        .select('releases.id')
        .where('rounds.groupId', '=', groupId)
        .where('rounds.number', '<', number)
        .orderBy('rounds.number', 'desc')
        .limit(1),
    )
    .execute()
  return rows.length === 0 ? null : new Set(rows.map(({ contributor }) => contributor))
}

/** Everything that was ever told to groups, oldest first, for whoever checks it: without a name, and never shown. */
export async function readLedger(
  db: Database,
): Promise<{ id: string; least: number; sets: ToldSet[]; isWhole: boolean }[]> {
  const told = await db
    .selectFrom('releases')
    .innerJoin('rounds', 'rounds.id', 'releases.roundId')
    .select(['releases.id', 'rounds.least', 'releases.contentHash'])
    .select(sql<string>`releases.content::text`.as('text'))
    .orderBy('releases.releasedAt')
    .orderBy('releases.id')
    .execute()
  const rows: ToldRow[] = await db
    .selectFrom('toldContributions')
    .select(['releaseId', 'version', 'contributor', 'role'])
    .orderBy('releaseId')
    .orderBy('version')
    .execute()
  const byRelease = new Map<string, ToldRow[]>()
  for (const row of rows) byRelease.set(row.releaseId, [...(byRelease.get(row.releaseId) ?? []), row])
  return told.map(({ id, least, text, contentHash }) => ({
    id,
    least,
    sets: setsOf(byRelease.get(id) ?? []),
    isWhole: hashOf(text) === contentHash,
  }))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function releases(db: Database) {
  return db
    .selectFrom('releases')
    .innerJoin('rounds', 'rounds.id', 'releases.roundId')
    .select([
      'releases.roundId as round',
      'rounds.number',
      'releases.instrument',
      'releases.instrumentVersion',
      'releases.releasedAt',
      'releases.content',
    ])
}
