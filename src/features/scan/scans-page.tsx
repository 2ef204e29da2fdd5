import type { JSX } from 'preact'
import { type ListedScan, listScans } from '#database/scans.ts'
import type { Catalogue } from '#domain/catalogue.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { viewerOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'

/** Mijn scans: what this account and this browser have, and what to do when they have nothing. */
export async function showScans(c: RequestContext): Promise<Response> {
  const { db, catalogue } = c.get('house')
  const viewer = await viewerOf(c)
  const isSomebody = viewer.browser !== null || viewer.account !== null
  const scans = isSomebody ? await listScans(db, viewer) : []
  const inAccount = scans.filter(({ accountId }) => accountId !== null)
  const inBrowser = scans.filter(({ accountId }) => accountId === null)
  const isSignedIn = viewer.account !== null
  const own = isSignedIn ? inAccount : inBrowser
  const notice = noticeFor(c)
  return page(
    c,
    { title: 'Mijn scans', section: 'scan' },
    <div class="wrap page stack narrow">
      <h1>Mijn scans</h1>
      {notice && <Notice>{notice}</Notice>}
      {own.length === 0 && (
        <p class="lead">
          {isSignedIn ? 'In je account staat nog geen scan.' : 'In deze browser staat nog geen scan.'}
        </p>
      )}
      <ScanRows scans={own} catalogue={catalogue} />
      <TrendLinks scans={scans} catalogue={catalogue} />
      {isSignedIn && inBrowser.length > 0 && <Unclaimed scans={inBrowser} catalogue={catalogue} />}
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
      {!isSignedIn && <Elsewhere hasScans={scans.length > 0} />}
    </div>,
  )
}

function noticeFor(c: RequestContext): string | undefined {
  if (c.req.query('gewist') === 'ja') return 'Je scan is gewist. Er is niets van bewaard.'
  if (c.req.query('overgenomen') === 'ja') return 'Gelukt. Wat je koos, staat nu in je account.'
  return undefined
}

function ScanRows({ scans, catalogue }: { scans: ListedScan[]; catalogue: Catalogue }): JSX.Element | null {
  if (scans.length === 0) return null
  return (
    <ul class="rows">
      {scans.map((scan) => {
        const instrument = catalogue.find(scan.instrument, scan.instrumentVersion)
        return instrument && <ScanRow scan={scan} instrument={instrument} key={scan.id} />
      })}
    </ul>
  )
}

function ScanRow({ scan, instrument }: { scan: ListedScan; instrument: Instrument }): JSX.Element {
  const total = statementsOf(instrument).length
  const href = scan.finishedAt ? urls.scanResult.to({ scan: scan.id }) : urls.scan.to({ scan: scan.id })
  const about = scan.name || `Scan van ${dutchDate(scan.finishedAt ?? scan.startedAt)}`
  return (
    <li>
      <a href={href} class="row">
        <b>{scan.name ? `${scan.name} · ${instrument.texts.shortTitle}` : instrument.texts.shortTitle}</b>
        <span class="muted">
          {scan.finishedAt
            ? `Af sinds ${dutchDate(scan.finishedAt)}. Bekijk hier je resultaat.`
            : `Begonnen op ${dutchDate(scan.startedAt)}. Je hebt er nu ${scan.answered} van de ${total} gedaan. Ga verder.`}
        </span>
      </a>
      <p class="row-actions small">
        {scan.finishedAt && (
          <a href={urls.scanAgain.to({ scan: scan.id })}>
            Doe opnieuw<span class="visually-hidden">{`: ${about}`}</span>
          </a>
        )}
        <a href={urls.scanName.to({ scan: scan.id })}>
          {scan.name ? 'Wijzig de naam' : 'Geef een naam'}
          <span class="visually-hidden">{`: ${about}`}</span>
        </a>
        <a href={urls.scanErase.to({ scan: scan.id })}>
          Wis<span class="visually-hidden">{`: ${about}`}</span>
        </a>
      </p>
    </li>
  )
}

/** From the second finished scan of an instrument on there is something to compare. */
function TrendLinks({ scans, catalogue }: { scans: ListedScan[]; catalogue: Catalogue }): JSX.Element | null {
  const compared = catalogue.current.filter(
    ({ id }) => scans.filter((scan) => scan.instrument === id && scan.finishedAt).length > 1,
  )
  if (compared.length === 0) return null
  return (
    <section class="stack-small" aria-labelledby="verloop">
      <h2 id="verloop">Wat veranderde er?</h2>
      <ul class="rows">
        {compared.map(({ id, texts }) => (
          <li key={id}>
            <a href={urls.scanTrend.to({ instrument: id })} class="row">
              <b>Bekijk het verloop</b>
              <span class="muted">{`Je scans van ${texts.shortTitle} naast elkaar.`}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Somebody else may have filled these in: they stay apart until their owner takes them. */
function Unclaimed({ scans, catalogue }: { scans: ListedScan[]; catalogue: Catalogue }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="zonder-account">
      <h2 id="zonder-account">In deze browser, zonder account</h2>
      <p>
        Wie deze browser gebruikt, kan deze scans openen. Heb je ze zelf ingevuld?{' '}
        <a href={urls.accountClaim.to()}>Zet ze in je account</a>
      </p>
      <ScanRows scans={scans} catalogue={catalogue} />
    </section>
  )
}

function Elsewhere({ hasScans }: { hasScans: boolean }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="verder">
      <h2 id="verder">{hasScans ? 'Bewaren of later verder?' : 'Staat je scan ergens anders?'}</h2>
      <ul class="rows">
        <li>
          <a href={urls.signIn.to()} class="row">
            <b>Log in</b>
            <span class="muted">Je ziet de scans die in je account staan.</span>
          </a>
        </li>
        <li>
          <a href={urls.signUp.to()} class="row">
            <b>Maak een account</b>
            <span class="muted">
              Je houdt je scans, doet ze later opnieuw en ziet wat er veranderde. Het hoeft niet.
            </span>
          </a>
        </li>
        <li>
          <a href={urls.resume.to()} class="row">
            <b>Gebruik een hervatcode</b>
            <span class="muted">Ga verder met een scan die je op een ander apparaat begon.</span>
          </a>
        </li>
      </ul>
    </section>
  )
}
