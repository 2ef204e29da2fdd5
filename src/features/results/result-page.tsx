import type { JSX } from 'preact'
import { buildResult } from '#domain/result.ts'
import { totalProgress } from '#domain/scan.ts'
import { ButtonLink } from '#ui/button.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type OwnScan, requireScanOwner } from '#web/require.ts'
import { wordsFor } from '#web/statement-words.ts'
import { urls } from '#web/urls.ts'
import { ChecklistPicture } from './checklist-picture.tsx'
import { ChecklistVerdict } from './checklist-verdict.tsx'
import { ClusterPicture } from './cluster-picture.tsx'
import { Highlights } from './highlights.tsx'
import { Interpretation } from './interpretation.tsx'
import { ClusterStatements } from './statement-results.tsx'
import { Verdict } from './verdict.tsx'

export function showResult(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, (own) => {
    const isEmpty = totalProgress(own.instrument, own.scan.answers).answered === 0
    return page(
      c,
      { title: 'Jouw resultaat', section: 'scan' },
      isEmpty ? <NothingYet {...own} /> : <ResultContent {...own} house={c.get('house')} />,
    )
  })
}

function ResultContent(own: OwnScan & { house: House }): JSX.Element {
  const result = buildResult(own.instrument, own.scan.answers)
  const focus = [...result.roomToGrow, ...result.unknown]
  return (
    <div class="wrap page stack-large">
      {own.instrument.kind === 'checklist' ? (
        <>
          <ChecklistVerdict {...own} result={result} />
          <ChecklistPicture instrument={own.instrument} result={result} />
        </>
      ) : (
        <>
          <Verdict {...own} result={result} />
          <ClusterPicture instrument={own.instrument} result={result} />
        </>
      )}
      <Highlights {...own} result={result} />
      <Interpretation instrument={own.instrument} library={own.house.library} />
      {result.clusters.map((cluster) => (
        <ClusterStatements {...own} result={cluster} focus={focus} key={cluster.cluster.id} />
      ))}
      <p class="small muted">
        {`Deze scan gebruikt versie ${own.instrument.version} van “${own.instrument.texts.title}”. Ook als de ${wordsFor(own.instrument).more} later veranderen, blijft dit resultaat zoals het is.`}
      </p>
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
