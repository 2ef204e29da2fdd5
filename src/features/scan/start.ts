import { findProfile } from '#database/accounts.ts'
import {
  createScan,
  createScanOfAccount,
  findScanOf,
  type StoredScan,
  saveAnswers,
  saveBackground,
} from '#database/scans.ts'
import type { Instrument } from '#domain/instrument.ts'
import { startingAnswers } from '#domain/starting-answers.ts'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { rememberBrowser, viewerOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'

/**
 * Starts a scan of the newest version of an instrument: in the account of whoever is signed in, else with
 * one private cookie. Empty, or with the answers of an earlier scan of one's own (`vanuit`).
 */
export async function start(c: RequestContext): Promise<Response> {
  const form = await readFields(c, ['instrument', 'vanuit'])
  const { db, catalogue, clock, secrets } = c.get('house')
  const instrument = catalogue.find(form?.get('instrument') ?? '')
  if (!form || !instrument) return refuse(c, 400)
  const viewer = await viewerOf(c)
  const from = form.get('vanuit')
  const earlier = from ? await findScanOf(db, from, viewer) : undefined
  if (from && earlier?.instrument !== instrument.id) return refuse(c, 404)

  const now = clock()
  const scan = {
    id: secrets.createId(),
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    startedAt: now,
    ...(earlier && { startedFrom: earlier.id }),
  }
  const browser = viewer.account ? null : rememberBrowser(c)
  const profile = viewer.account ? await findProfile(db, viewer.account) : undefined
  const background = backgroundFrom(profile, instrument) ?? backgroundFrom(earlier, instrument)
  const answers = earlier ? changesFrom(earlier, instrument, catalogue.find) : []
  await db.transaction().execute(async (trx) => {
    if (browser) await createScan(trx, scan, browser)
    else if (viewer.account) await createScanOfAccount(trx, scan, viewer.account)
    if (background) await saveBackground(trx, scan.id, background, now)
    await saveAnswers(trx, scan.id, answers, now)
  })
  return c.redirect(urls.scan.to({ scan: scan.id }), 303)
}

/** What is known already need not be asked again, as far as this instrument knows it. */
function backgroundFrom(
  known: { role: string | null; organisationKind: string | null } | undefined,
  { roles, organisationKinds }: Instrument,
) {
  const role = roles.find(({ id }) => id === known?.role)?.id ?? null
  const organisationKind = organisationKinds.find(({ id }) => id === known?.organisationKind)?.id ?? null
  return role === null && organisationKind === null ? null : { role, organisationKind }
}

function changesFrom(
  earlier: StoredScan,
  instrument: Instrument,
  find: (id: string, version: string) => Instrument | undefined,
) {
  const before = find(earlier.instrument, earlier.instrumentVersion)
  const answers = before ? startingAnswers(before, instrument, earlier.answers) : {}
  return Object.entries(answers).map(([statement, answer]) => ({ statement, ...answer }))
}
