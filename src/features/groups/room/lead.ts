import type { DatabaseTransaction } from '#database/connect.ts'
import { addNote, eraseNote } from '#database/meeting-notes.ts'
import {
  endMeeting,
  findRunningMeeting,
  lockMeeting,
  moveMeeting,
  type StoredMeeting,
  setSilence,
  startMeeting,
} from '#database/meetings.ts'
import { findDilemma } from '#domain/conversation.ts'
import {
  isOver,
  MEETING_CODE_BYTES,
  MOST_NOTES,
  meetingCodeFrom,
  NOTE_LENGTH,
  placeInMeeting,
  SILENCE_SECONDS,
  stepsOf,
} from '#domain/meeting.ts'
import { findTalk } from '#features/groups/talk/find-talk.ts'
import { type FormFields, readForm } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { type GroupVisit, requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { PANEL_FIELDS } from './action-panel.tsx'
import { agree } from './agree.tsx'
import { tellOutcome } from './cast-vote.ts'
import { roomPage } from './room-page.tsx'
import { earlierActions, viewRoom } from './room-view.ts'

/** Everything that a leader does. Whoever is in the group may: when one leaves, another goes on. */
export function leadRoom(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const form = await readForm(c)
    const name = form?.get('doe') ?? ''
    const known = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    const allowed = ['doe', ...(name === 'begin' ? ['dilemma'] : ['stap', ...(known?.fields ?? [])])]
    if (!form || (!known && name !== 'begin')) return refuse(c, 400)
    if (![...form.keys()].every((field) => allowed.includes(field))) return refuse(c, 400)
    const { db, clock } = c.get('house')
    const running = await findRunningMeeting(db, visit.group.id)
    const meeting = running && !isOver(running, clock()) ? running : undefined
    if (!known) return meeting ? toRoom(c, visit) : begin(c, visit, form)
    return meeting ? known.act(c, visit, meeting, form) : toRoom(c, visit)
  })
}

type Act = (
  c: RequestContext,
  visit: GroupVisit,
  meeting: StoredMeeting,
  form: FormFields,
) => Promise<Response>

/** What can be done in the room, and which fields it has besides the screen that the leader saw. */
const ACTS: Record<string, { fields?: readonly string[]; act: Act }> = {
  volgende: { act: (c, visit, meeting, form) => go(c, visit, meeting, form, ({ next }) => next?.name) },
  vorige: { act: (c, visit, meeting, form) => go(c, visit, meeting, form, ({ previous }) => previous?.name) },
  naar: { fields: ['naar'], act: goTo },
  stil: { act: beSilent },
  praat: {
    act: (c, visit, meeting) => change(c, visit, meeting, (trx) => setSilence(trx, meeting.id, null)),
  },
  toon: { act: tell },
  notitie: { fields: ['tekst'], act: note },
  'wis-notitie': { fields: ['notitie'], act: wipeNote },
  afspraak: { fields: PANEL_FIELDS, act: agree },
  einde: { act: end },
}

async function goTo(c: RequestContext, visit: GroupVisit, meeting: StoredMeeting, form: FormFields) {
  const wanted = form.get('naar')
  const isKnown = stepsOf(meeting).some(({ name }) => name === wanted)
  return isKnown ? go(c, visit, meeting, form, () => wanted) : refuse(c, 400)
}

async function beSilent(c: RequestContext, visit: GroupVisit, meeting: StoredMeeting) {
  const until = new Date(c.get('house').clock().getTime() + SILENCE_SECONDS * 1000)
  return change(c, visit, meeting, (trx) => setSilence(trx, meeting.id, until))
}

async function wipeNote(c: RequestContext, visit: GroupVisit, meeting: StoredMeeting, form: FormFields) {
  const { db } = c.get('house')
  const id = form.get('notitie') ?? ''
  await db.transaction().execute((trx) => eraseNote(trx, { meetingId: meeting.id, id }))
  return toRoom(c, visit, 'gelukt=gewist')
}

async function end(c: RequestContext, visit: GroupVisit, meeting: StoredMeeting) {
  const { db, clock } = c.get('house')
  await db.transaction().execute(async (trx) => {
    await lockMeeting(trx, meeting.id, 'change')
    await endMeeting(trx, meeting.id, clock())
  })
  return toRoom(c, visit, 'gelukt=afgesloten')
}

function toRoom(c: RequestContext, { group }: GroupVisit, message?: string): Response {
  return c.redirect(`${urls.groupRoom.to({ group: group.id })}${message ? `?${message}` : ''}`, 303)
}

async function begin(c: RequestContext, visit: GroupVisit, form: FormFields): Promise<Response> {
  const house = c.get('house')
  const { db, clock, secrets } = house
  const talk = await findTalk(house, visit)
  if (!talk) return c.redirect(urls.groupTalk.to({ group: visit.group.id }), 303)
  const asked = form.get('dilemma') || null
  if (asked && !findDilemma(house.conversationOn(talk.instrument.id), asked)) return refuse(c, 400)
  const { round } = talk
  const now = clock()
  await db.transaction().execute(async (trx) => {
    // One that was never ended, and is over by now, makes room.
    const old = await findRunningMeeting(trx, visit.group.id)
    if (old && isOver(old, now)) await endMeeting(trx, old.id, now)
    const earlier = await earlierActions(trx, { groupId: visit.group.id, round: round.number })
    await startMeeting(trx, {
      id: secrets.createId(),
      groupId: visit.group.id,
      roundId: round.id,
      looksBack: earlier.length > 0,
      dilemma: asked,
      statements: talk.topics.map(({ statement }) => statement.id),
      code: meetingCodeFrom(secrets.randomBytes(MEETING_CODE_BYTES)),
      step: 'welcome',
      startedAt: now,
    })
  })
  return toRoom(c, visit)
}

/** Goes on only from the screen that the leader saw: of two leaders who press at once, one does. */
async function go(
  c: RequestContext,
  visit: GroupVisit,
  meeting: StoredMeeting,
  form: FormFields,
  choose: (place: NonNullable<ReturnType<typeof placeInMeeting>>) => string | undefined,
): Promise<Response> {
  const isMoved = await c
    .get('house')
    .db.transaction()
    .execute(async (trx) => {
      const fresh = await lockMeeting(trx, meeting.id, 'change')
      if (!fresh || fresh.step !== form.get('stap')) return false
      const place = placeInMeeting(fresh, fresh.step)
      const wanted = place && choose(place)
      if (wanted && wanted !== fresh.step) await moveMeeting(trx, fresh.id, wanted)
      return true
    })
  return toRoom(c, visit, isMoved ? undefined : 'let-op=verder')
}

async function change(
  c: RequestContext,
  visit: GroupVisit,
  meeting: StoredMeeting,
  make: (trx: DatabaseTransaction) => Promise<void>,
): Promise<Response> {
  await c
    .get('house')
    .db.transaction()
    .execute(async (trx) => {
      const fresh = await lockMeeting(trx, meeting.id, 'change')
      if (fresh?.step === meeting.step) await make(trx)
    })
  return toRoom(c, visit)
}

async function tell(
  c: RequestContext,
  visit: GroupVisit,
  meeting: StoredMeeting,
  form: FormFields,
): Promise<Response> {
  const house = c.get('house')
  const view = await viewRoom(house, meeting)
  if (!view?.ballot || view.step.name !== form.get('stap')) return toRoom(c, visit, 'let-op=verder')
  const place = { meetingId: meeting.id, step: view.step.name }
  const isTold = await tellOutcome(house, place, { ballot: view.ballot })
  return toRoom(c, visit, isTold ? undefined : 'let-op=gesloten')
}

async function note(
  c: RequestContext,
  visit: GroupVisit,
  meeting: StoredMeeting,
  form: FormFields,
): Promise<Response> {
  const { db, clock, secrets } = c.get('house')
  const text = (form.get('tekst') ?? '').trim()
  if (text === '') return toRoom(c, visit, 'let-op=leeg')
  if (text.length > NOTE_LENGTH) return roomPage(c, visit, meeting, { open: 'note', note: text })
  const step = placeInMeeting(meeting, form.get('stap') ?? '')?.step
  const isKept = await db.transaction().execute(async (trx) => {
    await lockMeeting(trx, meeting.id, 'use')
    return addNote(
      trx,
      {
        id: secrets.createId(),
        meetingId: meeting.id,
        statement: step?.statement ?? null,
        text,
        writtenAt: clock(),
      },
      MOST_NOTES,
    )
  })
  return isKept
    ? toRoom(c, visit, 'gelukt=notitie')
    : roomPage(c, visit, meeting, { open: 'note', note: text })
}
