import type { JSX } from 'preact'
import { roleGaps } from '#domain/team-reading.ts'
import { DataTable } from '#ui/data-table.tsx'
import { teamRoleTable } from '#words/team-cluster-words.ts'
import { rolesInWords } from '#words/team-role-words.ts'
import type { PagePlace } from './page-place.ts'
import type { ToldParts } from './told-parts.ts'

/** How each role sees it, when that may be told; otherwise nothing stands here, whatever the reason. */
export function TeamRoles({ told, place }: { told: ToldParts; place: PagePlace }): JSX.Element | null {
  const { instrument, roles } = told
  if (roles.length === 0) return null
  const Heading = place.section
  const id = `${place.prefix}per-rol`
  const gaps = roleGaps(instrument, roles)
  const { people, gapsTitle, noGaps } = rolesInWords(instrument, roles)
  const Part = `h${place.part}` as const
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading class="h2" id={id}>
        Per rol
      </Heading>
      <p>{people}</p>
      <DataTable {...teamRoleTable(instrument, roles)} />
      <div class="stack-small">
        <Part class="h3">{gapsTitle}</Part>
        {gaps.length === 0 ? (
          <p>{noGaps}</p>
        ) : (
          <ul>
            {gaps.map(({ id: statement, topic }) => (
              <li key={statement}>
                <a href={`#${place.prefix}stelling-${statement}`}>{topic}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
