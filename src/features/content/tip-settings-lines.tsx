import type { JSX } from 'preact'
import { findTip } from '#domain/edit-tips.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { urls } from '#web/urls.ts'
import { answerInWords, tipInWords } from '#words/content-place-words.ts'
import { listed } from '#words/dutch.ts'

/** For which answers a tip is and what it rests on, under its text; with the way to change that. */
export function TipSettingsLines({
  content,
  draft,
  tip,
}: {
  content: PublishedInstrument
  draft: string
  tip: string
}): JSX.Element | null {
  const found = findTip(content, tip)
  if (!found) return null
  const { fits, sources } = found.tip
  const titles = sources.map((id) => content.structure.sources.find((one) => one.id === id)?.title ?? id)
  return (
    <p class="small muted">
      {`Bij: ${listed(fits.map((id) => answerInWords(content, id)))}. `}
      {titles.length > 0 ? `Bron: ${listed(titles)}. ` : 'Zonder bron. '}
      <a href={urls.draftTip.to({ draft, tip })}>
        Verander voor wie, de bronnen of haal weg
        <span class="visually-hidden">{`: ${tipInWords(content, found.statement, tip)}`}</span>
      </a>
    </p>
  )
}
