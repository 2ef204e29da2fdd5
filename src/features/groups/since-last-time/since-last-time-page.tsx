import type { JSX } from 'preact'
import { placeOnPage } from '#features/groups/result/page-place.ts'
import { TeamTrendPart } from '#features/groups/result/team-trend-part.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import {
  agreedInWords,
  NO_PROOF,
  NOT_YET,
  noTrendInWords,
  SINCE_LAST_TIME,
} from '#words/since-last-time-words.ts'
import { AgreedList } from './agreed-list.tsx'
import {
  findSinceLastTime,
  hasSomething,
  type SinceLastTime,
  type ToldTrend,
} from './find-since-last-time.ts'
import { HelpedPart } from './helped-part.tsx'

/** What came of the last round: what was agreed and how far it is, and what moved as far as that was told. */
export function showSinceLastTime(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const { group } = visit
    const since = await findSinceLastTime(c.get('house'), visit)
    return page(
      c,
      { title: `${SINCE_LAST_TIME}: ${group.name}`, section: 'group' },
      <div class="wrap page stack-large narrow">
        <PageHeading
          kicker={group.name}
          title={SINCE_LAST_TIME}
          lead={since ? agreedInWords(since.actions.map(({ action }) => action)) : NOT_YET}
        />
        {since && <LookBack since={since} />}
        <WaysOn group={group.id} since={since} />
      </div>,
    )
  })
}

function LookBack({ since }: { since: SinceLastTime }): JSX.Element {
  const { group, actions, helped, told } = since
  return (
    <>
      {actions.length > 0 && (
        <section class="stack" aria-labelledby="afgesproken">
          <h2 id="afgesproken">Wat jullie afspraken</h2>
          <AgreedList actions={actions} />
        </section>
      )}
      <HelpedPart actions={actions} helped={helped} />
      {told.kind === 'trend' ? (
        <Moved group={group.id} told={told.trend} />
      ) : (
        <section class="stack-small" aria-labelledby="verschil">
          <h2 id="verschil">Wat veranderde er?</h2>
          <p>{noTrendInWords(told.why)}</p>
        </section>
      )}
    </>
  )
}

function Moved({ group, told }: { group: string; told: ToldTrend }): JSX.Element {
  const result = urls.groupRound.to({ group, round: String(told.round.number) })
  return (
    <div class="stack">
      <TeamTrendPart told={told} place={placeOnPage(false)} statementsOn={result} />
      <p class="muted">{NO_PROOF}</p>
      <p>
        {told.trend.extent === 'total' && (
          <>
            <a href={`${result}#waarom`}>Waarom zie ik niet meer?</a>
            <br />
          </>
        )}
        <a href={result}>{`Naar het hele resultaat van ronde ${told.round.number}`}</a>
      </p>
    </div>
  )
}

function WaysOn({ group, since }: { group: string; since: SinceLastTime | null }): JSX.Element {
  return (
    <div class="buttons print-hidden">
      {since && hasSomething(since) && (
        <ButtonLink href={urls.groupSinceLastTimePdf.to({ group })}>Neem het mee op papier (PDF)</ButtonLink>
      )}
      {since && since.actions.length > 0 && (
        <ButtonLink quiet href={urls.groupPlan.to({ group })}>
          Werk het plan bij
        </ButtonLink>
      )}
      <ButtonLink quiet href={urls.group.to({ group })}>
        Terug naar de groep
      </ButtonLink>
    </div>
  )
}
