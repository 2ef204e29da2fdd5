import type { JSX } from 'preact'
import { hasReminder } from '#database/plan-reminders.ts'
import { listActions, type StoredAction } from '#database/plans.ts'
import { isLate, sortActions } from '#domain/plan.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { dutchDate, isoDate } from '#words/dutch.ts'
import { firstStepInWords, PLAN_WORDS, statusInWords, whoAndWhen } from '#words/plan-words.ts'
import { wordsFor } from '#words/statement-words.ts'
import { findStatement } from './new-action.tsx'
import type { PlanPlace } from './plan-place.ts'
import { ReminderPart } from './reminder-part.tsx'

const DONE: Record<string, string> = {
  afgesproken: 'De afspraak staat in het plan.',
  bewaard: 'De afspraak is bewaard.',
  gewist: 'De afspraak is gewist.',
  'mail-aan': 'Je krijgt een mail als er een dag dichtbij komt.',
  'mail-uit': 'Je krijgt geen mail meer over dit plan.',
}

/** Everything that was agreed, in the order in which somebody has to do something. */
export async function showPlan(c: RequestContext, place: PlanPlace): Promise<Response> {
  const { db, clock } = c.get('house')
  const actions = sortActions(await listActions(db, place.keeper))
  const { account } = place
  const isReminded = account !== null && (await hasReminder(db, account, place.keeper))
  const done = DONE[c.req.query('gelukt') ?? '']
  const { of, links, back } = place
  const words = PLAN_WORDS[of]
  return page(
    c,
    { title: place.fullTitle, section: of },
    <div class="wrap page stack narrow">
      <div class="stack-small">
        <p class="muted">{place.name}</p>
        <h1>{words.title}</h1>
        {done && <Notice>{done}</Notice>}
        <p class="lead">{actions.length === 0 ? words.nothingYet : words.lead}</p>
      </div>
      {actions.length > 0 && (
        <ul class="rows">
          {actions.map((action) => (
            <ActionRow action={action} place={place} today={isoDate(clock())} key={action.id} />
          ))}
        </ul>
      )}
      <div class="buttons">
        <ButtonLink quiet={actions.length > 0} href={links.newAction}>
          Maak een afspraak
        </ButtonLink>
        <ButtonLink quiet href={back.href}>
          {back.label}
        </ButtonLink>
      </div>
      {actions.length > 0 && <TakeAlong links={links} />}
      {account && (actions.length > 0 || isReminded) && <ReminderPart {...place} isOn={isReminded} />}
      {place.keptUntil && <KeptUntil day={place.keptUntil} />}
    </div>,
  )
}

function ActionRow({
  action,
  place: { of, links, instrument },
  today,
}: {
  action: StoredAction
  place: PlanPlace
  today: string
}): JSX.Element {
  const statement = findStatement(instrument, action.statement)
  const firstStep = firstStepInWords(action)
  return (
    <li>
      <a href={links.action(action.id)} class="row">
        <b class="as-typed">{action.what}</b>
        <span>
          {`${statusInWords(action.status)} · ${whoAndWhen(action, of)}`}
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

function TakeAlong({ links }: Pick<PlanPlace, 'links'>): JSX.Element {
  const files: [label: string, href: string][] = [
    ['Het plan om te lezen en te printen (PDF)', links.pdf],
    ['Het plan om aan te passen (ODT)', links.text],
    ['De afspraken als lijst (CSV)', links.csv],
    ['De dagen voor in je agenda (ICS)', links.calendar],
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

/** A plan is for longer than a scan without an account may be kept: that is said where it can be helped. */
function KeptUntil({ day }: { day: Date }): JSX.Element {
  return (
    <p class="small muted print-hidden">
      {`Dit plan hoort bij je scan. Die bewaren we tot ${dutchDate(day)}. Wil je hem langer houden? `}
      <a href={urls.signIn.to()}>Zet hem in een account</a>
    </p>
  )
}
