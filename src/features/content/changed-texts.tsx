import type { JSX } from 'preact'
import type { InstrumentChanges } from '#domain/content-changes.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { TextChanges } from '#ui/text-changes.tsx'
import { changeInWords } from '#words/change-words.ts'

export type Both = { found: InstrumentChanges; before: PublishedInstrument; after: PublishedInstrument }

/** The texts that are different, word by word: those at the places that are asked for. */
export function ChangedTexts({
  found,
  before,
  after,
  isIncluded,
}: Both & { isIncluded: (place: readonly string[]) => boolean }): JSX.Element {
  return (
    <dl class="facts">
      {found.changes
        .filter(({ place }) => isIncluded(place))
        .map((change) => {
          const { where, parts } = changeInWords(change, { before, after })
          return (
            <div key={change.place.join('.')}>
              <dt>{where}</dt>
              <dd>
                <TextChanges parts={parts} />
              </dd>
            </div>
          )
        })}
    </dl>
  )
}
