import type { JSX } from 'preact'
import type { OperationSums } from '#database/operation.ts'
import { OPERATION_DAYS } from '#domain/operation.ts'
import { peopleBand } from '#domain/people-band.ts'
import { DefinitionList } from '#ui/definition-list.tsx'

/** How much it is used, in bands: nobody is to be seen coming by. `least` is the smallest group that may be told of. */
export function UseInBands({ sums, least }: { sums: OperationSums; least: number }): JSX.Element {
  const about = (count: number) => {
    const band = peopleBand(count, least)
    return band ? `${band.from} tot en met ${band.to}` : `Minder dan ${least}`
  }
  return (
    <section class="stack-small" aria-labelledby="gebruik">
      <h2 id="gebruik">Gebruik</h2>
      <p>
        {`Dit is de stand van vannacht, en steeds ongeveer. Minder dan ${least} kan ook nul zijn. Zo zie je niet wat één persoon doet.`}
      </p>
      <DefinitionList
        items={[
          { term: 'Accounts', definition: about(sums.accounts) },
          { term: 'Accounts die we binnenkort wissen', definition: about(sums.warned) },
          { term: `Scans begonnen in ${OPERATION_DAYS} dagen`, definition: about(sums.begun) },
          { term: `Scans afgerond in ${OPERATION_DAYS} dagen`, definition: about(sums.finished) },
        ]}
      />
    </section>
  )
}
