import { listActions, type StoredAction } from '#database/plans.ts'
import { sortActions } from '#domain/plan.ts'
import { openDocumentText } from '#ui/documents/open-document/text.ts'
import { withSafeLinks } from '#ui/documents/safe-links.ts'
import { answerDocument } from '#web/document-answer.tsx'
import { answerCalendar, answerCsv, answerOpenDocument, fileNameOf } from '#web/file-answer.ts'
import type { RequestContext } from '#web/house.ts'
import { isoDate } from '#words/dutch.ts'
import { type Planned, planDocument, planSheet } from './plan-document.ts'
import type { PlanPlace } from './plan-place.ts'

export function sendPlanReport(c: RequestContext, place: PlanPlace): Promise<Response> {
  return requireActions(c, place, (planned) => {
    const { plan, text, csv } = planned.links
    return answerDocument(c, {
      document: planDocument(planned, c.get('house').clock()),
      name: nameOf(c, planned, 'pdf'),
      isPublic: false,
      back: { label: 'Terug naar het plan', href: plan },
      others: [
        { label: 'Tekst (ODT)', href: text },
        { label: 'Lijst (CSV)', href: csv },
      ],
    })
  })
}

export function sendPlanText(c: RequestContext, place: PlanPlace): Promise<Response> {
  return requireActions(c, place, (planned) => {
    const { clock, site } = c.get('house')
    const document = withSafeLinks(planDocument(planned, clock()), site.linkBase)
    return answerOpenDocument(c, openDocumentText(document), nameOf(c, planned, 'odt'))
  })
}

export function sendPlanCsv(c: RequestContext, place: PlanPlace): Promise<Response> {
  return requireActions(c, place, (planned) => answerCsv(c, planSheet(planned), nameOf(c, planned, 'csv')))
}

/** What has still to be done, on the day that it is. */
export function sendCalendar(c: RequestContext, place: PlanPlace): Promise<Response> {
  return requireActions(c, place, (planned) => {
    return answerCalendar(
      c,
      { title: planned.fullTitle, events: planned.actions.flatMap(eventsOf) },
      nameOf(c, planned, 'ics'),
    )
  })
}

function eventsOf({
  id,
  what,
  who,
  firstStep,
  firstStepOn,
  dueOn,
  status,
  changedAt,
  revision,
}: StoredAction) {
  if (status === 'done' || status === 'dropped') return []
  const about = { changedAt, revision, text: [what, who].filter(Boolean).join('\n') }
  return [
    ...(firstStepOn
      ? [{ ...about, id: `${id}-eerste-stap`, day: firstStepOn, title: `Eerste stap: ${firstStep || what}` }]
      : []),
    ...(dueOn ? [{ ...about, id: `${id}-klaar`, day: dueOn, title: `Klaar: ${what}` }] : []),
  ]
}

/** Without anything agreed there is only the page that says what to do. */
async function requireActions(
  c: RequestContext,
  place: PlanPlace,
  handle: (planned: Planned) => Response | Promise<Response>,
): Promise<Response> {
  const actions = sortActions(await listActions(c.get('house').db, place.keeper))
  return actions.length === 0 ? c.redirect(place.links.plan, 303) : handle({ ...place, actions })
}

/** "team-werk-plan-2026-11-24.pdf" */
function nameOf(c: RequestContext, { fileName }: PlanPlace, extension: string): string {
  return fileNameOf([fileName, 'plan', isoDate(c.get('house').clock())], extension)
}
