import type { JSX } from 'preact'
import { listActions, type StoredAction } from '#database/plans.ts'
import type { Instrument } from '#domain/instrument.ts'
import { isLate, sortActions } from '#domain/plan.ts'
import { requireGroup } from '#features/groups/require-group.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { isoDate } from '#words/dutch.ts'
import { firstStepInWords, statusInWords, whoAndWhen } from '#words/plan-words.ts'
import { wordsFor } from '#words/statement-words.ts'
import { findStatement } from './new-action.tsx'

const DONE: Record<string, string> = {
  afgesproken: 'De afspraak staat in het plan.',
  bewaard: 'De afspraak is bewaard.',
  gewist: 'De afspraak is gewist.',
}

/** Everything that was agreed, in the order in which somebody has to do something. */
export function showPlan(c: RequestContext): Promise<Response> {
  return requireGroup(c, async ({ group, instrument }) => {
    const { db, clock } = c.get('house')
    const actions = sortActions(await listActions(db, group.id))
    const done = DONE[c.req.query('gelukt') ?? '']
    return page(
      c,
      { title: `Het plan van ${group.name}`, section: 'group' },
      <div class="wrap page stack narrow">
        <div class="stack-small">
          <p class="muted">{group.name}</p>
          <h1>Het plan</h1>
          {done && <Notice>{done}</Notice>}
          <p class="lead">
            {actions.length === 0
              ? 'Er staat nog niets in het plan. Spreek na het gesprek iets kleins af: wie doet wat, en wanneer?'
              : 'Dit spraken jullie af. Iedereen in de groep kan het bijwerken.'}
          </p>
        </div>
        {actions.length > 0 && (
          <ul class="rows">
            {actions.map((action) => (
              <ActionRow
                action={action}
                group={group.id}
                instrument={instrument}
                today={isoDate(clock())}
                key={action.id}
              />
            ))}
          </ul>
        )}
        <div class="buttons">
          <ButtonLink quiet={actions.length > 0} href={urls.groupNewAction.to({ group: group.id })}>
            Maak een afspraak
          </ButtonLink>
          <ButtonLink quiet href={urls.group.to({ group: group.id })}>
            Terug naar de groep
          </ButtonLink>
        </div>
        {actions.length > 0 && <TakeAlong group={group.id} />}
      </div>,
    )
  })
}

function ActionRow({
  action,
  group,
  instrument,
  today,
}: {
  action: StoredAction
  group: string
  instrument: Instrument
  today: string
}): JSX.Element {
  const statement = findStatement(instrument, action.statement)
  const firstStep = firstStepInWords(action)
  return (
    <li>
      <a href={urls.groupAction.to({ group, action: action.id })} class="row">
        <b class="as-typed">{action.what}</b>
        <span>
          {`${statusInWords(action.status)} · ${whoAndWhen(action)}`}
          {isLate(action, today) && (
            <>
              {' · '}
              <span class="pencil">een dag is al voorbij</span>
            </>
          )}
        </span>
        {firstStep && <span class="muted as-typed">{firstStep}</span>}
        {action.remark && <span class="muted as-typed">{action.remark}</span>}
        {statement && (
          <span class="muted small">{`Bij ${wordsFor(instrument).one} ${statement.number}: ${statement.topic}`}</span>
        )}
      </a>
    </li>
  )
}

function TakeAlong({ group }: { group: string }): JSX.Element {
  const files: [label: string, href: string][] = [
    ['Het plan om te lezen en te printen (PDF)', urls.groupPlanPdf.to({ group })],
    ['Het plan om aan te passen (ODT)', urls.groupPlanText.to({ group })],
    ['De afspraken als lijst (CSV)', urls.groupPlanCsv.to({ group })],
    ['De dagen voor in je agenda (ICS)', urls.groupPlanCalendar.to({ group })],
  ]
  return (
    <section class="stack-small print-hidden" aria-labelledby="neem-mee">
      <h2 class="h3" id="neem-mee">
        Neem het mee
      </h2>
      <ul>
        {files.map(([label, href]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
