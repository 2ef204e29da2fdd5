import type { JSX } from 'preact'
import { FINISHED_DAYS, UNFINISHED_DAYS } from '#domain/retention.ts'
import { nextCluster, totalProgress } from '#domain/scan.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Columns } from '#ui/columns.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type OwnScan, requireScanOwner } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate, dutchTime } from '#words/dutch.ts'
import { wordsFor } from '#words/statement-words.ts'
import { BackgroundForm } from './background.tsx'
import { ScanProgress, WhoSeesThis } from './progress.tsx'

/** The hub: the clusters, how far one is, and what can be done next. */
export function showHub(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, (own) =>
    page(
      c,
      { title: 'Jouw scan', section: 'scan' },
      <Columns main={<Hub {...own} />} aside={<HubAside {...own} />} />,
    ),
  )
}

function Hub({ scan, instrument }: OwnScan): JSX.Element {
  const { answered, total } = totalProgress(instrument, scan.answers)
  return (
    <div class="stack">
      <div class="stack-small">
        <p class="muted">{instrument.texts.title}</p>
        <h1>Jouw scan</h1>
        <p class="lead">
          {scan.finishedAt
            ? `Je rondde deze scan af op ${dutchDate(scan.finishedAt)}.`
            : `${answered} van ${total} ${wordsFor(instrument).more} beantwoord. Kies zelf waar je begint. Overslaan mag.`}
        </p>
        {answered > 0 && <p class="saved">{`Bewaard om ${dutchTime(scan.changedAt)}`}</p>}
      </div>
      {!scan.askedBackground && !scan.finishedAt && <BackgroundForm scan={scan.id} instrument={instrument} />}
      <section class="stack-small" aria-labelledby="onderdelen">
        <h2 id="onderdelen">Onderdelen</h2>
        <ScanProgress scan={scan} instrument={instrument} withAbout />
      </section>
      <NextStep scan={scan} instrument={instrument} />
    </div>
  )
}

function NextStep({ scan, instrument }: Pick<OwnScan, 'scan' | 'instrument'>): JSX.Element {
  if (scan.finishedAt) {
    return (
      <form class="buttons" method="post" action={urls.scanReopen.to({ scan: scan.id })}>
        <ButtonLink href={urls.scanResult.to({ scan: scan.id })}>Bekijk je resultaat</ButtonLink>
        <Button quiet>Pas je antwoorden aan</Button>
      </form>
    )
  }
  const { answered } = totalProgress(instrument, scan.answers)
  const next = nextCluster(instrument, scan.answers)
  return (
    <div class="buttons">
      {next && (
        <ButtonLink href={urls.scanCluster.to({ scan: scan.id, cluster: next.id })}>
          {answered === 0 ? `Begin met ${next.title}` : `Ga verder met ${next.title}`}
        </ButtonLink>
      )}
      {answered > 0 && (
        <ButtonLink quiet={next !== undefined} href={urls.scanCheck.to({ scan: scan.id })}>
          Controleer je antwoorden
        </ButtonLink>
      )}
    </div>
  )
}

function HubAside({ scan }: OwnScan): JSX.Element {
  return (
    <div class="stack">
      <WhoSeesThis />
      {scan.accountId ? <InAccount scan={scan} /> : <InBrowser scan={scan} />}
    </div>
  )
}

function InAccount({ scan }: Pick<OwnScan, 'scan'>): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="later">
      <h2 class="h3" id="later">
        Later verder
      </h2>
      <p class="small">
        Deze scan staat in je account. Log in, op welk apparaat ook, en hij staat klaar onder{' '}
        <i>Mijn scans</i>. We bewaren hem zolang je account bestaat.
      </p>
      <p class="small">
        <a href={urls.scanErase.to({ scan: scan.id })}>Wis deze scan nu</a>
      </p>
    </section>
  )
}

function InBrowser({ scan }: Pick<OwnScan, 'scan'>): JSX.Element {
  return (
    <>
      <section class="stack-small" aria-labelledby="later">
        <h2 class="h3" id="later">
          Later verder
        </h2>
        <p class="small">
          In deze browser staat je scan klaar onder <i>Mijn scans</i>. Ga je verder op een ander apparaat?
          Maak dan een hervatcode.
        </p>
        <form method="post" action={urls.scanResumeCode.to({ scan: scan.id })}>
          <Button quiet>Maak een hervatcode</Button>
        </form>
      </section>
      <section class="stack-small" aria-labelledby="bewaren">
        <h2 class="h3" id="bewaren">
          Hoe lang bewaren we dit?
        </h2>
        <p class="small">
          {`Een scan die niet af is, wissen we na ${UNFINISHED_DAYS} dagen zonder wijziging. Een scan die af is, wissen we na ${FINISHED_DAYS === 365 ? 'een jaar' : `${FINISHED_DAYS} dagen`}.`}{' '}
          Wil je hem langer houden? <a href={urls.signIn.to()}>Zet hem in een account</a>
        </p>
        <p class="small">
          <a href={urls.scanErase.to({ scan: scan.id })}>Wis alles nu</a>
        </p>
      </section>
    </>
  )
}
