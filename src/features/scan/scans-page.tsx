import type { JSX } from 'preact'
import { listScansOfBrowser } from '#database/scans.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { dutchDate } from '#web/dutch.ts'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { browserOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'

type Listed = Awaited<ReturnType<typeof listScansOfBrowser>>[number]

/** Mijn scan: what this browser has, and what to do when it has nothing. */
export async function showScans(c: RequestContext): Promise<Response> {
  const { db, catalogue } = c.get('house')
  const browser = browserOf(c)
  const scans = browser ? await listScansOfBrowser(db, browser) : []
  const isErased = c.req.query('gewist') === 'ja'
  return page(
    c,
    { title: 'Mijn scan', section: 'scan' },
    <div class="wrap page stack narrow">
      <h1>Mijn scan</h1>
      {isErased && <Notice>Je scan is gewist. Er is niets van bewaard.</Notice>}
      {scans.length === 0 ? (
        <p class="lead">In deze browser staat nog geen scan.</p>
      ) : (
        <ul class="rows">
          {scans.map((scan) => {
            const instrument = catalogue.find(scan.instrument, scan.instrumentVersion)
            return instrument && <ScanRow scan={scan} instrument={instrument} key={scan.id} />
          })}
        </ul>
      )}
      <section class="stack-small" aria-labelledby="begin">
        <h2 id="begin">{scans.length === 0 ? 'Begin hier' : 'Begin een nieuwe scan'}</h2>
        <div class="buttons">
          {catalogue.current.map((instrument) => (
            <ButtonLink
              quiet={scans.length > 0}
              href={urls.instrument.to({ instrument: instrument.id })}
              key={instrument.id}
            >
              {instrument.texts.shortTitle}
            </ButtonLink>
          ))}
        </div>
      </section>
      <section class="stack-small" aria-labelledby="verder">
        <h2 id="verder">Begonnen op een ander apparaat?</h2>
        <p>
          <a href={urls.resume.to()}>Ga verder met je hervatcode</a>
        </p>
      </section>
    </div>,
  )
}

function ScanRow({ scan, instrument }: { scan: Listed; instrument: Instrument }): JSX.Element {
  const total = statementsOf(instrument).length
  const href = scan.finishedAt ? urls.scanResult.to({ scan: scan.id }) : urls.scan.to({ scan: scan.id })
  return (
    <li>
      <a href={href} class="row">
        <b>{instrument.texts.shortTitle}</b>
        <span class="muted">
          {scan.finishedAt
            ? `Af sinds ${dutchDate(scan.finishedAt)}. Bekijk hier je resultaat.`
            : `Begonnen op ${dutchDate(scan.startedAt)}. Je hebt er nu ${scan.answered} van de ${total} gedaan. Ga verder.`}
        </span>
      </a>
    </li>
  )
}
