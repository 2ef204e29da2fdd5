import { endSession, endSessions, type ListedSession, listSessions } from '#database/sessions.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireAccount } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate, dutchTime } from '#words/dutch.ts'

/** Where somebody is signed in, with a way out for each. */
export function showSessions(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ id, account }) => {
    const { db, clock } = c.get('house')
    const sessions = await listSessions(db, account.id, clock())
    const others = sessions.filter((session) => session.id !== id)
    return page(
      c,
      { title: 'Apparaten', section: 'account' },
      <div class="wrap page stack narrow">
        <h1>Apparaten</h1>
        {c.req.query('uitgelogd') && <Notice>Gelukt. Daar ben je uitgelogd.</Notice>}
        <p class="lead">
          Hier ben je nu ingelogd. Herken je iets niet? Log daar uit en kies een ander wachtwoord.
        </p>
        <ul class="rows">
          {[...sessions.filter((session) => session.id === id), ...others].map((session) => (
            <SessionRow session={session} isThis={session.id === id} key={session.id} />
          ))}
        </ul>
        {others.length > 1 && (
          <form method="post" action={urls.accountSessions.to()}>
            <Button quiet name="apparaat" value="alle-andere">
              Log uit op alle andere apparaten
            </Button>
          </form>
        )}
        <p>
          <a href={urls.account.to()}>Terug naar je account</a>
        </p>
      </div>,
    )
  })
}

export function answerSessions(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ id, account }) => {
    const form = await readFields(c, ['apparaat'])
    const chosen = form?.get('apparaat') ?? ''
    if (!form || chosen === '') return refuse(c, 400)
    const { db } = c.get('house')
    if (chosen === 'alle-andere') await endSessions(db, account.id, id)
    else await endSession(db, account.id, chosen)
    return c.redirect(`${urls.accountSessions.to()}?uitgelogd=ja`, 303)
  })
}

function SessionRow({ session, isThis }: { session: ListedSession; isThis: boolean }) {
  return (
    <li class="row-with-action">
      <span>
        <b>{session.device}</b>
        <br />
        <span class="muted">
          {isThis
            ? 'Dit apparaat.'
            : `Ingelogd op ${dutchDate(session.createdAt)} om ${dutchTime(session.createdAt)}.`}
        </span>
      </span>
      {!isThis && (
        <form method="post" action={urls.accountSessions.to()}>
          <Button quiet name="apparaat" value={session.id}>
            Log hier uit
            <span class="visually-hidden">{`: ${session.device}`}</span>
          </Button>
        </form>
      )}
    </li>
  )
}
