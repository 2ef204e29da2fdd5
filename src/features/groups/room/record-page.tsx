import type { JSX } from 'preact'
import { eraseNote, listNotes, type MeetingNote } from '#database/meeting-notes.ts'
import { listOutcomes } from '#database/meeting-votes.ts'
import { listMeetings, type StoredMeeting } from '#database/meetings.ts'
import { listActions, type StoredAction } from '#database/plans.ts'
import { findDilemma } from '#domain/conversation.ts'
import type { Dilemma } from '#domain/conversation-schema.ts'
import type { Instrument } from '#domain/instrument.ts'
import type { LibraryEntry } from '#domain/library-schema.ts'
import { type MeetingStep, stepsOf, topicsOf } from '#domain/meeting.ts'
import type { VoteOutcome } from '#domain/vote.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type GroupVisit, requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'
import { stepName } from '#words/room-words.ts'
import { optionsAt, type VoteOption } from './vote-options.ts'
import { VoteResult } from './vote-outcome.tsx'

/** One conversation as it was: what was told of each vote, and what the group wrote down. */
type Recorded = {
  meeting: StoredMeeting
  votes: {
    step: MeetingStep
    title: string
    options: VoteOption[]
    outcome: VoteOutcome
    /** Of a dilemma: the case, and what is known about it. */
    about: { dilemma: Dilemma; sources: LibraryEntry[] } | null
  }[]
  notes: (MeetingNote & { topic: string | null })[]
}

/** What a group talked about, newest first, for whoever is in it. */
export function showRecord(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const house = c.get('house')
    const actions = await listActions(house.db, { groupId: visit.group.id })
    const recorded: Recorded[] = []
    for (const meeting of await listMeetings(house.db, visit.group.id)) {
      const instrument = house.catalogue.find(meeting.instrument, meeting.instrumentVersion)
      if (instrument) recorded.push(await record(house, { meeting, instrument, actions }))
    }
    return recordPage(c, visit, recorded)
  })
}

/** Takes a note away, from whichever conversation of this group it is. */
export function wipeFromRecord(c: RequestContext): Promise<Response> {
  return requireGroup(c, async ({ group }) => {
    const form = await readFields(c, ['gesprek', 'notitie'])
    const { db } = c.get('house')
    const meetings = form ? await listMeetings(db, group.id) : []
    const meeting = meetings.find(({ id }) => id === form?.get('gesprek'))
    if (!meeting) return refuse(c, 400)
    const note = { meetingId: meeting.id, id: form?.get('notitie') ?? '' }
    await db.transaction().execute((trx) => eraseNote(trx, note))
    return c.redirect(`${urls.groupRecord.to({ group: group.id })}?gelukt=gewist`, 303)
  })
}

async function record(
  { db, conversationOn, library }: Pick<House, 'db' | 'conversationOn' | 'library'>,
  {
    meeting,
    instrument,
    actions,
  }: { meeting: StoredMeeting; instrument: Instrument; actions: StoredAction[] },
): Promise<Recorded> {
  const outcomes = await listOutcomes(db, meeting.id)
  const topics = topicsOf(instrument, meeting)
  const dilemma = findDilemma(conversationOn(instrument.id), meeting.dilemma)
  const topicOf = (id: string | null) => topics.find((one) => one.id === id) ?? null
  return {
    meeting,
    votes: stepsOf(meeting).flatMap((step) => {
      const outcome = outcomes.get(step.name)
      if (!outcome) return []
      const topic = topicOf(step.statement)
      const options = optionsAt(step, { instrument, topic, dilemma, tips: topic?.tips ?? [], actions })
      const about =
        step.kind === 'dilemma' && dilemma
          ? { dilemma, sources: dilemma.sources.flatMap((id) => library.find(id) ?? []) }
          : null
      const title = about ? about.dilemma.title : stepName(step, topic?.topic ?? null)
      return [{ step, title, options, outcome, about }]
    }),
    notes: (await listNotes(db, meeting.id)).map((note) => ({
      ...note,
      topic: topicOf(note.statement)?.topic ?? null,
    })),
  }
}

function recordPage(c: RequestContext, { group }: GroupVisit, recorded: Recorded[]): Response {
  return page(
    c,
    { title: `Wat ${group.name} besprak`, section: 'group' },
    <div class="wrap page stack-large narrow">
      <div class="stack-small">
        <p class="muted">{group.name}</p>
        <h1>Wat jullie bespraken</h1>
        {c.req.query('gelukt') === 'gewist' && <Notice>De notitie is gewist.</Notice>}
        <p class="lead">
          {recorded.length === 0
            ? 'Hier staat nog niets. Na jullie gesprek lees je hier terug wat jullie stemden en opschreven.'
            : 'Iedereen in de groep kan dit lezen. Wat iemand stemde, is nergens bewaard.'}
        </p>
      </div>
      {recorded.map((one) => (
        <Conversation recorded={one} group={group.id} key={one.meeting.id} />
      ))}
      <div class="buttons print-hidden">
        <ButtonLink quiet={recorded.length > 0} href={urls.groupTalk.to({ group: group.id })}>
          Naar het gesprek
        </ButtonLink>
        <ButtonLink quiet href={urls.groupPlan.to({ group: group.id })}>
          Naar het plan
        </ButtonLink>
      </div>
    </div>,
  )
}

function Conversation({
  recorded: { meeting, votes, notes },
  group,
}: {
  recorded: Recorded
  group: string
}): JSX.Element {
  const id = `gesprek-${meeting.id}`
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{`Het gesprek van ${dutchDate(meeting.startedAt)}`}</h2>
      {votes.length === 0 && notes.length === 0 && <p>Er is niet gestemd en niets opgeschreven.</p>}
      {votes.map(({ step, title, options, outcome, about }) => (
        <div class="stack-small" key={step.name}>
          <h3>{title}</h3>
          {about && <p>{about.dilemma.case}</p>}
          <VoteResult outcome={outcome} options={options} />
          {about && <Known {...about} />}
        </div>
      ))}
      {notes.length > 0 && (
        <div class="stack-small">
          <h3>Opgeschreven</h3>
          <ul class="rows">
            {notes.map((note) => (
              <li class="row-with-action" key={note.id}>
                <span>
                  <span class="as-typed">{note.text}</span>
                  {note.topic && <span class="muted small">{` (${note.topic})`}</span>}
                </span>
                <form method="post" action={urls.groupRecord.to({ group })}>
                  <input type="hidden" name="gesprek" value={meeting.id} />
                  <button type="submit" class="link-button" name="notitie" value={note.id}>
                    Wis<span class="visually-hidden">{` de notitie: ${note.text.slice(0, 60)}`}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** What is known about a case, and where to read on. */
function Known({ dilemma, sources }: { dilemma: Dilemma; sources: LibraryEntry[] }): JSX.Element {
  return (
    <>
      <p>{dilemma.knowledge}</p>
      <ul>
        {sources.map(({ id, title }) => (
          <li key={id}>
            <a href={urls.libraryEntry.to({ entry: id })}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
