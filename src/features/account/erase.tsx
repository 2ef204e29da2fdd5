import { eraseAccount } from '#database/account-erasure.ts'
import { requestMail } from '#database/mails.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireRecentProof } from '#web/require.ts'
import { signOut } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { formPage } from './form-page.tsx'

export function showEraseAccount(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, ({ account }) =>
    formPage(
      c,
      {
        title: 'Wil je je account wissen?',
        lead: `Het account van ${account.address} is dan meteen weg. Terughalen kan niet.`,
      },
      <>
        <div class="stack-small">
          <h2 class="h3">Dit wissen we meteen</h2>
          <ul>
            <li>je scans, met alle antwoorden, notities en resultaten</li>
            <li>je e-mailadres, je wachtwoord en je profiel</li>
            <li>alle apparaten waarop je bent ingelogd</li>
            <li>je plaats in groepen, met wat je daar instuurde en wat je daar organiseert</li>
          </ul>
        </div>
        <div class="stack-small">
          <h2 class="h3">Dit blijft</h2>
          <p>
            Niets waarmee iemand jou kan vinden. Deed je mee met een groep, dan blijven de cijfers van een
            gesloten ronde staan. Daarin staan jouw antwoorden niet apart. Je krijgt nog één mail die zegt dat
            je account is gewist. In een reservekopie van de beheerder kan je account nog even staan. Hoe
            lang, vraag je via <a href={urls.contact.to()}>Contact</a>.
          </p>
          <p>
            Heb je in deze browser een scan die niet in je account staat? Die blijft staan. Je wist hem bij{' '}
            <a href={urls.scans.to()}>Mijn scans</a>.
          </p>
        </div>
        <p>
          Wil je je gegevens eerst bewaren? <a href={urls.accountData.to()}>Download ze hier</a>
        </p>
        <form class="buttons" method="post" action={urls.accountErase.to()}>
          <Button>Wis mijn account</Button>
          <ButtonLink quiet href={urls.account.to()}>
            Nee, ga terug
          </ButtonLink>
        </form>
      </>,
    ),
  )
}

export function answerEraseAccount(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async ({ account }) => {
    if (!(await readFields(c, []))) return refuse(c, 400)
    const { db, clock, secrets, mailWaits } = c.get('house')
    await db.transaction().execute(async (trx) => {
      await eraseAccount(trx, account.id)
      // Without a link to the account: that is gone, and this letter has to go out all the same.
      await requestMail(trx, {
        id: secrets.createId(),
        kind: 'account-erased',
        address: account.address,
        accountId: null,
        requestedAt: clock(),
      })
    })
    mailWaits()
    await signOut(c)
    return page(
      c,
      { title: 'Je account is gewist', section: 'account' },
      <div class="wrap page stack narrow">
        <h1>Je account is gewist</h1>
        <p class="lead">Er is niets van bewaard. Je krijgt nog één mail die dit bevestigt.</p>
        <p>
          <ButtonLink href={urls.home.to()}>Naar de startpagina</ButtonLink>
        </p>
      </div>,
    )
  })
}
