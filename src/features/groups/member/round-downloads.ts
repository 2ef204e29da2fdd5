import { teamReport } from '#features/groups/result/team-report.ts'
import type { SharedResult } from '#features/groups/result/team-result.ts'
import { teamSheets } from '#features/groups/result/team-sheets.ts'
import { openDocumentSheets } from '#ui/documents/open-document/sheets.ts'
import { answerDocument } from '#web/document-answer.tsx'
import { answerCsv, answerOpenDocument, fileNameOf } from '#web/file-answer.ts'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { calendarDay, isoDate } from '#words/dutch.ts'
import { type RoundVisit, requireRound, teamResultOf } from './round-page.tsx'

/** The report for the group: what was told, without anything of whoever downloads it. */
export function sendRoundReport(c: RequestContext): Promise<Response> {
  return requireTold(c, (visit, result) => {
    const place = placeOf(visit)
    return answerDocument(c, {
      document: teamReport(result, c.get('house').clock()),
      name: nameOf(result, 'pdf'),
      isPublic: false,
      back: { label: 'Terug naar het resultaat', href: urls.groupRound.to(place) },
      others: [
        { label: 'Cijfers (ODS)', href: urls.groupRoundSheets.to(place) },
        { label: 'Cijfers (CSV)', href: urls.groupRoundCsv.to(place) },
      ],
    })
  })
}

export function sendRoundSheets(c: RequestContext): Promise<Response> {
  return requireTold(c, (_visit, result) => {
    const files = openDocumentSheets(teamSheets(result), {
      title: `Resultaat van ${result.group.name}`,
      author: 'QuickScan',
      language: result.instrument.language,
      day: calendarDay(c.get('house').clock()),
    })
    return answerOpenDocument(c, files, nameOf(result, 'ods'))
  })
}

export function sendRoundCsv(c: RequestContext): Promise<Response> {
  return requireTold(c, (_visit, result) => answerCsv(c, teamSheets(result)[0], nameOf(result, 'csv')))
}

/** Without anything told there is only the page that says so. */
function requireTold(
  c: RequestContext,
  handle: (visit: RoundVisit, result: SharedResult) => Response | Promise<Response>,
): Promise<Response> {
  return requireRound(c, async (visit) => {
    const result = visit.round.kind === 'confidential' ? await teamResultOf(c.get('house'), visit) : null
    if (!result) return c.redirect(urls.groupRound.to(placeOf(visit)), 303)
    const { own: _own, ...shared } = result
    return handle(visit, shared)
  })
}

function placeOf({ group, round }: RoundVisit): { group: string; round: string } {
  return { group: group.id, round: String(round.number) }
}

/** "groep-ronde-1-resultaat-2026-11-23.pdf" */
function nameOf({ group, round }: SharedResult, extension: string): string {
  return fileNameOf([group.name, `ronde-${round.number}`, isoDate(round.closedAt)], extension)
}
