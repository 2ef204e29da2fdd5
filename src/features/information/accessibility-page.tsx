import { SESSION_DAYS } from '#domain/account.ts'
import { PENDING_SIGN_IN_MINUTES } from '#domain/second-factor.ts'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'

export function showAccessibility(c: RequestContext): Response {
  return page(
    c,
    { title: 'Toegankelijkheid', section: 'information', isPublic: true },
    <div class="wrap page stack narrow">
      <h1>Toegankelijkheid</h1>
      <p class="lead">
        Iedereen moet de QuickScan kunnen gebruiken. Ook als je slecht ziet, geen muis gebruikt of moeite hebt
        met lezen.
      </p>
      <h2>Wat kun je verwachten?</h2>
      <ul class="stack-small">
        <li>Alles werkt met alleen het toetsenbord.</li>
        <li>Alles werkt met een programma dat de pagina voorleest.</li>
        <li>Je kunt de letters twee keer zo groot maken. De pagina past zich aan.</li>
        <li>De pagina’s volgen de lichte of donkere kleuren van je apparaat, en hoog contrast.</li>
        <li>
          Zonder JavaScript werkt bijna alles ook. Je bewaart dan met de knop onder aan de pagina. Alleen een
          passkey heeft JavaScript nodig, en een browser van 2025 of later. Inloggen kan ook anders.
        </li>
        <li>
          Bij het inloggen hoef je niets te onthouden of over te typen. Je mag plakken, en een programma voor
          wachtwoorden mag alles invullen.
        </li>
        <li>
          Soms is er een grens aan de tijd. Na een halve dag ben je uitgelogd. Op je eigen apparaat is dat na{' '}
          {SESSION_DAYS.own} dagen. Voor een tweede stap heb je {PENDING_SIGN_IN_MINUTES} minuten. Is de tijd
          om? Dan log je opnieuw in. Wat bewaard is, staat er nog.
        </li>
        <li>Kleur is nooit het enige teken. Er staat altijd een woord bij.</li>
      </ul>
      <h2>Welke eisen volgen we?</h2>
      <p>
        We bouwen volgens de richtlijn WCAG 2.2, niveau AA. Bij elke wijziging loopt een controle mee op alle
        pagina’s. Die vindt niet alles. Een onafhankelijk bureau heeft de website nog niet onderzocht.
      </p>
      <h2>Werkt iets niet voor jou?</h2>
      <p>
        Laat het weten, dan lossen we het op. Schrijf erbij welke pagina het was en wat je gebruikt. Hoe je
        ons bereikt, staat op de pagina <a href={urls.contact.to()}>Contact</a>.
      </p>
    </div>,
  )
}
