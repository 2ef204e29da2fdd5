import type { JSX } from 'preact'
import { listFinishedScans } from '#database/scans.ts'
import type { Instrument } from '#domain/instrument.ts'
import { buildTrend, momentsOf, type Trend } from '#domain/trend.ts'
import { compareMoments } from '#domain/trend-comparison.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireInstrument } from '#web/require.ts'
import { viewerOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { momentWords } from '#words/moment-words.ts'
import { type Choice, ChooseMoments, chooseMoments } from './choose-moments.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { StatementMoves } from './statement-moves.tsx'
import { Summary } from './summary.tsx'
import { TrendPicture } from './trend-picture.tsx'

/** What changed between the finished scans that this browser and this account have of an instrument. */
export async function showTrend(c: RequestContext): Promise<Response> {
  return requireInstrument(c, async (instrument) => {
    const { db, catalogue } = c.get('house')
    const viewer = await viewerOf(c)
    const isSomebody = viewer.browser !== null || viewer.account !== null
    const scans = isSomebody ? await listFinishedScans(db, viewer, instrument.id) : []
    const trend = buildTrend(momentsOf(scans, catalogue))
    const choice = chooseMoments(trend.moments, { from: c.req.query('van'), to: c.req.query('tot') })
    return page(
      c,
      { title: 'Wat veranderde er?', section: 'scan' },
      choice ? (
        <TrendContent instrument={instrument} trend={trend} choice={choice} />
      ) : (
        <NothingYet instrument={instrument} only={trend.moments[0]} />
      ),
    )
  })
}

function TrendContent({
  instrument,
  trend,
  choice,
}: {
  instrument: Instrument
  trend: Trend
  choice: Choice
}): JSX.Element {
  const { moments } = trend
  const comparison = compareMoments(choice.from, choice.to)
  const [from, to] = [momentWords(choice.from, moments), momentWords(choice.to, moments)]
  const newest = moments.at(-1) ?? choice.to
  return (
    <div class="wrap page stack-large">
      <div class="stack">
        <PageHeading kicker={instrument.texts.title} title="Wat veranderde er?" />
        {choice.isRefused && (
          <Notice kind="panel">Kies twee verschillende scans. Je ziet nu de laatste twee.</Notice>
        )}
        <ChooseMoments
          moments={moments}
          choice={choice}
          action={urls.scanTrend.to({ instrument: instrument.id })}
        />
        <div class="stack-small">
          <p class="muted">{`Van ${from.label} tot ${to.label}`}</p>
          <Summary comparison={comparison} />
        </div>
      </div>
      <TrendPicture trend={trend} />
      <StatementMoves comparison={comparison} />
      <div class="buttons print-hidden">
        <ButtonLink href={urls.scanAgain.to({ scan: newest.scan })}>Doe de scan opnieuw</ButtonLink>
        <ButtonLink quiet href={urls.scanResult.to({ scan: newest.scan })}>
          Bekijk je laatste resultaat
        </ButtonLink>
      </div>
    </div>
  )
}
