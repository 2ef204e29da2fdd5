import { listFinishedScans } from '#database/scans.ts'
import { buildResult } from '#domain/result.ts'
import { totalProgress } from '#domain/scan.ts'
import { buildTrend, momentsOf, type Trend } from '#domain/trend.ts'
import { openDocumentSheets } from '#ui/documents/open-document/sheets.ts'
import { openDocumentText } from '#ui/documents/open-document/text.ts'
import { withSafeLinks } from '#ui/documents/safe-links.ts'
import { answerDocument } from '#web/document-answer.tsx'
import { answerCsv, answerOpenDocument, fileNameOf } from '#web/file-answer.ts'
import type { RequestContext } from '#web/house.ts'
import { type OwnScan, requireScanOwner } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { calendarDay, isoDate } from '#words/dutch.ts'
import { formsOf } from './forms.ts'
import { answersSheet, scoresSheet } from './report/figures.ts'
import { buildReport } from './report/report.ts'
import type { ReportOf } from './report/report-of.ts'

/** The report, to read and to print. */
export function sendReport(c: RequestContext): Promise<Response> {
  return requireAnswers(c, async (own) =>
    answerDocument(c, {
      document: buildReport(await reportOf(c, own), c.get('house').clock()),
      name: nameOf(own, 'pdf'),
      isPublic: false,
      back: { label: 'Terug naar je resultaat', href: urls.scanResult.to({ scan: own.scan.id }) },
      others: formsOf(own.scan).others,
    }),
  )
}

/** The same report as a text that can be edited. */
export function sendText(c: RequestContext): Promise<Response> {
  return requireAnswers(c, async (own) => {
    const { clock, site } = c.get('house')
    const document = withSafeLinks(buildReport(await reportOf(c, own), clock()), site.linkBase)
    return answerOpenDocument(c, openDocumentText(document), nameOf(own, 'odt'))
  })
}

/** The answers and the scores, to reckon with. */
export function sendSheets(c: RequestContext): Promise<Response> {
  return requireAnswers(c, (own) => {
    const files = openDocumentSheets([answersSheet(own), scoresSheet(own)], {
      title: `Resultaat: ${own.instrument.texts.title}`,
      author: 'QuickScan',
      language: own.instrument.language,
      day: calendarDay(c.get('house').clock()),
    })
    return answerOpenDocument(c, files, nameOf(own, 'ods'))
  })
}

/** The answers, for other programs. */
export function sendCsv(c: RequestContext): Promise<Response> {
  return requireAnswers(c, (own) => answerCsv(c, answersSheet(own), nameOf(own, 'csv')))
}

type OwnResult = OwnScan & Pick<ReportOf, 'result'>

/** The scan in the address with its result. Without a single answer there is only the page that says so. */
function requireAnswers(
  c: RequestContext,
  handle: (own: OwnResult) => Response | Promise<Response>,
): Promise<Response> {
  return requireScanOwner(c, (own) => {
    const { scan, instrument } = own
    if (totalProgress(instrument, scan.answers).answered === 0) {
      return c.redirect(urls.scanResult.to({ scan: scan.id }), 303)
    }
    return handle({ ...own, result: buildResult(instrument, scan.answers) })
  })
}

async function reportOf(c: RequestContext, own: OwnResult): Promise<ReportOf> {
  return { ...own, house: c.get('house'), trend: await trendUntil(c, own) }
}

/** The scans that were finished before this one, and this one; null when there is nothing to compare. */
async function trendUntil(c: RequestContext, { scan, instrument, viewer }: OwnScan): Promise<Trend | null> {
  const { finishedAt } = scan
  if (!finishedAt) return null
  const { db, catalogue } = c.get('house')
  const scans = await listFinishedScans(db, viewer, instrument.id)
  const before = scans.filter((other) => other.finishedAt <= finishedAt)
  const trend = buildTrend(momentsOf(before, catalogue))
  return trend.moments.length > 1 ? trend : null
}

/** "…-resultaat-2026-11-23.pdf" */
function nameOf({ scan, instrument }: OwnScan, extension: string): string {
  const day = isoDate(scan.finishedAt ?? scan.changedAt)
  return fileNameOf([instrument.id, 'resultaat', day], extension)
}
