import type { Account } from '#database/accounts.ts'
import { writeAudit } from '#database/audit.ts'
import { createDraft, type NewDraft, rememberEditor } from '#database/drafts.ts'
import { DRAFT_TITLE_LENGTH } from '#domain/draft.ts'
import { mergeInstruments } from '#domain/merge-instruments.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { requirePermission } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { findCurrent, findPublished } from './require-draft.ts'
import { findShipped, takenIn } from './updates.ts'
import { versionsPage } from './versions-page.tsx'

/** Begins a draft: of what is published now, of an earlier version, or with what came with the program. */
export function beginDraft(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'edit-content', async ({ account }) => {
    const house = c.get('house')
    const form = await readFields(c, ['titel', 'doe', 'versie'])
    if (!form) return refuse(c, 400)
    const current = await findCurrent(house, c.req.param('instrument') ?? '')
    if (!current) return refuse(c, 404)
    const version = form.get('versie') ?? ''
    switch (form.get('doe')) {
      case 'begin': {
        const title = (form.get('titel') ?? '').replace(/\s+/g, ' ').trim()
        if (title === '' || title.length > DRAFT_TITLE_LENGTH) return versionsPage(c, WRONG_TITLE)
        return keep(c, account, { current, title, content: current })
      }
      case 'terug': {
        const earlier = await findPublished(house.db, current.structure.id, version)
        if (!earlier) return refuse(c, 400)
        return keep(c, account, {
          current,
          title: `Terug naar versie ${version}`,
          content: withPassportOf(current, earlier),
        })
      }
      case 'overnemen': {
        const update = await takeOver(house, current, version)
        return update ? keep(c, account, update) : refuse(c, 400)
      }
      default:
        return refuse(c, 400)
    }
  })
}

const WRONG_TITLE = `Schrijf in een paar woorden waar de wijziging over gaat, hooguit ${DRAFT_TITLE_LENGTH} tekens.`

type Beginning = Pick<NewDraft, 'title' | 'content'> &
  Partial<Pick<NewDraft, 'conflicts' | 'shippedVersion'>> & { current: PublishedInstrument }

async function keep(
  c: RequestContext,
  account: Account,
  { current, conflicts = [], shippedVersion = null, ...rest }: Beginning,
): Promise<Response> {
  const { db, secrets, clock } = c.get('house')
  const id = secrets.createId()
  const { id: instrument, version: baseVersion } = current.structure
  const at = clock()
  await db.transaction().execute(async (trx) => {
    await createDraft(trx, { id, instrument, baseVersion, conflicts, shippedVersion, ...rest, at })
    if (rest.content !== current) await rememberEditor(trx, id, account.id)
    await writeAudit(trx, {
      at,
      address: account.address,
      action: 'draft-begun',
      about: { draft: id, instrument, version: baseVersion },
    })
  })
  return c.redirect(urls.draft.to({ draft: id }), 303)
}

/** What came with the program, merged with what was changed here since the version that both come from. */
async function takeOver(
  { db }: Pick<House, 'db'>,
  current: PublishedInstrument,
  version: string,
): Promise<Beginning | null> {
  const { id, version: now } = current.structure
  const ancestor = await findShipped(db, id, await takenIn(db, id, now))
  const theirs = await findShipped(db, id, version)
  if (!ancestor || !theirs) return null
  const { content, conflicts } = mergeInstruments({ base: ancestor, ours: current, theirs })
  return {
    current,
    title: `Versie ${version} van de makers overnemen`,
    content,
    conflicts,
    shippedVersion: version,
  }
}

/** Earlier content under the number and the history of now: those follow from publishing. */
function withPassportOf(current: PublishedInstrument, earlier: PublishedInstrument): PublishedInstrument {
  const { version, history } = current.structure
  return { ...earlier, structure: { ...earlier.structure, version, history } }
}
