import { Fragment, type JSX } from 'preact'
import type { Cluster, Statement, StatementGroup } from '#domain/instrument.ts'
import { groupsOf } from '#domain/instrument.ts'
import { isAnswered } from '#domain/scan.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Columns } from '#ui/columns.tsx'
import { SaveStatus } from '#ui/save-status.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import type { OwnScan } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { capitalised, dutchTime } from '#words/dutch.ts'
import { wordsFor } from '#words/statement-words.ts'
import { FailureSummary } from './failure-summary.tsx'
import { ScanProgress, WhoSeesThis } from './progress.tsx'
import { StatementQuestion } from './statement-question.tsx'
import { type Failure, stepAddress, type View } from './view.ts'

type ClusterPageOptions = OwnScan & { cluster: Cluster; view: View; failure?: Failure }

export function clusterPage(c: RequestContext, options: ClusterPageOptions): Response {
  const { cluster, view, failure, scan, instrument } = options
  const step = view.kind === 'step' ? cluster.statements.find(({ id }) => id === view.statement) : undefined
  const title = step
    ? `${capitalised(wordsFor(instrument).one)} ${step.number} · ${cluster.title}`
    : cluster.title
  const isConflict = failure?.refusals.every(({ reason }) => reason === 'changed-elsewhere')
  return page(
    c,
    {
      title: failure ? `Let op: ${title}` : title,
      section: 'scan',
      scripts: ['autosave.js'],
      ...(failure && { status: isConflict && failure.unknownFields.length === 0 ? 409 : 400 }),
    },
    <Columns
      main={<ClusterForm {...options} step={step} />}
      aside={
        <div class="stack">
          <h2 class="h3">Jouw scan</h2>
          <ScanProgress scan={scan} instrument={instrument} current={cluster.id} />
          <WhoSeesThis />
        </div>
      }
    />,
  )
}

function ClusterForm(options: ClusterPageOptions & { step: Statement | undefined }): JSX.Element {
  const { scan, instrument, cluster, view, failure, step } = options
  const address = urls.scanCluster.to({ scan: scan.id, cluster: cluster.id })
  const hasAnswers = Object.keys(scan.answers).length > 0
  return (
    <form method="post" action={address} class="stack" data-autosave autocomplete="off">
      <ClusterHeading {...options} />
      {failure && <FailureSummary instrument={instrument} failure={failure} />}
      {view.kind === 'step' && (
        <>
          <input type="hidden" name="weergave" value="stap" />
          <input type="hidden" name="stelling" value={view.statement} />
        </>
      )}
      {step ? (
        <StatementQuestion {...options} statement={step} />
      ) : (
        groupsOf(cluster).map(({ group, statements }) => (
          <Fragment key={group?.id ?? cluster.id}>
            {group && <GroupHeading group={group} />}
            {statements.map((statement) => (
              <StatementQuestion
                {...options}
                statement={statement}
                headingLevel={group ? 3 : 2}
                key={statement.id}
              />
            ))}
          </Fragment>
        ))
      )}
      <SaveStatus text={hasAnswers ? `Bewaard om ${dutchTime(scan.changedAt)}` : ''} />
      <ClusterButtons {...options} />
    </form>
  )
}

function GroupHeading({ group }: { group: StatementGroup }): JSX.Element {
  return (
    <div class="stack-small group-heading">
      <h2>{group.title}</h2>
      <p>{group.about}</p>
    </div>
  )
}

function ClusterHeading({ scan, instrument, cluster, view }: ClusterPageOptions): JSX.Element {
  const address = urls.scanCluster.to({ scan: scan.id, cluster: cluster.id })
  const words = wordsFor(instrument)
  const first = cluster.statements.find(({ id }) => !isAnswered(scan.answers, id)) ?? cluster.statements[0]
  return (
    <div class="stack-small">
      <Breadcrumbs
        items={[{ label: 'Jouw scan', href: urls.scan.to({ scan: scan.id }) }]}
        current={cluster.title}
      />
      <h1>{cluster.title}</h1>
      {view.kind === 'page' && <p class="lead">{cluster.introduction}</p>}
      <p class="small">
        {view.kind === 'page' ? (
          first && (
            <a href={stepAddress(scan.id, cluster.id, first.id)}>{`Liever ${words.single} tegelijk?`}</a>
          )
        ) : (
          <a href={address}>{`Bekijk alle ${words.more} van ${cluster.title}`}</a>
        )}
        <span class="visually-hidden">{` (${instrument.texts.shortTitle})`}</span>
      </p>
    </div>
  )
}

function ClusterButtons({ instrument, cluster, view }: ClusterPageOptions): JSX.Element {
  const next = instrument.clusters[instrument.clusters.indexOf(cluster) + 1]
  const isLast = view.kind === 'page' || cluster.statements.at(-1)?.id === view.statement
  const onward = next ? `Bewaar en ga naar ${next.title}` : 'Bewaar en controleer je antwoorden'
  const isFirst =
    view.kind === 'page' ||
    (instrument.clusters[0] === cluster && cluster.statements[0]?.id === view.statement)
  return (
    <div class="buttons">
      <Button name="daarna" value="volgende">
        {isLast ? onward : `Bewaar en ga naar ${wordsFor(instrument).next}`}
      </Button>
      {!isFirst && (
        <Button quiet name="daarna" value="vorige">
          Bewaar en ga terug
        </Button>
      )}
      <Button quiet name="daarna" value="stop">
        Bewaar en stop voor nu
      </Button>
    </div>
  )
}
