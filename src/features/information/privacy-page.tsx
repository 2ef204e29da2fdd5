import { SESSION_DAYS } from '#domain/account.ts'
import { ACCOUNT_RETENTION } from '#domain/account-retention.ts'
import { BENCHMARK_ORGANISATIONS, BENCHMARK_PEOPLE } from '#domain/benchmark-rule.ts'
import { MEETING_HOURS } from '#domain/meeting.ts'
import { SUGGESTED_FROM } from '#domain/profile.ts'
import { FINISHED_DAYS, INVITATION_DAYS, UNFINISHED_DAYS } from '#domain/retention.ts'
import { ORGANISATION_SIGN_IN_MINUTES, PENDING_SIGN_IN_MINUTES } from '#domain/second-factor.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'

const { firstWarningDays, lastWarningDays } = ACCOUNT_RETENTION
const HOURS_IN_A_DAY = 24

/** Every cookie that there is; each is only set when it is needed. */
const COOKIES = [
  ['quickscan', 'Je scan terugvinden, als je hem zonder account invult', 'Een jaar'],
  [
    'quickscan-account',
    'Weten dat je bent ingelogd',
    `Op je eigen apparaat ${SESSION_DAYS.own} dagen. Anders tot je de browser sluit, en hooguit ${SESSION_DAYS.shared * HOURS_IN_A_DAY} uur`,
  ],
  [
    'quickscan-stap',
    'Onthouden dat je wachtwoord klopte, tot de tweede stap',
    `${PENDING_SIGN_IN_MINUTES} minuten`,
  ],
  [
    'quickscan-gesprek',
    'Je stem in een gesprek één keer tellen, als je meedoet met een code',
    `${MEETING_HOURS} uur`,
  ],
  [
    'quickscan-organisatie',
    'Zien dat je zelf terugkomt van je organisatie',
    `${ORGANISATION_SIGN_IN_MINUTES} minuten`,
  ],
]

export function showPrivacy(c: RequestContext): Response {
  const { minGroup } = c.get('house')
  return page(
    c,
    { title: 'Privacy', section: 'information', isPublic: true },
    <div class="wrap page stack narrow">
      <h1>Privacy</h1>
      <p class="lead">
        Niemand dan jij ziet je antwoorden, tenzij je ze zelf deelt. Zo is de QuickScan gebouwd.
      </p>
      <h2>Wat bewaren we van een scan?</h2>
      <ul class="stack-small">
        <li>Je antwoorden en je eigen notities.</li>
        <li>Je plan, als je dat maakt.</li>
        <li>Je rol en het soort organisatie, als je die invult. Dat hoeft niet.</li>
        <li>Wanneer je begon, wanneer je voor het laatst iets veranderde en wanneer je klaar was.</li>
      </ul>
      <p>
        Voor een scan hoef je geen account te maken. Je naam en je mailadres hebben we dan niet. Ook je adres
        op internet (IP-adres) bewaren we niet.
      </p>
      <h2>Wat bewaren we van een account?</h2>
      <ul class="stack-small">
        <li>Je mailadres. Daarmee log je in.</li>
        <li>
          Waarmee je laat zien dat jij het bent: een wachtwoord, een passkey, een app voor codes, of het
          account van je organisatie. Je wachtwoord en je herstelcodes kunnen wij niet lezen. We hebben er
          alleen een afdruk van.
        </li>
        <li>Je functie, je organisatie en een naam voor je scans. Alleen als je die invult.</li>
        <li>Op welke apparaten je bent ingelogd, zoals “Firefox op Windows”, en sinds wanneer.</li>
        <li>Wanneer je voor het laatst inlogde.</li>
        <li>Over welke plannen je mail wilt, en waarover we je al mailden. Alleen als je daarom vraagt.</li>
      </ul>
      <p>
        We mailen je alleen als jij iets vraagt, als iemand je uitnodigt voor een groep, of als er iets met je
        account gebeurt. In een mail staat nooit een antwoord of een notitie. Vraag je om mail over een plan?
        Dan staat er wel in wat je afsprak.
      </p>
      <p>
        Log je in met het account van je organisatie? Dan weet je organisatie dat je QuickScan gebruikt. Je
        antwoorden krijgt ze niet. Wij krijgen je mailadres, je naam en je nummer daar. Je naam bewaren we
        niet.
      </p>
      <h2>Wie ziet wat?</h2>
      <ul class="stack-small">
        <li>
          Je antwoorden, je notities en je eigen plan: alleen jij. Ook een beheerder kan ze op deze website
          niet zien.
        </li>
        <li>
          {`De naam van je organisatie stellen we aan anderen voor, als minstens ${SUGGESTED_FROM} mensen die invullen. Wie dat zijn, zien ze niet. De rest van je account zie jij alleen.`}
        </li>
        <li>
          Een beheerder ziet hoeveel accounts en scans er zijn, en hoe ver mensen komen. Niet precies, niet
          van wie, en alleen als het er genoeg zijn.
        </li>
        <li>
          Van wat beheerders zelf doen is er een logboek, met hun mailadres. Een regel daarin blijft twee jaar
          staan.
        </li>
        <li>
          Wie de server onderhoudt, kan technisch bij de database. Dat geldt voor elke website die iets
          bewaart.
        </li>
      </ul>
      <h2>En in een groep?</h2>
      <p>
        Een groep vult samen dezelfde scan in. Je kiest zelf of je meedoet, en pas aan het eind of je iets
        instuurt. Je notities gaan nooit mee.
      </p>
      <ul class="stack-small">
        <li>
          {`In een vertrouwelijke groep ziet niemand de antwoorden van één persoon. De groep krijgt één keer cijfers, als de ronde sluit en minstens ${minGroup} mensen naast de organisator iets instuurden. Waren het er minder, dan krijgt de groep niets.`}
        </li>
        <li>
          Cijfers zijn altijd afgerond. Zouden ze samen met eerdere cijfers iets over een paar mensen
          verraden, dan laten we ze weg.
        </li>
        <li>
          De organisator ziet wie is uitgenodigd en hoeveel mensen meedoen. Niet wie dat zijn, en niet wie
          klaar is.
        </li>
        <li>
          In een open groep kies je zelf of je je antwoorden met je naam erbij deelt met de leden van die
          groep.
        </li>
        <li>
          Als de ronde sluit, wissen we in een vertrouwelijke groep wat je instuurde. De cijfers van de groep
          blijven, met een toevallige code voor elke deelnemer. Wis je je account, dan leidt niets meer van
          die code naar jou.
        </li>
        <li>
          Wat we niet kunnen voorkomen: collega’s die hun eigen antwoorden bij elkaar leggen, een organisator
          die met verzonnen accounts meedoet, en mensen die raden. Daarom zie je vooraf hoeveel anderen
          meedoen.
        </li>
        <li>
          In het gesprek stem je zonder naam. Je stem wissen we zodra de uitkomst er is, en anders als het
          gesprek stopt. Bij weinig stemmen laten we geen aantallen zien.
        </li>
        <li>
          Wie de code van een gesprek heeft, ziet wat er op het scherm staat. Notities en afspraken ziet
          alleen de groep.
        </li>
      </ul>
      <h2>En in de vergelijking met iedereen?</h2>
      <p>
        {`Elk kwartaal tellen we op wat iedereen met een account antwoordde. Dat staat op `}
        <a href={urls.comparisons.to()}>Vergelijken</a>
        {`. Een scan telt pas mee als hij een maand af is. Er zijn minstens ${BENCHMARK_PEOPLE} mensen van minstens ${BENCHMARK_ORGANISATIONS} organisaties voor nodig, en geen organisatie levert meer dan de helft. Uit de cijfers is niemand te herkennen. Wil je niet meetellen? Doe de scan dan zonder account, of wis hem binnen een maand.`}
      </p>
      <h2>Welke cookies zijn er?</h2>
      <DataTable
        caption="Cookies van deze website"
        columns={[{ label: 'Naam' }, { label: 'Waarvoor' }, { label: 'Hoe lang' }]}
        rows={COOKIES}
      />
      <p>
        In een cookie staat alleen een lange, toevallige code. Die zegt niets over jou. Meestal staat er
        “__Host-” voor de naam, als extra slot. Wat je typt en nog niet bewaard is, staat zolang in dit
        tabblad van je browser. We volgen je niet en halen niets op bij andere websites. Daarom vragen we ook
        nergens toestemming voor cookies.
      </p>
      <h2>En een hervatcode?</h2>
      <p>
        Met een hervatcode ga je verder op een ander apparaat. Je ziet de code één keer. Wij bewaren alleen
        een afdruk waarmee we de code herkennen. Wie de code heeft, kan bij je scan. Geef hem dus niet weg.
        Zet je de scan in een account? Dan werkt de code niet meer.
      </p>
      <h2>Hoe lang bewaren we het?</h2>
      <ul class="stack-small">
        <li>{`Een scan die niet af is: tot ${UNFINISHED_DAYS} dagen na je laatste wijziging.`}</li>
        <li>{`Een scan die af is: ${FINISHED_DAYS === 365 ? 'een jaar' : `${FINISHED_DAYS} dagen`} na het afronden.`}</li>
        <li>Een scan in je account: zolang je account er is.</li>
        <li>
          {`Een account dat niemand gebruikt: twee jaar. Je krijgt ${firstWarningDays} en ${lastWarningDays} dagen van tevoren een mail. Log je in, dan blijft alles staan.`}
        </li>
        <li>
          {`Het adres van wie voor een groep werd uitgenodigd: tot ${INVITATION_DAYS === 365 ? 'een jaar' : `${INVITATION_DAYS} dagen`} nadat de ronde sloot. De cijfers van een groep: zonder einde.`}
        </li>
        <li>
          Notities, afspraken en uitkomsten van een gesprek: zolang de groep er is. Een notitie of afspraak
          kan iedereen in de groep wissen.
        </li>
        <li>Een rapport van je scan: één minuut, in het geheugen. Daarna heb jij het alleen.</li>
        <li>{`Waar je bent ingelogd: tot je daar uitlogt, en hooguit ${SESSION_DAYS.own} dagen.`}</li>
        <li>Een link in een mail: een uur. Een mail die nog niet weg kon: hooguit twee dagen.</li>
        <li>
          Hoe vaak iemand iets probeerde, zoals een wachtwoord: een dag. Zo gaan we raden tegen. Er staat geen
          adres bij, alleen een afdruk ervan.
        </li>
      </ul>
      <p>
        Elk uur wissen we wat over tijd is. Wat gewist is, kan nog een tijd in een reservekopie van de server
        staan.
      </p>
      <h2>Wat kun je zelf?</h2>
      <ul class="stack-small">
        <li>
          Alles zien en downloaden wat we van je account bewaren:{' '}
          <a href={urls.accountData.to()}>Mijn gegevens</a>.
        </li>
        <li>
          Veranderen wat niet klopt: <a href={urls.accountProfile.to()}>je profiel</a> en{' '}
          <a href={urls.accountAddress.to()}>je mailadres</a>.
        </li>
        <li>
          Wissen: <a href={urls.accountErase.to()}>je hele account</a>, of één scan bij{' '}
          <a href={urls.scans.to()}>Mijn scans</a>. Dan is het op de website meteen weg.
        </li>
      </ul>
      <h2>Op een gedeelde computer</h2>
      <p>
        Een scan zonder account kan iedereen openen die deze browser gebruikt. Werk je op een computer van
        anderen? Maak dan een account en log uit als je klaar bent. Of maak een hervatcode, en wis daarna de
        cookies van deze website.
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
