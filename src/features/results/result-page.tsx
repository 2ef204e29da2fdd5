import type { JSX } from 'preact'
import { listActions } from '#database/plans.ts'
import { buildResult } from '#domain/result.ts'
import { totalProgress } from '#domain/scan.ts'
import { ButtonLink } from '#ui/button.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type OwnScan, requireScanOwner } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { wordsFor } from '#words/statement-words.ts'
import { versionInWords } from '#words/verdict-words.ts'
import { Clusters } from './clusters.tsx'
import { BesideOthers, type Compared, comparedWith } from './compared.tsx'
import { ForGroup, type GroupOfScan, groupOfScan } from './for-group.tsx'
import { Highlights } from './highlights.tsx'
import { Interpretation } from './interpretation.tsx'
import { OwnPlan } from './own-plan.tsx'
import { ClusterStatements } from './statement-results.tsx'
import { TakeAlong } from './take-along.tsx'
import { Verdict } from './verdict.tsx'

export function showResult(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, async (own) => {
    const group = await groupOfScan(c.get('house'), own)
    const compared = await comparedWith(c, own)
    const { length: agreed } = await listActions(c.get('house').db, { scanId: own.scan.id })
    const isEmpty = totalProgress(own.instrument, own.scan.answers).answered === 0
    return page(
      c,
      { title: 'Jouw resultaat', section: 'scan' },
      isEmpty ? (
        <NothingYet {...own} />
      ) : (
        <ResultContent {...own} house={c.get('house')} group={group} compared={compared} agreed={agreed} />
      ),
    )
  })
}

function ResultContent(
  own: OwnScan & { house: House; group: GroupOfScan | null; compared: Compared; agreed: number },
): JSX.Element {
  const result = buildResult(own.instrument, own.scan.answers)
  const focus = [...result.roomToGrow, ...result.unknown]
  return (
    <div class="wrap page stack-large">
      <Verdict {...own} result={result} />
      {own.group && <ForGroup group={own.group} isFinished={own.scan.finishedAt !== null} />}
      <Clusters instrument={own.instrument} result={result} />
      <BesideOthers {...own} />
      <Highlights {...own} result={result} />
      <Interpretation instrument={own.instrument} library={own.house.library} />
      {result.clusters.map((cluster) => (
        <ClusterStatements {...own} result={cluster} focus={focus} key={cluster.cluster.id} />
      ))}
      <OwnPlan scan={own.scan} agreed={own.agreed} isForGroup={own.group !== null} />
      <TakeAlong scan={own.scan} />
      <p class="small muted">{versionInWords(own.instrument)}</p>
    </div>
  )
}

function NothingYet({ scan, instrument }: OwnScan): JSX.Element {
  const { one, more } = wordsFor(instrument)
  return (
    <div class="wrap page stack narrow">
      <h1>Er is nog geen resultaat</h1>
      <p class="lead">
        {`Je hebt nog geen ${one} beantwoord. Na de eerste antwoorden zie je hier waar jullie staan.`}
      </p>
      <p>
        <ButtonLink href={urls.scan.to({ scan: scan.id })}>{`Begin met de ${more}`}</ButtonLink>
      </p>
    </div>
  )
}
