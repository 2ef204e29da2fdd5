import type { JSX } from 'preact'
import { type Cluster, findAnswer, type Statement } from '#domain/instrument.ts'
import { isAnswered, totalProgress } from '#domain/scan.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type OwnScan, requireScanOwner } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { counted } from '#words/dutch.ts'
import { wordsFor } from '#words/statement-words.ts'

/** Controleer je antwoorden: everything at a glance, each with a way back, and the button that finishes. */
export function showCheck(c: RequestContext): Promise<Response> {
  return requireScanOwner(c, (own) => {
    if (own.scan.finishedAt) return c.redirect(urls.scanResult.to({ scan: own.scan.id }), 303)
    return page(c, { title: 'Controleer je antwoorden', section: 'scan' }, <Check {...own} />)
  })
}

function Check({ scan, instrument }: OwnScan): JSX.Element {
  const { answered, total, isComplete } = totalProgress(instrument, scan.answers)
  const words = wordsFor(instrument)
  return (
    <div class="wrap page stack narrow">
      <div class="stack-small">
        <Breadcrumbs
          items={[{ label: 'Jouw scan', href: urls.scan.to({ scan: scan.id }) }]}
          current="Controleer"
        />
        <h1>Controleer je antwoorden</h1>
        <p class="lead">
          {isComplete
            ? `Je hebt alle ${total} ${words.more} beantwoord.`
            : `${answered} van ${total} beantwoord. ${counted(total - answered, `${words.one} staat`, `${words.more} staan`)} nog open. Dat mag: je kunt ook zo afronden.`}
        </p>
      </div>
      {instrument.clusters.map((cluster) => (
        <section class="stack-small" aria-labelledby={cluster.id} key={cluster.id}>
          <h2 id={cluster.id}>{cluster.title}</h2>
          <SummaryList
            items={cluster.statements.map((statement) => item({ scan, instrument }, cluster, statement))}
          />
        </section>
      ))}
      {answered === 0 ? (
        <div class="stack-small">
          <p>{`Je hebt nog niets beantwoord. Beantwoord eerst een paar ${words.more}. Dan is er een resultaat.`}</p>
          <p>
            <ButtonLink href={urls.scan.to({ scan: scan.id })}>Naar de onderdelen</ButtonLink>
          </p>
        </div>
      ) : (
        <form method="post" action={urls.scanFinish.to({ scan: scan.id })} class="stack-small">
          <p>Na het afronden zie je meteen je resultaat. Aanpassen kan daarna ook nog.</p>
          <div class="buttons">
            <Button>Rond af en bekijk je resultaat</Button>
            <ButtonLink quiet href={urls.scan.to({ scan: scan.id })}>
              Terug naar de onderdelen
            </ButtonLink>
          </div>
        </form>
      )}
    </div>
  )
}

function item(
  { scan, instrument }: Pick<OwnScan, 'scan' | 'instrument'>,
  cluster: Cluster,
  statement: Statement,
) {
  const stored = scan.answers[statement.id]
  const chosen = findAnswer(instrument, stored?.answer)
  return {
    label: `${statement.number}. ${statement.statement}`,
    value: chosen ? chosen.label : 'Nog niet beantwoord',
    isOpen: !chosen,
    ...(stored?.note && { note: stored.note }),
    href: `${urls.scanCluster.to({ scan: scan.id, cluster: cluster.id })}#${statement.id}`,
    action: isAnswered(scan.answers, statement.id) ? 'Wijzig' : 'Beantwoord',
    context: `${wordsFor(instrument).one} ${statement.number}`,
  }
}
