import type { JSX } from 'preact'
import type { Library } from '#domain/library.ts'
import type { FindingEntry, GuideEntry, PracticeEntry, TermEntry } from '#domain/library-schema.ts'
import type { LinkCheck } from '#domain/link-check.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { RowList } from '#ui/row-list.tsx'
import { urls } from '#web/urls.ts'
import { Section } from './guide-section.tsx'
import { WayOut } from './way-out.tsx'

export function PracticeText({
  entry,
  linkCheck,
}: {
  entry: PracticeEntry
  linkCheck: (link: string) => LinkCheck | undefined
}): JSX.Element {
  const { title, place, who, year, did, result, learn, link } = entry
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Waar', definition: place },
          ...(who ? [{ term: 'Wie', definition: who }] : []),
          ...(year ? [{ term: 'Wanneer', definition: String(year) }] : []),
        ]}
      />
      <section class="stack-small">
        <h2>Wat deden ze?</h2>
        <p>{did}</p>
      </section>
      <section class="stack-small">
        <h2>Wat leverde het op?</h2>
        <p class={result ? undefined : 'muted'}>{result ?? 'Daarover staat niets in onze bronnen.'}</p>
      </section>
      <section class="stack-small">
        <h2>Wat kun jij ermee?</h2>
        <p>{learn}</p>
      </section>
      {link && <WayOut link={link} check={linkCheck(link)} searchFor={`“${title}”`} />}
    </>
  )
}

export function FindingText({ entry }: { entry: FindingEntry }): JSX.Element {
  return (
    <>
      <p>{entry.text}</p>
      {entry.year && <DefinitionList items={[{ term: 'Wanneer', definition: String(entry.year) }]} />}
    </>
  )
}

export function TermText({ entry }: { entry: TermEntry }): JSX.Element | null {
  return entry.also.length > 0 ? <p class="muted">{`Je komt ook tegen: ${entry.also.join(', ')}.`}</p> : null
}

/** A guide with chapters opens with its contents; a short one stands here whole. */
export function GuideText({ guide, library }: { guide: GuideEntry; library: Library }): JSX.Element {
  return (
    <>
      {guide.introduction.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {guide.chapters && (
        <RowList
          isNumbered
          items={guide.chapters.map(({ id, title, summary }) => ({
            title,
            text: summary,
            href: urls.libraryChapter.to({ entry: guide.id, chapter: id }),
          }))}
        />
      )}
      {guide.sections?.map((section) => (
        <Section section={section} library={library} key={section.id} />
      ))}
    </>
  )
}
