import { writeAudit } from '#database/audit.ts'
import { hasEdited, lockDraft, planPublication } from '#database/drafts.ts'
import { DECLARED_MEANINGS, type DeclaredMeaning } from '#domain/content-changes.ts'
import { statementIds } from '#domain/instrument-ids.ts'
import { preparePublication } from '#domain/publication.ts'
import { readPublicationMoment } from '#domain/publication-moment.ts'
import type { ListedError } from '#ui/error-summary.tsx'
import { type FormFields, readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { refuseMissing } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { isoDate } from '#words/dutch.ts'
import { obstaclesInWords } from './obstacles.ts'
import { publishDraft } from './publish-draft.ts'
import { publishPage } from './publish-page.tsx'
import { type ComparedDraft, listPublished, requireComparedDraft } from './require-draft.ts'
import { MEANING_FIELD, type TypedPublication } from './typed-publication.ts'

/** Publishes a draft now, plans that, or takes the plan back. */
export function answerPublish(c: RequestContext): Promise<Response> {
  return requireComparedDraft(c, async (visit) => {
    const ids = statementIds(visit.draft.content)
    const form = await readFields(c, [...FIELDS, ...ids.map((id) => `${MEANING_FIELD}${id}`)])
    const typed = form && readPublication(ids, form)
    if (!form || !typed) return refuse(c, 400)
    if (form.get('doe') === 'trek-in') return withdraw(c, visit)
    return typed.when === 'now' ? publishNow(c, visit, form, typed) : plan(c, visit, typed)
  })
}

const FIELDS = ['stand', 'samenvatting', 'verhuizen', 'wanneer', 'dag', 'tijd', 'doe']

async function publishNow(
  c: RequestContext,
  visit: ComparedDraft,
  form: FormFields,
  typed: TypedPublication,
): Promise<Response> {
  const { draft, account } = visit
  const request = { ...typed, draft: draft.id, revision: Number(form.get('stand')), account }
  const outcome = await publishDraft(c.get('house'), request)
  switch (outcome.kind) {
    case 'published':
      return c.redirect(
        `${urls.contentVersions.to({ instrument: outcome.instrument })}?gelukt=gepubliceerd`,
        303,
      )
    case 'gone':
      return refuseMissing(c)
    case 'not-yet':
      return publishPage(c, visit, typed, obstaclesInWords(draft, outcome.obstacles))
    default:
      return publishPage(c, visit, typed, [REFUSALS[outcome.kind]])
  }
}

const REFUSALS: Record<'changed' | 'behind' | 'conflicts' | 'own-work', ListedError> = {
  changed: { text: 'Iemand veranderde nog iets. Kijk hieronder wat er nu staat, en publiceer opnieuw.' },
  behind: { text: 'Intussen is er een nieuwere versie gepubliceerd. Neem die eerst over in je wijziging.' },
  conflicts: {
    text: 'Er zijn teksten die ook op een andere manier veranderd zijn. Kies eerst welke blijft.',
  },
  'own-work': {
    text: 'Je schreef hier zelf aan mee. Vraag een andere beheerder om te kijken en te publiceren.',
  },
}

/** Everything is checked now as well, so that nobody hears of it at night. */
async function plan(c: RequestContext, visit: ComparedDraft, typed: TypedPublication): Promise<Response> {
  const { db, clock, needsFourEyes } = c.get('house')
  const { draft, current, isBehind, account } = visit
  const isOwnWork = needsFourEyes && (await hasEdited(db, draft.id, account.id))
  const now = clock()
  const moment = readPublicationMoment(typed.day, typed.time, now)
  const versions = await listPublished(db, draft.instrument)
  const prepared = preparePublication(current, versions, draft.content, { ...typed, date: isoDate(now) })
  const errors = [
    ...(prepared.kind === 'not-yet' ? obstaclesInWords(draft, prepared.obstacles) : []),
    ...(moment.ok ? [] : [{ text: MOMENT_REFUSALS[moment.refusal], href: '#dag' }]),
    ...(isOwnWork ? [REFUSALS['own-work']] : []),
    ...(isBehind ? [REFUSALS.behind] : []),
    ...(draft.conflicts.length > 0 ? [REFUSALS.conflicts] : []),
  ]
  if (errors.length > 0 || !moment.ok) return publishPage(c, visit, typed, errors)
  const { summary, declared, movesScans } = typed
  const isPlanned = await db.transaction().execute(async (trx) => {
    const locked = await lockDraft(trx, draft.id)
    if (locked?.revision !== draft.revision) return false
    const publication = { summary, declared, movesScans, by: account.id }
    await planPublication(trx, draft.id, { publishAt: moment.at, publication })
    const about = { draft: draft.id, instrument: draft.instrument, at: moment.at.toISOString() }
    await writeAudit(trx, { at: now, address: account.address, action: 'version-planned', about })
    return true
  })
  if (!isPlanned) return publishPage(c, visit, typed, [REFUSALS.changed])
  return c.redirect(`${urls.content.to()}?gelukt=gepland`, 303)
}

const MOMENT_REFUSALS = {
  'no-moment': 'Vul een dag in, en een tijd zoals 09:00.',
  passed: 'Dat moment is al voorbij. Kies een later moment.',
  'too-far': 'Dat is te ver weg. Kies een moment binnen een jaar.',
}

async function withdraw(c: RequestContext, { draft, account }: ComparedDraft): Promise<Response> {
  const { db, clock } = c.get('house')
  await db.transaction().execute(async (trx) => {
    const locked = await lockDraft(trx, draft.id)
    if (!locked?.publishAt) return
    await planPublication(trx, draft.id, null)
    const about = { draft: draft.id, instrument: draft.instrument }
    await writeAudit(trx, { at: clock(), address: account.address, action: 'version-plan-withdrawn', about })
  })
  return c.redirect(urls.draft.to({ draft: draft.id }), 303)
}

function readPublication(statements: readonly string[], form: FormFields): TypedPublication | null {
  const when = form.get('wanneer') ?? 'nu'
  if (when !== 'nu' && when !== 'later') return null
  const declared: Record<string, DeclaredMeaning> = {}
  for (const id of statements) {
    const given = form.get(`${MEANING_FIELD}${id}`)
    if (given === undefined) continue
    const meaning = DECLARED_MEANINGS.find((one) => one === given)
    if (!meaning) return null
    declared[id] = meaning
  }
  return {
    summary: (form.get('samenvatting') ?? '').trim(),
    declared,
    movesScans: form.get('verhuizen') === 'ja',
    when: when === 'nu' ? 'now' : 'later',
    day: (form.get('dag') ?? '').trim(),
    time: (form.get('tijd') ?? '').trim(),
  }
}
