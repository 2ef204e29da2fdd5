import { findOwnVote, isSomebodyWaiting, seeGuest } from '#database/meeting-votes.ts'
import { findMeeting, meetingNews, type StoredMeeting } from '#database/meetings.ts'
import { readChoices } from '#domain/vote.ts'
import { Notice } from '#ui/notice.tsx'
import { answerLive, asksForEvents } from '#web/answer-live.ts'
import { type FormFields, readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { fragment, page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { castVote, presentSince, tellOutcome } from './cast-vote.ts'
import { comeIn, RoomPage, showDoor } from './enter.tsx'
import { findByCode } from './find-guest.ts'
import { RoomScreen } from './room-screen.tsx'
import { type RoomView, viewRoom } from './room-view.ts'
import { fieldOf, VoteForm } from './vote-form.tsx'

/** What the room sees, on a phone that came in; before that the door. */
export function followRoom(c: RequestContext): Promise<Response> {
  return requireRoom(c, async ({ meeting, guest }) => {
    if (!guest) return showDoor(c, meeting)
    const { db, clock } = c.get('house')
    await seeGuest(db, guest, clock())
    return followPage(c, meeting, guest)
  })
}

/** Comes in, or votes. A vote may be changed until it is told. */
export function takePart(c: RequestContext): Promise<Response> {
  return requireRoom(c, async ({ meeting, guest }) => {
    const form = await readForm(c)
    if (!form) return refuse(c, 400)
    if (form.has('doe')) {
      if (form.get('doe') !== 'mee' || form.size > 1) return refuse(c, 400)
      return guest ? c.redirect(urls.room.to({ code: meeting.code ?? '' }), 303) : comeIn(c, meeting)
    }
    if (!guest) return showDoor(c, meeting)
    return vote(c, { meeting, guest, form })
  })
}

/** Says to a phone what the room sees, whenever that changes. */
export function followLive(c: RequestContext): Promise<Response> {
  return requireRoom(c, async ({ meeting, guest }) => {
    if (!guest) return noRoom(c)
    if (!asksForEvents(c)) return c.redirect(urls.room.to({ code: meeting.code ?? '' }), 303)
    const house = c.get('house')
    const beat = () => seeGuest(house.db, guest, house.clock())
    await beat()
    return answerLive(
      c,
      {
        name: `room:${meeting.id}`,
        subject: meetingNews(meeting.id),
        read: async () => {
          const now = await findMeeting(house.db, meeting.id)
          const view = now && (await viewRoom(house, now))
          if (!view) return null
          // The code goes when the meeting ends; what is shown then has nothing to send.
          const shown = sharedScreen(house, view, meeting.code ?? '')
          return { text: JSON.stringify({ ...shown, isOver: view.isOver }), isLast: view.isOver }
        },
      },
      { who: guest, beat },
    )
  })
}

function noRoom(c: RequestContext): Response {
  return refuse(c, 404, 'Dit gesprek is afgelopen, of de code klopt niet. Kijk op het scherm in de zaal.')
}

type Inside = { meeting: StoredMeeting; guest: string | null }

async function requireRoom(
  c: RequestContext,
  handle: (inside: Inside) => Response | Promise<Response>,
): Promise<Response> {
  const outcome = await findByCode(c, c.req.param('code') ?? '')
  if (outcome.kind === 'too-many') return refuse(c, 429)
  if (outcome.kind === 'unknown') return noRoom(c)
  return handle(outcome)
}

async function vote(
  c: RequestContext,
  { meeting, guest, form }: { meeting: StoredMeeting; guest: string; form: FormFields },
): Promise<Response> {
  const house = c.get('house')
  const room = urls.room.to({ code: meeting.code ?? '' })
  const tooLate = () => c.redirect(`${room}?let-op=te-laat`, 303)
  const view = await viewRoom(house, meeting)
  const step = form.get('stap') ?? ''
  if (!view || step === '') return refuse(c, 400)
  if (step !== view.step.name || !view.ballot) return tooLate()
  const choices = readVote(form, view)
  if (!choices) return refuse(c, 400)
  if (choices.length === 0 && view.ballot.most === 1) return c.redirect(`${room}?let-op=kies`, 303)
  const place = { meetingId: meeting.id, step }
  if ((await castVote(house, place, { guestId: guest, choices })) === 'too-late') return tooLate()
  await seeGuest(house.db, guest, house.clock())
  const since = presentSince(house.clock())
  if (!(await isSomebodyWaiting(house.db, { ...place, since })))
    await tellOutcome(house, place, { ballot: view.ballot, whenComplete: true })
  return c.redirect(room, 303)
}

/** What the form chose; null when it has what this ballot does not. */
function readVote(form: FormFields, { ballot }: RoomView): string[] | null {
  if (!ballot) return null
  const isSingle = ballot.most === 1
  const fields = new Map(
    isSingle ? [['keuze', null]] : ballot.options.map((option) => [fieldOf(option), option] as const),
  )
  const chosen: string[] = []
  for (const [name, value] of form) {
    if (name === 'stap') continue
    if (!fields.has(name)) return null
    if (isSingle) chosen.push(value)
    else if (value === 'ja') chosen.push(fields.get(name) ?? '')
    else return null
  }
  return readChoices(ballot, chosen)
}

const WARNINGS: Record<string, string> = {
  'te-laat': 'De stemming was al gesloten. Je stem telt hier niet mee.',
  kies: 'Kies eerst een antwoord. Er is nog niets bewaard.',
}

async function followPage(c: RequestContext, meeting: StoredMeeting, guest: string): Promise<Response> {
  const house = c.get('house')
  const view = await viewRoom(house, meeting)
  if (!view) return refuse(c, 404)
  const code = meeting.code ?? ''
  const own = view.ballot
    ? await findOwnVote(house.db, { meetingId: meeting.id, step: view.step.name, guestId: guest })
    : null
  const warning = WARNINGS[c.req.query('let-op') ?? '']
  return page(
    c,
    { title: 'Het gesprek', isRoom: true, scripts: ['room.js'] },
    <RoomPage>
      <header class="room-head">
        <p>{meeting.groupName}</p>
        <p class="muted">
          <a href={urls.room.to({ code })}>Kijk of er iets nieuws is</a>
        </p>
      </header>
      <div role="status" data-live-notice>
        {warning && <Notice>{warning}</Notice>}
      </div>
      <div
        data-live-screen
        data-live-url={urls.roomLive.to({ code })}
        data-version={sharedScreen(house, view, code).version}
      >
        <PhoneScreen view={view} code={code} own={own} />
      </div>
    </RoomPage>,
  )
}

/** The screen as every phone gets it, without what this phone chose; `version` differs when it does. */
function sharedScreen(
  { secrets }: Pick<House, 'secrets'>,
  view: RoomView,
  code: string,
): { version: string; html: string } {
  const html = fragment(<PhoneScreen view={view} code={code} own={null} />)
  return { version: secrets.hash(html).slice(0, 16), html }
}

function PhoneScreen({ view, code, own }: { view: RoomView; code: string; own: string[] | null }) {
  return <RoomScreen view={view} vote={<VoteForm view={view} action={urls.room.to({ code })} own={own} />} />
}
