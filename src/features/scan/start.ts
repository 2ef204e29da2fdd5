import { createScan } from '#database/scans.ts'
import { readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { rememberBrowser } from '#web/session.ts'
import { urls } from '#web/urls.ts'

/** Starts a scan of the newest version of an instrument; no account, one private cookie. */
export async function start(c: RequestContext): Promise<Response> {
  const { db, catalogue, clock, secrets } = c.get('house')
  const form = await readForm(c)
  if (!form || [...form.keys()].some((name) => name !== 'instrument')) return refuse(c, 400)
  const instrument = catalogue.find(form.get('instrument') ?? '')
  if (!instrument) return refuse(c, 400)

  const scan = secrets.createId()
  const browser = rememberBrowser(c)
  await createScan(
    db,
    { id: scan, instrument: instrument.id, instrumentVersion: instrument.version, startedAt: clock() },
    browser,
  )
  return c.redirect(urls.scan.to({ scan }), 303)
}
