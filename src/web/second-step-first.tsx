import { ButtonLink } from '#ui/button.tsx'
import type { RequestContext } from './house.ts'
import { page } from './page.tsx'
import { urls } from './urls.ts'

/** For whoever may see a page, and whose account a guessed password would open. */
export function askForSecondFactor(c: RequestContext): Response {
  return page(
    c,
    { title: 'Zet eerst een tweede stap aan', section: 'account', status: 403 },
    <div class="wrap page stack narrow">
      <h1>Zet eerst een tweede stap aan</h1>
      <p class="lead">
        Op deze pagina kun je meer dan een deelnemer. Daarvoor is alleen een wachtwoord niet genoeg.
      </p>
      <p>
        Wachtwoorden lekken soms uit, of worden geraden. Met een passkey of een app voor codes komt een ander
        er dan nog niet in. Instellen duurt een paar minuten. Daarna open je deze pagina opnieuw.
      </p>
      <p>
        <ButtonLink href={urls.accountSecurity.to()}>Naar Inloggen en beveiliging</ButtonLink>
      </p>
    </div>,
  )
}
