import type { ErrorHandler } from 'hono'
import { databaseIsAway } from '#database/failures.ts'
import type { Environment, RequestContext } from './house.ts'
import { page } from './page.tsx'
import { urls } from './urls.ts'

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503

const TEXTS: Record<RefusalStatus, { title: string; what: string; todo: string }> = {
  400: {
    title: 'Dit formulier klopt niet',
    what: 'We konden niet lezen wat je stuurde. Er is niets veranderd.',
    todo: 'Ga terug naar de vorige pagina en probeer het nog een keer.',
  },
  401: {
    title: 'Je bent niet meer ingelogd',
    what: 'Wat je net stuurde is niet bewaard. Wat al bewaard was, is er nog.',
    todo: 'Log in een ander tabblad opnieuw in. Ga dan hier een stap terug: meestal staat daar nog wat je typte.',
  },
  403: {
    title: 'Dit verzoek kwam niet van onze eigen pagina',
    what: 'Uit voorzorg hebben we niets veranderd.',
    todo: 'Open de pagina opnieuw en probeer het nog een keer.',
  },
  404: {
    title: 'Deze pagina is er niet',
    what: 'Het adres klopt niet, of de pagina is gewist. Een scan zie je alleen in de browser waarin je hem begon, of als je inlogt op je account.',
    todo: 'Heb je een account? Log dan eerst in. Heb je een hervatcode? Daarmee ga je verder op een ander apparaat.',
  },
  405: {
    title: 'Dit kan niet op dit adres',
    what: 'Je browser vroeg iets wat deze pagina niet kent. Er is niets veranderd.',
    todo: 'Begin opnieuw vanaf de startpagina.',
  },
  409: {
    title: 'Deze scan is al afgerond',
    what: 'Je antwoorden staan vast bij het resultaat. Er is niets veranderd.',
    todo: 'Open de scan opnieuw als je iets wilt aanpassen.',
  },
  413: {
    title: 'Dit is te veel tekst in één keer',
    what: 'Wat je stuurde is te groot om te bewaren. Wat al bewaard was, is er nog.',
    todo: 'Ga terug, maak de notities korter en bewaar opnieuw.',
  },
  415: {
    title: 'Deze vorm kennen we niet',
    what: 'We konden niet lezen wat je stuurde. Er is niets veranderd.',
    todo: 'Gebruik het formulier op de pagina.',
  },
  429: {
    title: 'Dit is nu te vaak geprobeerd',
    what: 'Om raden tegen te gaan staat er een grens op het aantal pogingen. Er is niets veranderd.',
    todo: 'Wacht een kwartier en probeer het dan opnieuw.',
  },
  500: {
    title: 'Er ging bij ons iets mis',
    what: 'Dit ligt niet aan jou. Wat al bewaard was, is er nog.',
    todo: 'Wacht even en probeer het opnieuw.',
  },
  503: {
    title: 'We kunnen er nu even niet bij',
    what: 'De gegevens zijn kort niet te bereiken. Wat al bewaard was, is er nog.',
    todo: 'Wacht een halve minuut en probeer het opnieuw.',
  },
}

/** In seconds, when nobody says otherwise. */
const RETRY_AFTER: Partial<Record<RefusalStatus, number>> = { 429: 15 * 60, 503: 5 }

/**
 * Answers with a Dutch page, or with `application/problem+json` where JSON was asked for or sent. `detail` says what
 * to do, and `retryAfter` (seconds) when, where that is not what it usually is.
 */
export function refuse(
  c: RequestContext,
  status: RefusalStatus,
  detail?: string,
  retryAfter = RETRY_AFTER[status],
): Response {
  const { title, what, todo } = TEXTS[status]
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter))
  // RFC 9110 (15.5.2) asks for the way to sign in. Ours is a page, and no browser opens a window of its own for it.
  if (status === 401) c.header('www-authenticate', 'Cookie')
  if (speaksJson(c)) {
    return c.body(
      JSON.stringify({ type: 'about:blank', title, status, detail: detail ?? `${what} ${todo}` }),
      status,
      {
        'content-type': 'application/problem+json; charset=utf-8',
      },
    )
  }
  return page(
    c,
    { title, status },
    <div class="wrap page stack">
      <h1>{title}</h1>
      <p class="lead">{what}</p>
      <p>{detail ?? todo}</p>
      <p>
        {status === 401 ? (
          <a href={urls.signIn.to()}>Log in</a>
        ) : (
          <>
            <a href={urls.home.to()}>Naar de startpagina</a> · <a href={urls.scans.to()}>Naar mijn scans</a>
          </>
        )}
      </p>
    </div>,
  )
}

/** What nobody expected: the log says what, the visitor what is kept and what to do. */
export const answerFailure: ErrorHandler<Environment> = (error, c) => {
  const status = databaseIsAway(error) ? 503 : 500
  c.get('house').log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed')
  return refuse(c, status)
}

function speaksJson(c: RequestContext): boolean {
  const isJson = (value: string | undefined) => value?.includes('json') ?? false
  return c.req.method === 'PUT' || isJson(c.req.header('content-type')) || isJson(c.req.header('accept'))
}
