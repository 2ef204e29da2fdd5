import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { createAccount } from '#database/accounts.ts'
import type { Database } from '#database/connect.ts'
import { createSession } from '#database/sessions.ts'
import { systemSecrets } from '#platform/secrets.ts'

const DAY = 24 * 60 * 60 * 1000

export type BenchGroup = { id: string; size: number; path: string; cookie: string }

/** A group in which everybody sent answers in, and the cookie of who organises it. */
export async function makeGroup(db: Database, size: number, name = String(size)): Promise<BenchGroup> {
  const account = systemSecrets.createId()
  const group = systemSecrets.createId()
  const token = randomBytes(32).toString('base64url')
  const now = new Date()
  const address = `bench-group-${name}@voorbeeld.nl`
  await createAccount(db, { id: account, address, key: address, passwordHash: null, createdAt: now })
  await createSession(db, {
    tokenHash: systemSecrets.hash(token),
    id: systemSecrets.createId(),
    accountId: account,
    device: 'bench',
    stays: true,
    createdAt: now,
    expiresAt: new Date(now.getTime() + DAY),
  })
  await sql`with chosen as (
      select instrument, version from instrument_versions order by instrument, published_at desc limit 1
    ), made as (
      insert into groups (id, name, instrument, kind, created_at)
      select ${group}, 'Bench', instrument, 'confidential', now() from chosen returning id
    ), organised as (
      insert into group_organisers (group_id, account_id, name, message)
      select id, ${account}, 'Bench', '' from made
    )
    insert into rounds (id, group_id, number, instrument, instrument_version, least, opened_at, closes_at)
    select ${group}, made.id, 1, instrument, version, 5, now(), now() + interval '14 days' from chosen, made`.execute(
    db,
  )
  await sql`insert into accounts (id, address, address_key, created_at, used_at)
    select ${group} || n, ${group} || n || '@voorbeeld.nl', lower(${group}) || n || '@voorbeeld.nl', now(), now()
    from generate_series(1, ${sql.lit(size)}) n`.execute(db)
  await sql`insert into scans (id, instrument, instrument_version, started_at, changed_at, finished_at, account_id, revision)
    select ${group} || n, instrument, instrument_version, now(), now(), now(), ${group} || n, 1
    from rounds, generate_series(1, ${sql.lit(size)}) n where rounds.id = ${group}`.execute(db)
  await sql`insert into round_members (id, round_id, account_id, address_hash, role, joined_at, scan_id)
    select ${group} || n, ${group}, ${group} || n, n::text, null, now(), ${group} || n
    from generate_series(1, ${sql.lit(size)}) n`.execute(db)
  await sql`insert into sent_answers (member_id, scan_id, version, answers, sent_at)
    select ${group} || n, ${group} || n, md5(${group} || n || '.1'), (
      select jsonb_object_agg(statement ->> 'id', ((n + position) % 5 + 1)::text)
      from instrument_versions, jsonb_array_elements(content -> 'structure' -> 'clusters') cluster,
        jsonb_array_elements(cluster -> 'statements') with ordinality as listed (statement, position)
      where (instrument_versions.instrument, version) =
        (select instrument, instrument_version from rounds where rounds.id = ${group})
    ), now() from generate_series(1, ${sql.lit(size)}) n`.execute(db)
  return { id: group, size, path: `/groepen/${group}`, cookie: `quickscan-account=${token}` }
}

/** Closes the round of a group; gives the seconds until the organiser has the answer. */
export async function closeRound(origin: string, { path, cookie }: BenchGroup): Promise<number> {
  const started = performance.now()
  const response = await fetch(`${origin}${path}/sluiten`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
  })
  await response.text()
  if (response.status !== 303) throw new Error(`closing answered ${response.status}`)
  return (performance.now() - started) / 1000
}
