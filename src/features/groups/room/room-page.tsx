import type { JSX } from 'preact'
import { findRunningMeeting, meetingNews, type StoredMeeting } from '#database/meetings.ts'
import { isOver, SILENCE_SECONDS } from '#domain/meeting.ts'
import { Notice } from '#ui/notice.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { answerLive, asksForEvents } from '#web/answer-live.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type GroupVisit, requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { stepName } from '#words/room-words.ts'
import { presenceInWords, turnoutInWords } from '#words/vote-words.ts'
import { LeaderBar } from './leader-bar.tsx'
import { LeaderPanels } from './leader-panels.tsx'
import { type LeaderView, type PanelState, viewForLeader } from './leader-view.ts'
import { RoomScreen } from './room-screen.tsx'
import { viewRoom } from './room-view.ts'
import { showStart } from './start-room.tsx'
import { voteOptions } from './vote-options.ts'

/** The screen on the wall, with what the leader needs under it; before the meeting, how to begin it. */
export function showRoom(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const { db, clock } = c.get('house')
    const meeting = await findRunningMeeting(db, visit.group.id)
    if (!meeting || isOver(meeting, clock())) return showStart(c, visit)
    return roomPage(c, visit, meeting)
  })
}

/** Says that something changed, and nothing of what: the page is asked for anew, by whoever may see it. */
export function roomLive(c: RequestContext): Promise<Response> {
  return requireGroup(c, async ({ group, account }) => {
    const { db, secrets } = c.get('house')
    const meeting = await findRunningMeeting(db, group.id)
    if (!meeting) return refuse(c, 404)
    if (!asksForEvents(c)) return c.redirect(urls.groupRoom.to({ group: group.id }), 303)
    return answerLive(
      c,
      {
        name: `leader:${meeting.id}`,
        subject: meetingNews(meeting.id),
        read: async () => ({ text: JSON.stringify({ version: secrets.createId() }), isLast: false }),
      },
      { who: account.id },
    )
  })
}

const WARNINGS: Record<string, string> = {
  verder: 'Iemand anders ging al verder. Dit is het scherm van nu.',
  gesloten: 'Deze stemming was al gesloten. De uitkomst staat op het scherm.',
  leeg: 'Er stond nog niets. Er is niets bewaard.',
  vol: 'Er staan al heel veel notities. Wis er eerst een paar.',
  lang: 'Deze tekst is te lang. Er is niets bewaard.',
}
const DONE: Record<string, string> = {
  notitie: 'De notitie is bewaard.',
  gewist: 'De notitie is gewist.',
  afspraak: 'De afspraak staat in het plan.',
}

export async function roomPage(
  c: RequestContext,
  visit: GroupVisit,
  meeting: StoredMeeting,
  panels: PanelState = { open: null },
): Promise<Response> {
  const house = c.get('house')
  const view = await viewRoom(house, meeting)
  if (!view) return refuse(c, 404)
  const leader = await viewForLeader(house, visit, view)
  const warning = WARNINGS[c.req.query('let-op') ?? '']
  const done = DONE[c.req.query('gelukt') ?? '']
  const { group } = visit
  const topicNumber = view.topics.findIndex(({ id }) => id === view.topic?.id) + 1
  return page(
    c,
    {
      title: `${stepName(view.step, view.topic?.topic ?? null)} · het gesprek van ${group.name}`,
      isRoom: true,
      scripts: ['room.js'],
      status: panels.open ? 400 : 200,
    },
    <main
      class="room-page room-lead"
      id="inhoud"
      data-live-url={urls.groupRoomLive.to({ group: group.id })}
      data-live-lead
    >
      <div class="room-stage">
        <header class="room-head" data-live-part="head">
          <p>
            <b>{group.name}</b>
            {topicNumber > 0 && (
              <span class="muted">{` · onderwerp ${topicNumber} van ${view.topics.length}`}</span>
            )}
          </p>
          <p class="room-join">
            <span class="muted">{`${presenceInWords(leader.turnout.present)}. Doe mee: `}</span>
            <b>{leader.entrance.address}</b>
            <span class="muted"> · code </span>
            <b class="room-code">{leader.entrance.code}</b>
          </p>
        </header>
        <div role="status" data-live-notice>
          {warning && <Notice>{warning}</Notice>}
          {done && <Notice>{done}</Notice>}
        </div>
        <div class="room-screen" data-live-part="screen">
          <RoomScreen
            view={view}
            beside={leader.beside}
            welcome={<HowToJoin entrance={leader.entrance} />}
            vote={<Ballot leader={leader} />}
          />
        </div>
        <LeaderBar leader={leader} now={house.clock()} silence={SILENCE_SECONDS} />
      </div>
      <LeaderPanels leader={leader} panels={panels} now={house.clock()} />
    </main>,
  )
}

function HowToJoin({ entrance }: { entrance: LeaderView['entrance'] }): JSX.Element {
  return (
    <div class="room-entrance">
      <QrCode picture={entrance.picture} />
      <p>
        Richt je camera op de code, of ga naar <b>{entrance.address}</b> en typ
      </p>
      <p class="room-code large">{entrance.code}</p>
    </div>
  )
}

/** What can be chosen, for whoever has no phone at hand, and how many voted. */
function Ballot({ leader: { view, turnout } }: { leader: LeaderView }): JSX.Element {
  return (
    <div class="stack-small">
      <p class="room-turnout">{`Stem op je telefoon. ${turnoutInWords(turnout)}`}</p>
      <ul class="room-options">
        {voteOptions(view).map(({ id, label, detail }) => (
          <li key={id}>
            <b>{label}</b> {detail && <span>{detail}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
