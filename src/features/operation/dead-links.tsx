import type { JSX } from 'preact'
import { isDead } from '#domain/link-check.ts'
import type { House } from '#web/house.ts'
import { urls } from '#web/urls.ts'

type Place = { title: string; where: string; href: string; link: string }

/** Links to other websites that are gone, with where they stand: so that somebody can mend them. */
export function DeadLinks({
  house,
}: {
  house: Pick<House, 'library' | 'catalogue' | 'linkCheck'>
}): JSX.Element {
  const dead = linkPlaces(house).filter(({ link }) => {
    const check = house.linkCheck(link)
    return check !== undefined && isDead(check)
  })
  return (
    <section class="stack" aria-labelledby="links">
      <h2 id="links">Links die niet meer werken</h2>
      {dead.length === 0 ? (
        <p>Er is geen link bekend die weg is.</p>
      ) : (
        <ul class="stack-small">
          {dead.map(({ title, where, href, link }) => (
            <li key={`${href}${link}${title}`}>
              <a href={href}>{title}</a> <span class="muted">{`(${where}): ${link}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function linkPlaces({ library, catalogue }: Pick<House, 'library' | 'catalogue'>): Place[] {
  return [
    ...library.entries.flatMap((entry): Place[] =>
      'link' in entry && entry.link
        ? [
            {
              title: entry.title,
              where: 'bibliotheek',
              href: urls.libraryEntry.to({ entry: entry.id }),
              link: entry.link,
            },
          ]
        : [],
    ),
    ...catalogue.current.flatMap(({ id, texts, sources }) =>
      sources.flatMap(({ title, link }): Place[] =>
        link ? [{ title, where: texts.shortTitle, href: urls.statements.to({ instrument: id }), link }] : [],
      ),
    ),
  ]
}
