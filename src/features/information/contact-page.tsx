import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'

export function showContact(c: RequestContext): Response {
  const { contactEmail } = c.get('house').site
  return page(
    c,
    { title: 'Contact', section: 'information', isPublic: true },
    <div class="wrap page stack narrow">
      <h1>Contact</h1>
      {contactEmail ? (
        <p class="lead">
          Heb je een vraag, of werkt er iets niet? Mail naar{' '}
          <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
        </p>
      ) : (
        <p class="lead">
          Heb je een vraag, of werkt er iets niet? Vraag het de organisatie die je deze website gaf. Die heeft
          hier nog geen mailadres ingevuld.
        </p>
      )}
      <h2>Schrijf er dit bij</h2>
      <ul class="stack-small">
        <li>Op welke pagina je was.</li>
        <li>Wat je deed en wat er gebeurde.</li>
        <li>Welk apparaat en welke browser je gebruikt.</li>
      </ul>
      <p>
        Stuur nooit een wachtwoord, een code of een link uit een mail mee. Ook je antwoorden hoeven wij niet
        te weten. Wij kunnen je scan niet inzien en niet terugzoeken.
      </p>
      <h2>Kun je niet meer inloggen?</h2>
      <ul class="stack-small">
        <li>
          Wachtwoord kwijt? Kies een nieuw bij <a href={urls.forgotPassword.to()}>Wachtwoord vergeten</a>.
        </li>
        <li>Telefoon of passkey kwijt? Log in met je wachtwoord en daarna met een herstelcode.</li>
        <li>
          Ook geen herstelcode meer? Dan kunnen wij niet zien dat jij het bent. Wij zetten de tweede stap dan
          niet uit.
        </li>
      </ul>
      <h2>Een lek gevonden?</h2>
      <p>
        Meld het ons eerst, en niet in het openbaar. Dan lossen we het op voordat iemand er misbruik van
        maakt.
      </p>
    </div>,
  )
}
