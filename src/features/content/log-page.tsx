import { countAudit, listAudit } from '#database/audit.ts'
import { AUDIT_YEARS } from '#domain/audit.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requirePermission } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { auditInWords } from '#words/audit-words.ts'
import { dutchDate, dutchTime } from '#words/dutch.ts'

const LINES = 50

/** What administrators did: who, what and when. */
export function showLog(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'see-log', async () => {
    const { db, catalogue } = c.get('house')
    const pages = Math.max(1, Math.ceil((await countAudit(db)) / LINES))
    const asked = Number(c.req.query('pagina') ?? '1')
    const at = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1
    const entries = await listAudit(db, { limit: LINES, offset: (at - 1) * LINES })
    return page(
      c,
      { title: 'Logboek', section: 'account' },
      <div class="wrap page stack-large narrow">
        <div class="stack-small">
          <h1>Logboek</h1>
          <p class="lead">
            {`Wat beheerders deden: wie, wat en wanneer. Niemand kan hier iets veranderen. Een regel blijft ${AUDIT_YEARS} jaar staan.`}
          </p>
        </div>
        {entries.length === 0 ? (
          <p>Er staat nog niets in. Zodra een beheerder iets verandert, komt het hier te staan.</p>
        ) : (
          <ol class="stack plain-list">
            {entries.map((entry, index) => (
              <li class="stack-small" key={`${entry.at.toISOString()}${index}`}>
                <span>{auditInWords(entry, catalogue)}</span>
                <span class="small muted">
                  {`${dutchDate(entry.at)}, ${dutchTime(entry.at)} · ${entry.address}`}
                </span>
              </li>
            ))}
          </ol>
        )}
        <Pagination page={at} pages={pages} hrefOf={(number) => `${urls.auditLog.to()}?pagina=${number}`} />
        <p>
          <ButtonLink quiet href={urls.account.to()}>
            Terug naar je account
          </ButtonLink>
        </p>
      </div>,
    )
  })
}
