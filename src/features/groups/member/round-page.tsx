import type { JSX } from 'preact'
import { findRelease, findReleaseBefore } from '#database/releases.ts'
import { findMembership } from '#database/round-members.ts'
import { findRoundByNumber, type StoredRound } from '#database/rounds.ts'
import { findScanOf } from '#database/scans.ts'
import { listSharedAnswers } from '#database/shared-answers.ts'
import type { Answers } from '#domain/scan.ts'
import { hasSameLevels } from '#domain/trend.ts'
import { NothingTold } from '#features/groups/result/nothing-told.tsx'
import { SideBySide } from '#features/groups/result/side-by-side.tsx'
import type { TeamResult } from '#features/groups/result/team-result.ts'
import { TeamResultContent } from '#features/groups/result/team-result-content.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type GroupVisit, requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'

export type RoundVisit = GroupVisit & { round: StoredRound }

/** A round of the group in the address. Of a confidential group only once it is closed: before, there is nothing. */
export function requireRound(
  c: RequestContext,
  handle: (visit: RoundVisit) => Response | Promise<Response>,
): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const { db, catalogue } = c.get('house')
    const number = c.req.param('round') ?? ''
    const round = /^[1-9]\d{0,3}$/.test(number)
      ? await findRoundByNumber(db, visit.group.id, Number(number))
      : undefined
    const instrument = round && catalogue.find(round.instrument, round.instrumentVersion)
    if (!round || !instrument || (round.kind === 'confidential' && !round.closedAt)) return refuse(c, 404)
    return handle({ ...visit, round, instrument })
  })
}

/** What the group was told of a round; in an open group the answers that members chose to share. */
export function showRound(c: RequestContext): Promise<Response> {
  return requireRound(c, async (visit) => {
    const { group, instrument, round, account } = visit
    const { db } = c.get('house')
    if (round.kind === 'open') {
      if (!(await findMembership(db, round.id, account.id))) return refuse(c, 404)
      const shared = await listSharedAnswers(db, round.id, account.id)
      const people = shared.map(({ answers, ...person }) => ({ ...person, answers: withoutNotes(answers) }))
      return page(
        c,
        { title: `Naast elkaar: ${group.name}`, section: 'group' },
        <>
          <SideBySide group={group} instrument={instrument} people={people} />
          <BackToGroup group={group.id} />
        </>,
      )
    }
    const result = await teamResultOf(c.get('house'), visit)
    return page(
      c,
      { title: `Resultaat van ${group.name}`, section: 'group' },
      <>
        {result ? (
          <TeamResultContent {...result} downloads={downloadsOf(visit)} />
        ) : (
          <NothingTold group={group} instrument={instrument} round={round} />
        )}
        <BackToGroup group={group.id} />
      </>,
    )
  })
}

function BackToGroup({ group }: { group: string }): JSX.Element {
  return (
    <p class="wrap page print-hidden">
      <ButtonLink quiet href={urls.group.to({ group })}>
        Terug naar de groep
      </ButtonLink>
    </p>
  )
}

/** What was told of a closed round, as one member sees it; null when nothing was told. */
export async function teamResultOf(
  { db, catalogue }: Pick<House, 'db' | 'catalogue'>,
  { group, instrument, round, account }: RoundVisit,
): Promise<TeamResult | null> {
  const told = await findRelease(db, round.id)
  if (!told) return null
  const before = told.content.compared ? await findReleaseBefore(db, group.id, round.number) : undefined
  const beforeInstrument = before && catalogue.find(before.instrument, before.instrumentVersion)
  return {
    group: { name: group.name, kind: 'confidential' },
    instrument,
    round: { number: round.number, closedAt: told.releasedAt, least: round.least },
    release: told.content,
    before:
      before && beforeInstrument && hasSameLevels(beforeInstrument, instrument)
        ? {
            number: before.number,
            closedAt: before.releasedAt,
            release: before.content,
            instrument: beforeInstrument,
          }
        : null,
    own: await ownAnswers({ db }, round, account.id),
  }
}

/** One's own scan as it is now, to look at beside the figures; it is nobody else's. */
async function ownAnswers(
  { db }: Pick<House, 'db'>,
  round: StoredRound,
  account: string,
): Promise<Answers | null> {
  const membership = await findMembership(db, round.id, account)
  if (!membership?.scan) return null
  const scan = await findScanOf(db, membership.scan, { browser: null, account })
  return scan?.finishedAt ? scan.answers : null
}

function withoutNotes(answers: Record<string, string | null>): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([statement, answer]) => [statement, { answer, note: '' }]),
  )
}

function downloadsOf({ group, round }: RoundVisit): { label: string; href: string }[] {
  const place = { group: group.id, round: String(round.number) }
  return [
    { label: 'Verslag om te lezen en te printen (PDF)', href: urls.groupRoundPdf.to(place) },
    { label: 'Cijfers om mee te rekenen (ODS)', href: urls.groupRoundSheets.to(place) },
    { label: 'Cijfers voor andere programma’s (CSV)', href: urls.groupRoundCsv.to(place) },
  ]
}
