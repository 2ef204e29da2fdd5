import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Answers } from '#domain/scan.ts'
import { teamReport } from '#features/groups/result/team-report.ts'
import type { SharedResult } from '#features/groups/result/team-result.ts'
import { TeamResultContent } from '#features/groups/result/team-result-content.tsx'
import { teamSheets } from '#features/groups/result/team-sheets.ts'
import { openDocumentSheets } from '#ui/documents/open-document/sheets.ts'

const day = { year: 2026, month: 11, day: 22 }

/** Everything on which a group sees what it was told, as the bytes that go out or that become them. */
export function surfacesOf(result: SharedResult, own: Answers | null = null): Record<string, string> {
  const whole = { ...result, own }
  const sheets = teamSheets(whole)
  return {
    page: pageOf(result, own),
    report: JSON.stringify(teamReport(whole, result.round.closedAt)),
    csv: JSON.stringify(sheets[0]),
    ods: openDocumentSheets(sheets, { title: 'Resultaat', author: 'QuickScan', language: 'nl', day })
      .map(({ text }) => text)
      .join('\n'),
  }
}

export function pageOf(result: SharedResult, own: Answers | null = null): string {
  const downloads = [{ label: 'Rapport (PDF)', href: '/resultaat.pdf' }]
  return renderToString(h(TeamResultContent, { ...result, own, downloads }))
}

/** The figures that somebody can read on it, or hear: without addresses, ids and the coordinates of drawings. */
export function figuresOf(html: string): string[] {
  const spoken = [...html.matchAll(/ aria-label="([^"]*)"/g)].map(([, label = '']) => label)
  const text = html
    .replace(/<style.*?<\/style>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#?\w+;/g, ' ')
  return [text, ...spoken].join(' ').match(/\d+(?:[.,]\d+)*/g) ?? []
}
