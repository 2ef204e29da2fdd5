import type { JSX } from 'preact'
import { listBenchmarks } from '#database/benchmark-releases.ts'
import type { Instrument } from '#domain/instrument.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { RowList } from '#ui/row-list.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { COMPARISON_ANSWERS } from '#words/benchmark-words.ts'
import { dutchDate } from '#words/dutch.ts'

/** What comparing is, and for which scans there is something to compare with. */
export async function showComparisons(c: RequestContext): Promise<Response> {
  const { db, catalogue } = c.get('house')
  const rows = []
  for (const instrument of catalogue.current) {
    const [newest] = await listBenchmarks(db, instrument.id)
    rows.push({ instrument, releasedAt: newest?.releasedAt ?? null })
  }
  return page(
    c,
    {
      title: 'Vergelijken met anderen',
      description: 'Zie hoe iedereen de scan invulde, zonder dat je iemand kunt herkennen.',
      section: 'information',
      isPublic: true,
    },
    <Comparisons rows={rows} />,
  )
}

function Comparisons({ rows }: { rows: { instrument: Instrument; releasedAt: Date | null }[] }): JSX.Element {
  return (
    <div class="wrap page stack-large narrow">
      <PageHeading
        title="Vergelijken met anderen"
        lead="Hoe staan anderen ervoor? Elk kwartaal tellen we alle scans bij elkaar op. Zo zie je waar jullie hetzelfde zien, en waar niet."
      />
      <section class="stack" aria-labelledby="kies">
        <h2 id="kies">Kies een scan</h2>
        <RowList
          items={rows.map(({ instrument, releasedAt }) => ({
            title: instrument.texts.title,
            href: urls.comparison.to({ instrument: instrument.id }),
            text: releasedAt ? `Stand van ${dutchDate(releasedAt)}` : 'Nog geen vergelijking',
          }))}
        />
      </section>
      <section class="stack" aria-labelledby="hoe">
        <h2 id="hoe">Hoe werkt het?</h2>
        <DefinitionList items={COMPARISON_ANSWERS} />
      </section>
    </div>
  )
}
