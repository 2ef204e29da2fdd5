import { writeAudit } from '#database/audit.ts'
import type { DatabaseTransaction } from '#database/connect.ts'
import { hasEdited, lockDraft, removeDraft } from '#database/drafts.ts'
import {
  listInstrumentVersions,
  lockInstrument,
  moveOpenScans,
  publishInstrumentVersion,
} from '#database/instruments.ts'
import { sendNews } from '#database/send-news.ts'
import { compareVersions } from '#domain/catalogue.ts'
import type { Declarations } from '#domain/content-changes.ts'
import type { Draft } from '#domain/draft.ts'
import { mayMove } from '#domain/move-scans.ts'
import { type Obstacle, preparePublication } from '#domain/publication.ts'
import {
  contentHash,
  inLanguage,
  type PublishedInstrument,
  parsePublishedInstrument,
} from '#domain/published-instrument.ts'
import type { House } from '#web/house.ts'
import { isoDate } from '#words/dutch.ts'

/** What every program on the database listens to, to read what was published. */
export const CONTENT_NEWS = 'content'

export type PublishRequest = {
  draft: string
  /** The draft as it was looked at; when it changed since, nothing is published. */
  revision?: number
  summary: string
  declared: Declarations
  movesScans: boolean
  account: { id: string; address: string }
}

export type PublishOutcome =
  | { kind: 'published'; instrument: string; version: string; moved: number }
  | { kind: 'gone' }
  /** Somebody changed the draft since it was looked at. */
  | { kind: 'changed' }
  /** Somebody else published meanwhile. */
  | { kind: 'behind' }
  | { kind: 'conflicts' }
  | { kind: 'own-work' }
  | { kind: 'not-yet'; obstacles: Obstacle[] }

/** Makes the next version of a draft: all of it, or nothing. Afterwards every program on this database shows it. */
export async function publishDraft(
  {
    db,
    clock,
    refreshContent,
    needsFourEyes,
  }: Pick<House, 'db' | 'clock' | 'refreshContent' | 'needsFourEyes'>,
  request: PublishRequest,
): Promise<PublishOutcome> {
  const outcome = await db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    const draft = await lockDraft(trx, request.draft)
    if (!draft) return { kind: 'gone' }
    if (request.revision !== undefined && request.revision !== draft.revision) return { kind: 'changed' }
    if (draft.conflicts.length > 0) return { kind: 'conflicts' }
    if (needsFourEyes && (await hasEdited(trx, draft.id, request.account.id))) return { kind: 'own-work' }
    return publishNext(trx, draft, request, clock())
  })
  if (outcome.kind === 'published') await refreshContent()
  return outcome
}

async function publishNext(
  trx: DatabaseTransaction,
  draft: Draft,
  { summary, declared, movesScans, account }: PublishRequest,
  now: Date,
): Promise<PublishOutcome> {
  await lockInstrument(trx, draft.instrument)
  const rows = (await listInstrumentVersions(trx))
    .filter(({ instrument }) => instrument === draft.instrument)
    .sort((one, other) => compareVersions(one.version, other.version))
  const versions = rows.map(({ content }) => parsePublishedInstrument(content))
  const [newest, current] = [rows.at(-1), versions.at(-1)]
  if (!newest || !current || newest.version !== draft.baseVersion) return { kind: 'behind' }

  const prepared = preparePublication(current, versions, draft.content, {
    summary,
    declared,
    date: isoDate(now),
  })
  if (prepared.kind === 'not-yet') return prepared
  const { content, version } = prepared
  const outcome = await publishInstrumentVersion(trx, {
    instrument: draft.instrument,
    version,
    contentHash: contentHash(content),
    content,
    publishedAt: now,
    origin: 'local',
    shippedVersion: draft.shippedVersion ?? newest.shippedVersion,
  })
  if (outcome !== 'published') return { kind: 'behind' }
  const from = movesScans ? versionsThatMayMove(versions, content) : []
  const moved = await moveOpenScans(trx, draft.instrument, { from, to: version })
  await removeDraft(trx, draft.id)
  await writeAudit(trx, {
    at: now,
    address: account.address,
    action: 'version-published',
    about: { instrument: draft.instrument, version, draft: draft.id, moved: movesScans ? 'yes' : 'no' },
  })
  await sendNews(trx, CONTENT_NEWS)
  return { kind: 'published', instrument: draft.instrument, version, moved }
}

function versionsThatMayMove(versions: readonly PublishedInstrument[], to: PublishedInstrument): string[] {
  const language = Object.keys(to.texts)[0] ?? ''
  const next = inLanguage(to, language)
  return versions
    .filter((one) => one.texts[language] && mayMove(inLanguage(one, language), next))
    .map(({ structure }) => structure.version)
}
