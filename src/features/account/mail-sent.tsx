import { MAIL_PROOF_MINUTES } from '#domain/account.ts'
import { Details } from '#ui/details.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { formPage } from './form-page.tsx'

/** The same page for every address, whether it has an account or not. */
export function showMailSent(c: RequestContext): Response {
  return formPage(
    c,
    {
      title: 'Kijk in je mail',
      lead: 'We sturen een mail naar het adres dat je net invulde. Daarin staat wat je nu kunt doen.',
    },
    <>
      <ol class="stack-small">
        <li>Open de mail van QuickScan. Meestal is die er binnen een minuut.</li>
        <li>{`Klik op de link in de mail. De link werkt ${MAIL_PROOF_MINUTES} minuten en maar één keer.`}</li>
        <li>Daarna ga je hier verder. Dit venster mag je sluiten.</li>
      </ol>
      <Details summary="Ik zie geen mail">
        <div class="stack-small">
          <p>Kijk ook in de map met ongewenste mail. Klopt het adres dat je invulde?</p>
          <p>
            Vraag anders een nieuwe mail: om <a href={urls.signUp.to()}>een account te maken</a> of om{' '}
            <a href={urls.forgotPassword.to()}>een nieuw wachtwoord te kiezen</a>. Per adres sturen we er
            hooguit drie in een uur.
          </p>
        </div>
      </Details>
    </>,
  )
}
