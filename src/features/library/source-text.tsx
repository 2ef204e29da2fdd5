import type { JSX } from 'preact'
import type { SourceEntry } from '#domain/library-schema.ts'
import { isDead, type LinkCheck } from '#domain/link-check.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { dutchDate } from '#web/dutch.ts'

/** What a source is, who made it, and the way to it; of a link that is gone, another way. */
export function SourceText({
  entry,
  linkCheck,
}: {
  entry: SourceEntry
  linkCheck: (link: string) => LinkCheck | undefined
}): JSX.Element {
  const { about, publisher, year, link, find } = entry
  const check = link === undefined ? undefined : linkCheck(link)
  const isGone = check !== undefined && isDead(check)
  const facts = [
    ...(publisher ? [{ term: 'Van wie', definition: publisher }] : []),
    ...(year ? [{ term: 'Jaar', definition: String(year) }] : []),
    ...(check && !isGone ? [{ term: 'Link bekeken', definition: dutchDate(check.checkedAt) }] : []),
  ]
  return (
    <>
      <p>{about}</p>
      {facts.length > 0 && <DefinitionList items={facts} />}
      {link && !isGone && (
        <p>
          <ButtonLink href={link}>{`Ga naar ${hostOf(link)}`}</ButtonLink>
        </p>
      )}
      {isGone && check && (
        <Notice kind="pencil">
          <p>
            {`De pagina waarnaar we verwezen, is er niet meer. Dat zagen we op ${dutchDate(check.checkedAt)}.`}
          </p>
          <p>{`Zo vind je hem misschien toch: zoek op ${searchHintOf(entry)}.`}</p>
          <p class="small muted">{`Het oude adres was ${link}`}</p>
        </Notice>
      )}
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

function hostOf(link: string): string {
  return new URL(link).hostname.replace(/^www\./, '')
}
