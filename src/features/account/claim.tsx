import type { JSX } from 'preact'
import { claimScans, type ListedScan, listScans } from '#database/scans.ts'
import type { Catalogue } from '#domain/catalogue.ts'
import { statementsOf } from '#domain/instrument.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { withNext } from '#web/next-path.ts'
import { requireAccount } from '#web/require.ts'
import { browserOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { dutchDate, dutchTime } from '#words/dutch.ts'
import { formPage } from './form-page.tsx'

/** After signing in: first the question about scans that this browser has, if there are any; then on. */
export async function goOn(
  c: RequestContext,
  next: string | null,
  { isNew = false }: { isNew?: boolean } = {},
): Promise<Response> {
  const scans = await listUnclaimed(c)
  if (scans.length > 0) return c.redirect(withNext(urls.accountClaim.to(), next), 303)
  return c.redirect(next ?? (isNew ? `${urls.account.to()}?nieuw=ja` : urls.scans.to()), 303)
}

/** Whoever signed in may not be who filled these in: nothing is chosen beforehand. */
export function showClaim(c: RequestContext): Promise<Response> {
  return requireAccount(c, async () => {
    const scans = await listUnclaimed(c)
    if (scans.length === 0) return c.redirect(urls.scans.to(), 303)
    const { catalogue } = c.get('house')
    const only = scans.length === 1 ? scans[0] : undefined
    return formPage(
      c,
      {
        title: only ? 'Is deze scan van jou?' : 'Welke scans zijn van jou?',
        lead: `In deze browser ${only ? 'staat een scan' : 'staan scans'} zonder account. Je kunt ${only ? 'hem' : 'ze'} in je account zetten.`,
      },
      <>
        <p>
          {`Kies alleen wat je zelf invulde. Daarna zie je ${only ? 'deze scan' : 'die scans'} alleen nog als je bent ingelogd. Een hervatcode werkt dan niet meer.`}
        </p>
        <form method="post" action={urls.accountClaim.to()} class="stack">
          {only ? (
            <>
              <p>
                <b>{titleOf(only, catalogue)}</b>
                <br />
                <span class="muted">{stateOf(only, catalogue)}</span>
              </p>
              <input type="hidden" name={`scan-${only.id}`} value="ja" />
            </>
          ) : (
            <fieldset class="choices">
              <legend>Scans in deze browser</legend>
              <div class="answers">
                {scans.map((scan) => (
                  <ScanChoice scan={scan} catalogue={catalogue} key={scan.id} />
                ))}
              </div>
            </fieldset>
          )}
          <div class="buttons">
            <Button>{only ? 'Ja, zet in mijn account' : 'Zet deze in mijn account'}</Button>
            <ButtonLink quiet href={urls.scans.to()}>
              {only ? 'Nee, laat hem hier' : 'Nee, laat ze hier'}
            </ButtonLink>
          </div>
        </form>
      </>,
    )
  })
}

export function answerClaim(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const form = await readForm(c)
    const fields = form ? [...form] : []
    if (!form || fields.some(([name, value]) => !/^scan-[A-Za-z0-9]{16}$/.test(name) || value !== 'ja')) {
      return refuse(c, 400)
    }
    const browser = browserOf(c)
    const chosen = fields.map(([name]) => name.slice('scan-'.length))
    const count = browser ? await claimScans(c.get('house').db, chosen, browser, account.id) : 0
    return c.redirect(`${urls.scans.to()}${count > 0 ? '?overgenomen=ja' : ''}`, 303)
  })
}

async function listUnclaimed(c: RequestContext): Promise<ListedScan[]> {
  const browser = browserOf(c)
  return browser ? listScans(c.get('house').db, { browser, account: null }) : []
}

function ScanChoice({ scan, catalogue }: { scan: ListedScan; catalogue: Catalogue }): JSX.Element {
  return (
    <CheckboxField
      name={`scan-${scan.id}`}
      label={titleOf(scan, catalogue)}
      description={stateOf(scan, catalogue)}
    />
  )
}

function titleOf(scan: ListedScan, catalogue: Catalogue): string {
  return catalogue.find(scan.instrument, scan.instrumentVersion)?.texts.shortTitle ?? 'Scan'
}

function stateOf(scan: ListedScan, catalogue: Catalogue): string {
  const instrument = catalogue.find(scan.instrument, scan.instrumentVersion)
  if (scan.finishedAt) return `Afgerond op ${dutchDate(scan.finishedAt)} om ${dutchTime(scan.finishedAt)}.`
  const total = instrument ? statementsOf(instrument).length : 0
  return `Begonnen op ${dutchDate(scan.startedAt)} om ${dutchTime(scan.startedAt)}, ${scan.answered} van de ${total} gedaan.`
}
