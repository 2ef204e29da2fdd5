import type { JSX } from 'preact'
import { countRetriedMails, countWaitingMails } from '#database/mails.ts'
import { countOperation } from '#database/operation.ts'
import { operationPeriod } from '#domain/operation.ts'
import { outgoingLinks } from '#domain/outgoing-links.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { RequestContext, Running } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requirePermission } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { TriedLinks } from './tried-links.tsx'
import { UseInBands } from './use-in-bands.tsx'
import { WaitingMail } from './waiting-mail.tsx'

/**
 * Whether it runs well, in sums only. Of letters, links and the program they are exact and of this moment. Of people
 * they are bands of last night, so that nobody can be seen to come by.
 */
export function showOperation(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'see-operation', async () => {
    const house = c.get('house')
    const mail = await countWaitingMails(house.db)
    const retried = await countRetriedMails(house.db)
    const sums = await countOperation(house.db, operationPeriod(house.clock()))
    const links = outgoingLinks(house.library, house.catalogue.current)
    const checks = links.flatMap((link) => house.linkCheck(link) ?? [])
    return page(
      c,
      { title: 'Beheer', section: 'account' },
      <div class="wrap page stack-large narrow">
        <div class="stack">
          <h1>Beheer</h1>
          <p class="lead">
            Zie of alles het doet. Hier staan alleen aantallen: geen namen, geen adressen en geen antwoorden.
          </p>
        </div>
        <WaitingMail {...mail} retried={retried} />
        <UseInBands sums={sums} least={house.minGroup} />
        <TriedLinks checks={checks} />
        <Program running={house.running} />
        <p>
          <a href={urls.overview.to()}>Bekijk hoe de scans gebruikt worden</a>
        </p>
        <p>
          <a href={urls.account.to()}>Terug naar je account</a>
        </p>
      </div>,
    )
  })
}

const DATABASES: Record<Running['database'], string> = {
  embedded: 'Ingebouwd, in een map van deze server',
  postgresql: 'PostgreSQL',
}

function Program({ running }: { running: Running }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="programma">
      <h2 id="programma">Dit programma</h2>
      <DefinitionList
        items={[
          { term: 'Versie van QuickScan', definition: running.version },
          { term: 'Database', definition: DATABASES[running.database] },
        ]}
      />
    </section>
  )
}
