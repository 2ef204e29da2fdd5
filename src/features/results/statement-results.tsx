import { Fragment, type JSX } from 'preact'
import { type Instrument, levelsOf } from '#domain/instrument.ts'
import type { ClusterResult, StatementResult } from '#domain/result.ts'
import { Details } from '#ui/details.tsx'
import { Notice } from '#ui/notice.tsx'
import { Runs } from '#ui/runs.tsx'
import { StepUp } from '#ui/step-up.tsx'
import { TipList } from '#ui/tip-list.tsx'
import type { House } from '#web/house.ts'
import type { OwnScan } from '#web/require.ts'
import { helpOf, withLibrary } from '#web/tip-links.ts'
import { urls } from '#web/urls.ts'
import { capitalised, counted } from '#words/dutch.ts'
import { outcomeWords } from '#words/outcome-words.ts'
import { markOf, wordsFor } from '#words/statement-words.ts'

/** Per statement: the answer, what it means, one step up, and the tips that fit. */
export function ClusterStatements({
  house,
  scan,
  instrument,
  result,
  focus,
}: OwnScan & {
  house: House
  result: ClusterResult
  /** The statements at which the eye should stop. */
  focus: StatementResult[]
}): JSX.Element {
  return (
    <section class="stack-large narrow" aria-labelledby={`onderdeel-${result.cluster.id}`}>
      <h2 id={`onderdeel-${result.cluster.id}`}>{result.cluster.title}</h2>
      {result.statements.map((one) => (
        <StatementOutcome
          one={one}
          house={house}
          instrument={instrument}
          isFocus={focus.includes(one)}
          plan={`${urls.scanNewAction.to({ scan: scan.id })}?${new URLSearchParams({ stelling: one.statement.id })}`}
          edit={
            scan.finishedAt
              ? null
              : `${urls.scanCluster.to({ scan: scan.id, cluster: one.cluster.id })}#${one.statement.id}`
          }
          key={one.statement.id}
        />
      ))}
    </section>
  )
}

function StatementOutcome({
  one,
  house,
  instrument,
  edit,
  plan,
  isFocus,
}: {
  one: StatementResult
  house: House
  instrument: Instrument
  edit: string | null
  /** Where one of its tips is put in the plan. */
  plan: string
  /** Its tips are open from the start. */
  isFocus: boolean
}): JSX.Element {
  const { statement, answer, stepUp, tips, note } = one
  const words = outcomeWords(instrument, one)
  const { name } = words
  return (
    <article class="stack outcome" id={`stelling-${statement.id}`} aria-labelledby={`kop-${statement.id}`}>
      <div class="stack-small">
        <p class="muted small">{capitalised(name)}</p>
        <h3 class="h2" id={`kop-${statement.id}`}>
          {statement.statement}
        </h3>
      </div>
      <p class={answer ? undefined : 'muted'}>
        <Runs runs={words.answer} />
        {!answer && edit && (
          <>
            {' '}
            <a href={edit}>{`Beantwoord ${name}`}</a>
          </>
        )}
      </p>
      {words.standsOut && <Notice kind="pencil">{words.standsOut}</Notice>}
      {note && (
        <p class="own-note">
          <b>Je notitie:</b> {note}
        </p>
      )}
      {stepUp && words.stepUp && (
        <StepUp
          level={stepUp.answer.level ?? 0}
          levels={levelsOf(instrument).length}
          mark={markOf(instrument)}
          text={words.stepUp}
        />
      )}
      {tips.length > 0 && (
        <Details
          summary={`${words.tipsHeading}: ${counted(tips.length, 'tip', 'tips')}`}
          context={`bij ${name}`}
          isOpen={isFocus}
        >
          <div class="stack">
            <TipList tips={tips.map((tip) => withLibrary(house, instrument, tip))} />
            <p class="print-hidden">
              <a href={plan}>{`Zet een tip bij ${name} in je plan`}</a>
            </p>
          </div>
        </Details>
      )}
      <Help house={house} instrument={instrument} one={one} />
    </article>
  )
}

const MOST_HELP = 3

/** What the library has for this statement as a whole: a few examples first, then tools. */
function Help({
  house,
  instrument,
  one,
}: {
  house: House
  instrument: Instrument
  one: StatementResult
}): JSX.Element | null {
  const help = helpOf(house, instrument, one.statement)
  if (help.length === 0) return null
  const all = `${urls.statements.to({ instrument: instrument.id })}#${one.statement.id}`
  return (
    <p class="source print-hidden">
      <b>Kijk verder:</b>{' '}
      {help.slice(0, MOST_HELP).map(({ title, href, kind }, index) => (
        <Fragment key={href}>
          {index > 0 && ' · '}
          <a href={href}>{title}</a> <span class="muted">{`(${kind})`}</span>
        </Fragment>
      ))}
      {help.length > MOST_HELP && (
        <>
          {' · '}
          <a href={all}>{`alle ${help.length} bij ${wordsFor(instrument).this}`}</a>
        </>
      )}
    </p>
  )
}
