import { ORGANISATION_SIGN_IN_MINUTES } from '#domain/second-factor.ts'
import type { Refusal } from '#platform/organisation-refusal.ts'
import { ButtonLink } from '#ui/button.tsx'
import type { RequestContext } from '#web/house.ts'
import { nextPath, withNext } from '#web/next-path.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'

const TEXTS: Record<Refusal['reason'], { title: string; what: string; todo: string }> = {
  refused: {
    title: 'Het inloggen bij je organisatie ging niet door',
    what: 'Je stopte zelf, of je organisatie liet je niet verder.',
    todo: 'Je kunt het opnieuw proberen. Lukt het weer niet? Vraag dan de helpdesk van je organisatie of jij QuickScan mag gebruiken.',
  },
  replayed: {
    title: 'Deze poging om in te loggen werkt niet meer',
    what: `Een poging werkt één keer, in dezelfde browser en hooguit ${ORGANISATION_SIGN_IN_MINUTES} minuten.`,
    todo: 'Begin opnieuw. Sta je cookies toe in deze browser? Die zijn hier nodig.',
  },
  unreachable: {
    title: 'Je organisatie geeft nu geen antwoord',
    what: 'De pagina waarop je organisatie mensen laat inloggen, is niet te bereiken.',
    todo: 'Wacht een paar minuten en probeer het opnieuw. Heb je bij QuickScan ook een wachtwoord? Daarmee kun je nu al inloggen.',
  },
  invalid: {
    title: 'Het antwoord van je organisatie klopt niet',
    what: 'Uit voorzorg hebben we er niets mee gedaan.',
    todo: 'Probeer het opnieuw. Gebeurt dit nog een keer? Meld het dan bij wie QuickScan bij jullie beheert.',
  },
}

/** Says in plain words what went wrong; the log gets what whoever runs it needs, and nothing that was sent. */
export function organisationRefusedPage(
  c: RequestContext,
  { reason, detail }: Omit<Refusal, 'ok'>,
  departure?: { nextPath: string },
): Response {
  c.get('house').log.warn({ reason, detail }, 'no sign-in by the organisation')
  const { title, what, todo } = TEXTS[reason]
  // Whoever is signed in goes on from there at once, and is asked for a proof where that is needed.
  const again = withNext(urls.signIn.to(), nextPath(departure?.nextPath.split('?')[0]))
  return page(
    c,
    { title, section: 'account', status: reason === 'unreachable' ? 503 : 400 },
    <div class="wrap page stack narrow">
      <h1>{title}</h1>
      <p class="lead">{`${what} Er is niets veranderd.`}</p>
      <p>{todo}</p>
      <p class="buttons">
        <ButtonLink href={again}>Probeer het opnieuw</ButtonLink>
        <ButtonLink quiet href={urls.contact.to()}>
          Contact
        </ButtonLink>
      </p>
    </div>,
  )
}
