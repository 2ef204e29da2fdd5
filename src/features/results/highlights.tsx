import type { JSX } from 'preact'
import type { Result, StatementResult } from '#domain/result.ts'
import { CardList } from '#ui/card-list.tsx'
import type { OwnScan } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { highlightWords, openInWords } from '#words/highlight-words.ts'

/** What stands out: already firm, room to grow, and what is not known, which is a result of its own. */
export function Highlights({ scan, instrument, result }: OwnScan & { result: Result }): JSX.Element {
  const open = openInWords(instrument, result)
  return (
    <section class="stack" aria-labelledby="opvallend">
      <h2 id="opvallend">Wat opvalt</h2>
      <CardList
        cards={highlightWords(instrument, result).map(({ title, items, empty, note }) => ({
          title,
          items: items.map(({ one, detail, isMarked }) => ({
            label: one.statement.topic,
            detail,
            isMarked,
            href: anchorOf(one),
          })),
          empty,
          ...(note && { note }),
        }))}
      />
      {open && (
        <p class="muted">
          {`${open} `}
          {!scan.finishedAt && <a href={urls.scanCheck.to({ scan: scan.id })}>Kijk welke dat zijn</a>}
        </p>
      )}
    </section>
  )
}

function anchorOf(one: StatementResult): string {
  return `#stelling-${one.statement.id}`
}
