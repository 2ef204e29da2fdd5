import { eraseScan } from '#database/erasure.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireScanOwner } from '#web/require.ts'
import { urls } from '#web/urls.ts'

export function showEraseQuestion(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, ({ scan }) =>
    page(
      c,
      { title: 'Wis alles', section: 'scan' },
      <div class="wrap page stack narrow">
        <h1>Wil je deze scan wissen?</h1>
        <p class="lead">
          Je antwoorden, je notities, je resultaat en je plan zijn dan meteen weg. Terughalen kan niet.
        </p>
        <p>Ook een hervatcode van deze scan werkt daarna niet meer.</p>
        <form class="buttons" method="post" action={urls.scanErase.to({ scan: scan.id })}>
          <Button>Wis alles</Button>
          <ButtonLink quiet href={urls.scan.to({ scan: scan.id })}>
            Nee, ga terug
          </ButtonLink>
        </form>
      </div>,
    ),
  )
}

export function eraseOwnScan(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, async ({ scan }) => {
    const form = await readForm(c)
    if (!form || form.size > 0) return refuse(c, 400)
    await eraseScan(c.get('house').db, scan.id)
    return c.redirect(`${urls.scans.to()}?gewist=ja`, 303)
  })
}
