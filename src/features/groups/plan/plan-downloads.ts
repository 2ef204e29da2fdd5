import { listActions, type StoredAction } from '#database/plans.ts'
import { sortActions } from '#domain/plan.ts'
import { type GroupVisit, requireGroup } from '#features/groups/require-group.ts'
import { openDocumentText } from '#ui/documents/open-document/text.ts'
import { withSafeLinks } from '#ui/documents/safe-links.ts'
import { answerDocument } from '#web/document-answer.tsx'
import { answerCalendar, answerCsv, answerOpenDocument, fileNameOf } from '#web/file-answer.ts'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { isoDate } from '#words/dutch.ts'
import { planDocument, planSheet } from './plan-document.ts'

type Planned = GroupVisit & { actions: StoredAction[] }

export function sendPlanReport(c: RequestContext): Promise<Response> {
  return requirePlan(c, (planned) => {
    const group = planned.group.id
    return answerDocument(c, {
      document: planDocument(planned, c.get('house').clock()),
      name: nameOf(c, planned, 'pdf'),
      isPublic: false,
      back: { label: 'Terug naar het plan', href: urls.groupPlan.to({ group }) },
      others: [
        { label: 'Tekst (ODT)', href: urls.groupPlanText.to({ group }) },
        { label: 'Lijst (CSV)', href: urls.groupPlanCsv.to({ group }) },
      ],
    })
  })
}

export function sendPlanText(c: RequestContext): Promise<Response> {
  return requirePlan(c, (planned) => {
    const { clock, site } = c.get('house')
    const document = withSafeLinks(planDocument(planned, clock()), site.linkBase)
    return answerOpenDocument(c, openDocumentText(document), nameOf(c, planned, 'odt'))
  })
}

export function sendPlanCsv(c: RequestContext): Promise<Response> {
  return requirePlan(c, (planned) => answerCsv(c, planSheet(planned), nameOf(c, planned, 'csv')))
}

/** What has still to be done, on the day that it is. */
export function sendCalendar(c: RequestContext): Promise<Response> {
  return requirePlan(c, (planned) => {
    const title = `Plan van ${planned.group.name}`
    return answerCalendar(c, { title, events: planned.actions.flatMap(eventsOf) }, nameOf(c, planned, 'ics'))
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
function requirePlan(
  c: RequestContext,
  handle: (planned: Planned) => Response | Promise<Response>,
): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const actions = sortActions(await listActions(c.get('house').db, visit.group.id))
    if (actions.length === 0) return c.redirect(urls.groupPlan.to({ group: visit.group.id }), 303)
    return handle({ ...visit, actions })
  })
}

/** "team-werk-plan-2026-11-24.pdf" */
function nameOf(c: RequestContext, { group }: Planned, extension: string): string {
  return fileNameOf([group.name, 'plan', isoDate(c.get('house').clock())], extension)
}
