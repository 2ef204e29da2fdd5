import type { JSX } from 'preact'
import type { SeenGroup } from '#database/groups.ts'
import { listJoinRequests } from '#database/join-requests.ts'
import {
  countTakingPart,
  hasLink,
  listRounds,
  listRoundsOfMember,
  type StoredRound,
} from '#database/rounds.ts'
import { roundState } from '#domain/round.ts'
import { GroupRules } from '#features/groups/group-rules.tsx'
import { MemberPart } from '#features/groups/member/member-part.tsx'
import { scansOfMember } from '#features/groups/member/member-scans.ts'
import { findActionsOfLastTime } from '#features/groups/since-last-time/find-since-last-time.ts'
import { SinceLastTimePart } from '#features/groups/since-last-time/since-last-time-part.tsx'
import { Columns } from '#ui/columns.tsx'
import { Notice } from '#ui/notice.tsx'
import { RowList } from '#ui/row-list.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type GroupVisit, requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { roundInWords } from '#words/group-words.ts'
import { OrganiserPart, type OrganiserView } from './organiser-part.tsx'

const DONE: Record<string, string> = {
  meedoen: 'Je doet mee. Begin wanneer het jou past. Alleen jij ziet je antwoorden, tot je ze zelf instuurt.',
  ingestuurd: 'Je antwoorden zijn ingestuurd. Tot de ronde sluit, kun je ze vervangen of terughalen.',
  teruggenomen: 'Je antwoorden zijn teruggehaald. In de groep staat niets meer van jou.',
  verstuurd: 'De uitnodigingen zijn onderweg.',
  herinnerd: 'Wie nog niet klaar is, krijgt een herinnering. Wie dat zijn, laten we niet zien.',
  gesloten: 'De ronde is gesloten.',
  toegelaten: 'De uitnodiging is onderweg.',
  geweigerd: 'Gelukt. Deze persoon doet niet mee.',
  'link-weg': 'De link werkt niet meer.',
}

/** A group, as whoever organises it or takes part in it sees it. */
export function showGroup(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const { group } = visit
    const { db, clock } = c.get('house')
    const now = clock()
    // What members of an open group shared is for the members of that round only.
    const rounds = await (group.kind === 'open'
      ? listRoundsOfMember(db, group.id, visit.account.id)
      : listRounds(db, group.id))
    const view = group.isOrganiser ? await organiserViewOf(c, visit) : null
    const agreed = await findActionsOfLastTime(c.get('house'), group)
    const member = await scansOfMember(c.get('house'), visit)
    const done = DONE[c.req.query('gelukt') ?? '']
    return page(
      c,
      { title: group.name, section: 'group' },
      <Columns
        main={
          <div class="stack-large">
            <div class="stack-small">
              <p class="muted">{visit.instrument.texts.title}</p>
              <h1>{group.name}</h1>
              <p class="lead">{roundInWords(group.round, now)}</p>
              {done && <Notice>{done}</Notice>}
            </div>
            {group.membership && <MemberPart visit={visit} now={now} {...member} />}
            <SinceLastTimePart group={group.id} actions={agreed} />
            <ClosedRounds group={group} rounds={rounds} />
            <TalkAndPlan group={group} rounds={rounds} />
            {view && <OrganiserPart visit={visit} view={view} now={now} />}
            {!group.membership && <MemberPart visit={visit} now={now} {...member} />}
          </div>
        }
        aside={<Rules visit={visit} now={now} />}
      />,
    )
  })
}

async function organiserViewOf(c: RequestContext, { group }: GroupVisit): Promise<OrganiserView> {
  const { db } = c.get('house')
  return {
    ...(await countTakingPart(db, group.round.id)),
    requests: await listJoinRequests(db, group.round.id),
    hasLink: await hasLink(db, group.round.id),
  }
}

function Rules({ visit: { group }, now }: { visit: GroupVisit; now: Date }): JSX.Element {
  const { kind, least, closesAt } = group.round
  return (
    <div class="stack">
      {roundState(group.round, now) === 'open' && (
        <GroupRules kind={kind} least={least} closesAt={closesAt} />
      )}
      {group.organiser && <p class="small muted">{`Georganiseerd door ${group.organiser.name}.`}</p>}
    </div>
  )
}

/** The closed rounds of which there is something to see. */
function ClosedRounds({
  group: { id, kind },
  rounds,
}: {
  group: Pick<SeenGroup, 'id' | 'kind'>
  rounds: StoredRound[]
}): JSX.Element | null {
  const closed = rounds.filter(({ closedAt }) => closedAt !== null)
  if (closed.length === 0) return null
  const todo = kind === 'open' ? 'Leg de antwoorden naast elkaar.' : 'Bekijk wat de groep te zien krijgt.'
  return (
    <section class="stack-small" aria-labelledby="rondes">
      <h2 id="rondes">{closed.length === 1 ? 'Het resultaat' : 'De resultaten'}</h2>
      <RowList
        items={closed.map((round) => ({
          title: `Ronde ${round.number}`,
          text: `${roundInWords(round, round.closedAt ?? round.closesAt)} ${todo}`,
          href: urls.groupRound.to({ group: id, round: String(round.number) }),
        }))}
      />
    </section>
  )
}

/** What comes out of it: there is something to talk about once a round is closed, or answers are shared. */
function TalkAndPlan({
  group: { id, kind },
  rounds,
}: {
  group: Pick<SeenGroup, 'id' | 'kind'>
  rounds: StoredRound[]
}): JSX.Element | null {
  if (kind === 'confidential' && !rounds.some(({ closedAt }) => closedAt !== null)) return null
  return (
    <section class="stack-small" aria-labelledby="praten">
      <h2 id="praten">Praten en afspreken</h2>
      <RowList
        items={[
          {
            title: 'Het gesprek voorbereiden',
            text: 'Drie onderwerpen, een agenda en een blad voor op tafel.',
            href: urls.groupTalk.to({ group: id }),
          },
          {
            title: 'Het plan',
            text: 'Wat jullie afspraken: wie doet wat, en wanneer.',
            href: urls.groupPlan.to({ group: id }),
          },
        ]}
      />
    </section>
  )
}
