import type { JSX } from 'preact'
import { findNewestBenchmark } from '#database/benchmark-releases.ts'
import { type JobRun, listJobRuns } from '#database/job-runs.ts'
import { countRetriedMails, countWaitingMails } from '#database/mails.ts'
import { countReleases, listUse, type StoredUse } from '#database/use-releases.ts'
import { type Instrument, statementsOf } from '#domain/instrument.ts'
import { peopleBand } from '#domain/people-band.ts'
import type { Share } from '#domain/release-figures.ts'
import { nextCount, quarterToCount } from '#domain/use-calendar.ts'
import { USE_PEOPLE } from '#domain/use-release.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requirePermission } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate, dutchTime } from '#words/dutch.ts'
import { shareInWords } from '#words/team-words.ts'
import { bandOfPeople, minutesInWords, NOT_TOLD, quarterInWords } from '#words/use-words.ts'
import { DeadLinks } from './dead-links.tsx'
import { WaitingMail } from './waiting-mail.tsx'

/** How the scans are used, so that texts can become better: only what was released, and never who. */
export function showOverview(c: RequestContext): Promise<Response> {
  return requirePermission(c, 'see-overview', async () => {
    const house = c.get('house')
    const { db, clock, minGroup } = house
    const now = clock()
    const mail = await countWaitingMails(db)
    const retried = await countRetriedMails(db)
    const releases = await countReleases(db, quarterToCount(now).until)
    const groups = peopleBand(releases.groups, minGroup)
    return page(
      c,
      { title: 'Overzicht', section: 'account' },
      <div class="wrap page stack-large narrow">
        <div class="stack-small">
          <h1>Overzicht</h1>
          <p class="lead">Zo worden de scans gebruikt. Je ziet alleen aantallen, en nooit wie wat deed.</p>
        </div>
        <Use all={await listUse(db)} house={house} now={now} />
        <Unknown told={await newestOfEach(house)} />
        <DeadLinks house={house} />
        <WaitingMail {...mail} retried={retried} />
        <section class="stack-small" aria-labelledby="uitgaven">
          <h2 id="uitgaven">Wat er verteld is</h2>
          <DefinitionList
            items={[
              { term: 'Vergelijkingen met iedereen', definition: String(releases.benchmarks) },
              {
                term: 'Rondes van groepen, tot en met het vorige kwartaal',
                definition: groups ? bandOfPeople(groups) : `Minder dan ${minGroup}`,
              },
            ]}
          />
        </section>
        <Jobs runs={await listJobRuns(db)} />
        <p>
          <a href={urls.account.to()}>Terug naar je account</a>
        </p>
      </div>,
    )
  })
}

function Use({
  all,
  house,
  now,
}: {
  all: StoredUse[]
  house: Pick<House, 'catalogue' | 'minGroup'>
  now: Date
}): JSX.Element {
  const least = Math.max(USE_PEOPLE, house.minGroup)
  const titleOf = ({ instrument, instrumentVersion }: StoredUse) =>
    `${house.catalogue.find(instrument)?.texts.shortTitle ?? instrument}, versie ${instrumentVersion}`
  return (
    <section class="stack" aria-labelledby="gebruik">
      <h2 id="gebruik">Gebruik per kwartaal</h2>
      <p>
        {`Elk kwartaal tellen we één keer, een maand na afloop. Ieder telt één keer mee. Van minder dan ${least} mensen zeggen we niets, en ook niet als meer dan de helft bij één organisatie werkt. De aantallen zijn niet precies. Zo zie je niet wat één persoon doet.`}
      </p>
      {all.length === 0 && (
        <p>{`Er is nog niets te vertellen. De volgende telling is op ${dutchDate(nextCount(now))}.`}</p>
      )}
      {all.map((use) => {
        const { content, quarter } = use
        const cluster = (id: string) =>
          house.catalogue.find(use.instrument, use.instrumentVersion)?.clusters.find((one) => one.id === id)
        return (
          <div class="card stack-small" key={`${quarter}${use.instrument}${use.instrumentVersion}`}>
            <h3>{titleOf(use)}</h3>
            <p class="muted">{quarterInWords(quarter)}</p>
            <DefinitionList
              items={[
                { term: 'Begonnen', definition: bandOfPeople(content.begun) },
                {
                  term: 'Afgerond',
                  definition: content.finished ? bandOfPeople(content.finished) : NOT_TOLD,
                },
                { term: 'Van begin tot eind, met pauzes', definition: minutesInWords(content.minutes) },
                {
                  term: 'Waar mensen stopten',
                  definition:
                    content.stopped.length === 0
                      ? NOT_TOLD
                      : content.stopped
                          .map(
                            ({ part, people }) => `${cluster(part)?.title ?? part}: ${bandOfPeople(people)}`,
                          )
                          .join('. '),
                },
              ]}
            />
          </div>
        )
      })}
    </section>
  )
}

type ToldUnknown = { instrument: Instrument; releasedAt: Date; shares: { id: string; share: Share }[] }

/** Of each instrument what the newest comparison with everybody tells; it was released to all. */
async function newestOfEach({ db, catalogue }: Pick<House, 'db' | 'catalogue'>): Promise<ToldUnknown[]> {
  const all: ToldUnknown[] = []
  for (const instrument of catalogue.current) {
    for (const version of catalogue.versionsOf(instrument.id)) {
      const told = await findNewestBenchmark(db, instrument.id, version)
      const of = catalogue.find(instrument.id, version)
      if (!told || !of) continue
      const shares = told.content.everybody.statements.flatMap(({ statement, withoutLevel }) =>
        withoutLevel ? [{ id: statement, share: withoutLevel }] : [],
      )
      all.push({ instrument: of, releasedAt: told.releasedAt, shares })
      break
    }
  }
  return all
}

/** From much to little. */
const ORDER: readonly Share[] = ['most', 'many', 'half-or-more', 'some', 'under-half', 'few']

function Unknown({ told }: { told: ToldUnknown[] }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="onbekend">
      <h2 id="onbekend">Wat mensen niet weten</h2>
      <p>
        Kiezen veel mensen “Onbekend of n.v.t.”? Dan is de tekst misschien niet duidelijk. Dit zijn de cijfers
        die ook bij Vergelijken staan.
      </p>
      {told.length === 0 && (
        <p>Er is nog geen vergelijking met iedereen. Die komt er elk kwartaal, als genoeg mensen meedoen.</p>
      )}
      {told.map(({ instrument, releasedAt, shares }) => (
        <DataTable
          caption={`${instrument.texts.shortTitle}, versie ${instrument.version}, van ${dutchDate(releasedAt)}`}
          columns={[{ label: 'Stelling' }, { label: 'Onbekend of n.v.t.' }]}
          rows={[...shares]
            .sort((one, other) => ORDER.indexOf(one.share) - ORDER.indexOf(other.share))
            .map(({ id, share }) => {
              const statement = statementsOf(instrument).find((one) => one.id === id)
              return [statement ? `${statement.number}. ${statement.topic}` : id, shareInWords(share)]
            })}
          key={instrument.id}
        />
      ))}
    </section>
  )
}

const JOBS: Record<string, string> = {
  erasing: 'Wissen wat lang genoeg bewaard is',
  rounds: 'Rondes sluiten en herinneren',
  plans: 'Mail over plannen',
  benchmarks: 'De vergelijking met iedereen',
  use: 'Dit overzicht tellen',
  links: 'Links proberen',
}

function Jobs({ runs }: { runs: JobRun[] }): JSX.Element {
  const moment = (at: Date | null) => (at ? `${dutchDate(at)}, ${dutchTime(at)}` : 'Nog niet')
  return (
    <section class="stack" aria-labelledby="taken">
      <h2 id="taken">Wat vanzelf gaat</h2>
      {runs.length === 0 ? (
        <p>Er liep nog geen taak.</p>
      ) : (
        <DataTable
          caption="Taken op de achtergrond"
          columns={[{ label: 'Taak' }, { label: 'Laatst gelukt' }, { label: 'Laatst mislukt' }]}
          rows={runs.map(({ name, succeededAt, failedAt }) => [
            JOBS[name] ?? name,
            moment(succeededAt),
            failedAt ? moment(failedAt) : 'Nooit',
          ])}
        />
      )}
    </section>
  )
}
