import { FINISHED_DAYS, UNFINISHED_DAYS } from '#domain/retention.ts'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'

export function showPrivacy(c: RequestContext): Response {
  return page(
    c,
    { title: 'Privacy', section: 'information', isPublic: true },
    <div class="wrap page stack narrow">
      <h1>Privacy</h1>
      <p class="lead">Niemand dan jij ziet je antwoorden. Zo is de QuickScan gebouwd.</p>
      <h2>Wat bewaren we?</h2>
      <ul class="stack-small">
        <li>Je antwoorden en je eigen notities.</li>
        <li>Je rol en het soort organisatie, als je die invult. Dat hoeft niet.</li>
        <li>Wanneer je begon, wanneer je voor het laatst iets veranderde en wanneer je klaar was.</li>
      </ul>
      <p>Je naam, je mailadres en je adres op internet (IP-adres) horen daar niet bij.</p>
      <h2>Hoe weten we welke scan van jou is?</h2>
      <p>
        Als je een scan start, zetten we één cookie in je browser. Daarin staat een lang toevallig getal. Het
        zegt niets over jou. Zonder die cookie kun je je scan niet terugvinden. Andere cookies zijn er niet.
        We volgen je niet en halen niets op bij andere websites. Daarom vragen we ook nergens toestemming voor
        cookies.
      </p>
      <h2>En een hervatcode?</h2>
      <p>
        Met een hervatcode ga je verder op een ander apparaat. Je ziet de code één keer. Wij bewaren alleen
        een afdruk waarmee we de code herkennen. Wie de code heeft, kan bij je scan. Geef hem dus niet weg.
      </p>
      <h2>Hoe lang bewaren we het?</h2>
      <ul class="stack-small">
        <li>{`Een scan die niet af is: tot ${UNFINISHED_DAYS} dagen na je laatste wijziging.`}</li>
        <li>{`Een scan die af is: ${FINISHED_DAYS === 365 ? 'een jaar' : `${FINISHED_DAYS} dagen`} na het afronden.`}</li>
        <li>Wil je eerder alles weg hebben? Open je scan en kies “Wis alles nu”. Dan is alles meteen weg.</li>
      </ul>
      <h2>Op een gedeelde computer</h2>
      <p>
        Iedereen die deze browser gebruikt, kan je scan openen. Werk je op een computer van anderen? Maak dan
        een hervatcode. Wis daarna de cookies van deze website in de browser.
      </p>
      <h2>Wie is verantwoordelijk?</h2>
      <p>
        De organisatie die deze website aanbiedt, is verantwoordelijk voor de gegevens. Op de pagina{' '}
        <a href={urls.contact.to()}>Contact</a> staat hoe je die bereikt. Ben je niet tevreden over hoe wij
        met gegevens omgaan? Dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.
      </p>
    </div>,
  )
}
