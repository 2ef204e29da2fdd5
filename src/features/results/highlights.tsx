import type { JSX } from 'preact'
import type { Result, StatementResult } from '#domain/result.ts'
import { CardList } from '#ui/card-list.tsx'
import { counted } from '#web/dutch.ts'
import type { OwnScan } from '#web/require.ts'
import { wordsFor } from '#web/statement-words.ts'
import { urls } from '#web/urls.ts'

/** What stands out: already firm, room to grow, and what is not known, which is a result of its own. */
export function Highlights({ scan, instrument, result }: OwnScan & { result: Result }): JSX.Element {
  const { strongest, roomToGrow, unknown, open } = result
  const words = wordsFor(instrument)
  return (
    <section class="stack" aria-labelledby="opvallend">
      <h2 id="opvallend">Wat opvalt</h2>
      <CardList
        cards={[
          {
            title: 'Dit staat al stevig',
            items: strongest.map(toItem),
            empty: words.nothingFirm,
          },
          {
            title: 'Hier is ruimte om te groeien',
            items: roomToGrow.map((one) => ({ ...toItem(one), isMarked: one.standsOut === 'lower' })),
            empty: words.allFirm,
          },
          {
            title: 'Dit weet je nog niet',
            items: unknown.map((one) => ({ label: one.statement.topic, href: anchorOf(one) })),
            empty: 'Je wist overal een antwoord op.',
            ...(unknown.length > 0 && {
              note: `Ook dit is een uitkomst. Bij ${words.each} staat wie je het kunt vragen.`,
            }),
          },
        ]}
      />
      {open.length > 0 && (
        <p class="muted">
          {`${counted(open.length, `${words.one} heeft`, `${words.more} hebben`)} nog geen antwoord. `}
          {!scan.finishedAt && <a href={urls.scanCheck.to({ scan: scan.id })}>Kijk welke dat zijn</a>}
        </p>
      )}
    </section>
  )
}

function toItem(one: StatementResult) {
  return { label: one.statement.topic, detail: one.answer?.label.toLowerCase() ?? '', href: anchorOf(one) }
}

function anchorOf(one: StatementResult): string {
  return `#stelling-${one.statement.id}`
}
