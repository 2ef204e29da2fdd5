import type { JSX } from 'preact'
import type { SourceEntry } from '#domain/library-schema.ts'
import type { LinkCheck } from '#domain/link-check.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { dutchDate } from '#words/dutch.ts'
import { WayOut } from './way-out.tsx'

/** What a source is, who made it, and the way to it. */
export function SourceText({
  entry,
  linkCheck,
}: {
  entry: SourceEntry
  linkCheck: (link: string) => LinkCheck | undefined
}): JSX.Element {
  const { about, publisher, year, link, find } = entry
  const check = link === undefined ? undefined : linkCheck(link)
  const facts = [
    ...(publisher ? [{ term: 'Van wie', definition: publisher }] : []),
    ...(year ? [{ term: 'Jaar', definition: String(year) }] : []),
    ...(check?.outcome === 'alive' ? [{ term: 'Link bekeken', definition: dutchDate(check.checkedAt) }] : []),
  ]
  return (
    <>
      <p>{about}</p>
      {facts.length > 0 && <DefinitionList items={facts} />}
      {link && <WayOut link={link} check={check} searchFor={searchHintOf(entry)} />}
      {!link && find && (
        <section class="stack-small">
          <h2>Zo vind je het</h2>
          <p>{find}</p>
        </section>
      )}
    </>
  )
}

/** "“Titel” van uitgever uit 2019" */
function searchHintOf({ title, publisher, year }: SourceEntry): string {
  const by = publisher && publisher !== title ? ` van ${publisher}` : ''
  return `“${title}”${by}${year ? ` uit ${year}` : ''}`
}
