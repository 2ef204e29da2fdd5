import { listScans, nameScan } from '#database/scans.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireScanOwner } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'
import { wordsFor } from '#words/statement-words.ts'

const LONGEST_NAME = 60

/** The question with which a scan is done once more: empty, or from the answers of this one. */
export function showAgain(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, async ({ scan, instrument, viewer }) => {
    const { db } = c.get('house')
    const open = (await listScans(db, viewer)).find(
      (other) => other.instrument === scan.instrument && !other.finishedAt,
    )
    const about = wordsFor(instrument)
    return page(
      c,
      { title: 'Doe de scan opnieuw', section: 'scan' },
      <div class="wrap page stack narrow">
        <PageHeading
          kicker={instrument.texts.title}
          title="Doe de scan opnieuw"
          lead={`Je eerdere scan van ${dutchDate(scan.startedAt)} blijft staan. Zo zie je later wat er veranderde.`}
        />
        {open && (
          <p>
            Er staat al een scan open, begonnen op {dutchDate(open.startedAt)}.{' '}
            <a href={urls.scan.to({ scan: open.id })}>Ga daarmee verder</a>
          </p>
        )}
        <div class="cards">
          <form class="card" method="post" action={urls.scans.to()}>
            <h2 class="h3">Begin leeg</h2>
            <p>{`Je kijkt met een frisse blik naar alle ${about.more}. Zo meet je het eerlijkst.`}</p>
            <input type="hidden" name="instrument" value={instrument.id} />
            <Button>Begin leeg</Button>
          </form>
          <form class="card" method="post" action={urls.scans.to()}>
            <h2 class="h3">Begin met je eerdere antwoorden</h2>
            <p>
              Je antwoorden staan al ingevuld. Je loopt ze na en past aan wat anders is. Notities gaan niet
              mee.
            </p>
            <input type="hidden" name="instrument" value={instrument.id} />
            <input type="hidden" name="vanuit" value={scan.id} />
            <Button quiet>Neem mijn antwoorden mee</Button>
          </form>
        </div>
      </div>,
    )
  })
}

/** A name tells scans apart; without one it is the date. */
export function showName(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, ({ scan, instrument }) =>
    page(
      c,
      { title: 'Geef deze scan een naam', section: 'scan' },
      <div class="wrap page stack narrow">
        <PageHeading kicker={instrument.texts.title} title="Geef deze scan een naam" />
        <form method="post" action={urls.scanName.to({ scan: scan.id })} class="stack">
          <TextField
            name="naam"
            label="Naam"
            hint="Bijvoorbeeld: na de training. Laat het leeg als je geen naam wilt."
            value={scan.name}
            maxLength={LONGEST_NAME}
            autocomplete="off"
          />
          <div class="buttons">
            <Button>Bewaar de naam</Button>
            <ButtonLink quiet href={urls.scan.to({ scan: scan.id })}>
              Ga terug
            </ButtonLink>
          </div>
        </form>
      </div>,
    ),
  )
}

export function saveName(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, async ({ scan }) => {
    const form = await readFields(c, ['naam'])
    const name = form?.get('naam')?.replace(/\s+/g, ' ').trim()
    if (name === undefined || name.length > LONGEST_NAME) return refuse(c, 400)
    await nameScan(c.get('house').db, scan.id, name)
    return c.redirect(urls.scans.to(), 303)
  })
}
