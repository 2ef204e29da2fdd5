import type { Account } from '#database/accounts.ts'
import { findDraft } from '#database/drafts.ts'
import { findInstrumentVersion, listInstrumentVersions } from '#database/instruments.ts'
import type { Draft } from '#domain/draft.ts'
import { type PublishedInstrument, parsePublishedInstrument } from '#domain/published-instrument.ts'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { requirePermission } from '#web/require.ts'
import { idIn } from '#web/require-group.ts'

export type DraftVisit = { draft: Draft; account: Account }

/** A draft, with what is published now. `isBehind`: that is not what it was begun from. */
export type ComparedDraft = DraftVisit & { current: PublishedInstrument; isBehind: boolean }

/** The draft in the address, for whoever may edit content. */
export function requireDraft(
  c: RequestContext,
  handle: (visit: DraftVisit) => Response | Promise<Response>,
): Promise<Response> {
  return requirePermission(c, 'edit-content', async ({ account }) => {
    const id = idIn(c, 'draft')
    const draft = id && (await findDraft(c.get('house').db, id))
    return draft ? handle({ draft, account }) : refuse(c, 404)
  })
}

/** The same, beside what is published. */
export function requireComparedDraft(
  c: RequestContext,
  handle: (visit: ComparedDraft) => Response | Promise<Response>,
): Promise<Response> {
  return requireDraft(c, async (visit) => {
    const current = await findCurrent(c.get('house'), visit.draft.instrument)
    if (!current) return refuse(c, 404)
    return handle({ ...visit, current, isBehind: current.structure.version !== visit.draft.baseVersion })
  })
}

/** What is published of an instrument now, in every language. */
export async function findCurrent(
  { db, catalogue }: Pick<House, 'db' | 'catalogue'>,
  instrument: string,
): Promise<PublishedInstrument | null> {
  const newest = catalogue.find(instrument)
  return newest ? findPublished(db, instrument, newest.version) : null
}

export async function findPublished(
  db: House['db'],
  instrument: string,
  version: string,
): Promise<PublishedInstrument | null> {
  const found = await findInstrumentVersion(db, instrument, version)
  // Parsed, its parts stand in the order of the format: a database keeps its own.
  return found ? parsePublishedInstrument(found.content) : null
}

/** Every version of an instrument that was ever published, oldest first. */
export async function listPublished(db: House['db'], instrument: string): Promise<PublishedInstrument[]> {
  const versions = await listInstrumentVersions(db)
  return versions
    .filter((one) => one.instrument === instrument)
    .map(({ content }) => parsePublishedInstrument(content))
}
