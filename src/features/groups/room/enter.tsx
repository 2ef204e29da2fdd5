import type { JSX } from 'preact'
import { addGuest } from '#database/meeting-votes.ts'
import { lockMeeting, type StoredMeeting } from '#database/meetings.ts'
import { isOver, MEETING_HOURS, MOST_GUESTS } from '#domain/meeting.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readFields } from '#web/body.ts'
import { giveToken } from '#web/cookies.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { ROOM_RULES } from '#words/room-words.ts'
import { votePromise } from '#words/vote-words.ts'
import { findByCode, GUEST_COOKIE } from './find-guest.ts'

/** Where somebody types the code that is on the screen. */
export function showEntrance(c: RequestContext): Response {
  return entrance(c)
}

/** Looks the code up; with the right one on to the room. */
export async function enter(c: RequestContext): Promise<Response> {
  const form = await readFields(c, ['code'])
  if (!form) return refuse(c, 400)
  const typed = form.get('code') ?? ''
  const outcome = await findByCode(c, typed)
  if (outcome.kind === 'unknown') return entrance(c, typed)
  if (outcome.kind === 'too-many') return refuse(c, 429)
  return c.redirect(urls.room.to({ code: outcome.meeting.code ?? '' }), 303)
}

/** Before somebody is in: what happens there, and one button. */
export function showDoor(c: RequestContext, meeting: StoredMeeting): Response {
  return page(
    c,
    { title: 'Doe mee met het gesprek', isRoom: true },
    <RoomPage>
      <div class="stack narrow">
        <p class="room-kicker">{meeting.groupName}</p>
        <h1>Doe mee met het gesprek</h1>
        <ul>
          {ROOM_RULES.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <p>{votePromise(meeting.least)}</p>
        <form method="post" action={urls.room.to({ code: meeting.code ?? '' })}>
          <Button name="doe" value="mee">
            Doe mee
          </Button>
        </form>
        <p class="small muted">
          {`Je telefoon krijgt een cookie met een willekeurig nummer. Die verdwijnt na ${MEETING_HOURS} uur. Zo telt je stem één keer.`}
        </p>
      </div>
    </RoomPage>,
  )
}

/** Lets a phone in, and back to the room. */
export async function comeIn(c: RequestContext, meeting: StoredMeeting): Promise<Response> {
  const { db, clock, secrets } = c.get('house')
  const tokenHash = giveToken(c, GUEST_COOKIE, MEETING_HOURS * 60 * 60)
  const now = clock()
  const outcome = await db.transaction().execute(async (trx) => {
    const fresh = await lockMeeting(trx, meeting.id, 'use')
    if (!fresh || isOver(fresh, now)) return 'over'
    const guest = { id: secrets.createId(), meetingId: meeting.id, tokenHash, seenAt: now }
    return (await addGuest(trx, guest, MOST_GUESTS)) ? 'in' : 'full'
  })
  if (outcome === 'full') return refuse(c, 503, 'De zaal is vol. Kijk mee op het grote scherm.')
  if (outcome === 'over') return refuse(c, 404)
  return c.redirect(urls.room.to({ code: meeting.code ?? '' }), 303)
}

/** The frame of a screen that is followed on a phone. */
export function RoomPage({ children }: { children: JSX.Element | JSX.Element[] }): JSX.Element {
  return (
    <main class="room-page" id="inhoud">
      {children}
    </main>
  )
}

function entrance(c: RequestContext, typed = ''): Response {
  const isWrong = typed !== ''
  const title = 'Doe mee met een gesprek'
  return page(
    c,
    { title: isWrong ? `Let op: ${title.toLowerCase()}` : title, status: isWrong ? 404 : 200 },
    <div class="wrap page stack narrow">
      {isWrong && (
        <ErrorSummary
          title="Deze code kennen we niet"
          kept="Er is niets veranderd."
          errors={[
            {
              text: 'Kijk of je hem goed overtypte. Na afloop van een gesprek werkt de code niet meer.',
              href: '#code',
            },
          ]}
        />
      )}
      <h1>{title}</h1>
      <p class="lead">Typ de code die op het scherm staat. Je hebt geen account nodig.</p>
      <form class="stack" method="post" action={urls.enterRoom.to()} novalidate>
        <TextField
          name="code"
          label="Code"
          hint="Acht letters en cijfers, zoals K7M4-QX9P. Hoofdletters hoeven niet."
          value={typed.slice(0, 30)}
          autocomplete="off"
          maxLength={30}
          {...(isWrong && { error: 'Vul de code van het scherm in.' })}
        />
        <div class="buttons">
          <Button>Doe mee</Button>
        </div>
      </form>
    </div>,
  )
}
