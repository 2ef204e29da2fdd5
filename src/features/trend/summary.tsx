import type { JSX } from 'preact'
import type { Comparison } from '#domain/trend-comparison.ts'
import { Runs } from '#ui/runs.tsx'
import { comparisonWords } from '#words/comparison-words.ts'

/** What moved most, in words; then how many statements went where. */
export function Summary({ comparison }: { comparison: Comparison }): JSX.Element {
  const { mostMoved, counts, warning } = comparisonWords(comparison)
  return (
    <>
      <p class="lead">
        <Runs runs={mostMoved} />
      </p>
      <p>{counts}</p>
      {warning && <p class="small muted">{warning}</p>}
    </>
  )
}
