import type { JSX } from 'preact'
import { countRetriedMails, countWaitingMails } from '#database/mails.ts'
import { countOperation, type OperationSums } from '#database/operation.ts'
import { isDead } from '#domain/link-check.ts'
import { OPERATION_DAYS, operationPeriod } from '#domain/operation.ts'
import { outgoingLinks } from '#domain/outgoing-links.ts'
import { peopleBand } from '#domain/people-band.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { counted, dutchDate, dutchTime } from '#web/dutch.ts'
import type { House, RequestContext, Running } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requirePermission } from '#web/require.ts'
import { urls } from '#web/urls.ts'

/**
 * Whether it runs well, in sums only. Of letters, links and the program they are exact and of this moment. Of people
 * they are bands of last night, so that nobody can be seen to come by.
 */
export function showOperation(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'see-operation', async () => {
    const house = c.get('house')
    const mail = { ...(await countWaitingMails(house.db)), retried: await countRetriedMails(house.db) }
    const sums = await countOperation(house.db, operationPeriod(house.clock()))
    return page(
      c,
      { title: 'Beheer', section: 'account' },
      <div class="wrap page stack-large narrow">
        <div class="stack">
          <h1>Beheer</h1>
          <p class="lead">
            Zie of alles het doet. Hier staan alleen aantallen: geen namen, geen e-mailadressen en geen
            antwoorden.
          </p>
        </div>
        <Mail mail={mail} />
        <Use sums={sums} least={house.minGroup} />
        <Links links={countLinks(house)} />
        <Program running={house.running} />
        <p>
          <a href={urls.account.to()}>Terug naar je account</a>
        </p>
      </div>,
    )
  })
}

type WaitingMail = { waiting: number; oldest: Date | null; retried: number }

function Mail({ mail: { waiting, oldest, retried } }: { mail: WaitingMail }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="mail">
      <h2 id="mail">Mail</h2>
      {oldest === null ? (
        <p>Er wacht geen mail.</p>
      ) : (
        <DefinitionList
          items={[
            { term: 'Wacht nu', definition: counted(waiting, 'mail', 'mails') },
            { term: 'De oudste sinds', definition: `${dutchDate(oldest)}, ${dutchTime(oldest)} uur` },
            {
              term: 'Vaker geprobeerd',
              definition: retried === 0 ? 'Geen' : counted(retried, 'mail', 'mails'),
            },
          ]}
        />
      )}
      {retried > 0 && (
        <Notice kind="pencil">
          <p>
            Niet alle mail gaat weg. We blijven het twee dagen proberen. In het logboek staat waarom: zoek op{' '}
            <code>a letter did not go out</code>.
          </p>
        </Notice>
      )}
    </section>
  )
}

function Use({ sums, least }: { sums: OperationSums; least: number }): JSX.Element {
  const about = (count: number) => {
    const band = peopleBand(count, least)
    return band ? `${band.from} tot en met ${band.to}` : `Minder dan ${least}`
  }
  return (
    <section class="stack-small" aria-labelledby="gebruik">
      <h2 id="gebruik">Gebruik</h2>
      <p>
        {`Dit is de stand van vannacht. Het is steeds ongeveer, en minder dan ${least} kan ook nul zijn. Zo zie je niet wat één persoon doet.`}
      </p>
      <DefinitionList
        items={[
          { term: 'Accounts', definition: about(sums.accounts) },
          { term: 'Accounts die we bijna wissen', definition: about(sums.warned) },
          { term: `Scans begonnen in ${OPERATION_DAYS} dagen`, definition: about(sums.begun) },
          { term: `Scans afgerond in ${OPERATION_DAYS} dagen`, definition: about(sums.finished) },
        ]}
      />
    </section>
  )
}

type LinkCounts = { tried: number; dead: number }

function countLinks({ library, catalogue, linkCheck }: House): LinkCounts {
  const checks = outgoingLinks(library, catalogue.current).flatMap((link) => linkCheck(link) ?? [])
  return { tried: checks.length, dead: checks.filter(isDead).length }
}

function Links({ links: { tried, dead } }: { links: LinkCounts }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="links">
      <h2 id="links">Links naar andere websites</h2>
      {tried === 0 && (
        <p>
          Er is nog geen link geprobeerd. Met de instelling <code>CHECK_LINKS=on</code> gebeurt dat vanzelf.
        </p>
      )}
      {tried > 0 && dead === 0 && (
        <p>{`${counted(tried, 'link is', 'links zijn')} geprobeerd. Er is er geen weg.`}</p>
      )}
      {dead > 0 && (
        <p>
          {`${counted(tried, 'link is', 'links zijn')} geprobeerd. Weg: ${dead}. Welke dat zijn, zegt `}
          <code>npx quickscan check-links --report</code>.
        </p>
      )}
    </section>
  )
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
