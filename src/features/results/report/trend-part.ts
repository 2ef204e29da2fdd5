import { compareMoments } from '#domain/trend-comparison.ts'
import type { Part } from '#ui/documents/document.ts'
import { breakWords } from '#words/break-words.ts'
import { comparisonWords } from '#words/comparison-words.ts'
import { momentWords } from '#words/moment-words.ts'
import { trendWords } from '#words/trend-words.ts'
import type { ReportOf } from './report-of.ts'

/** What changed since the scan before; nothing when there is none. */
export function course({ trend }: ReportOf): Part[] {
  const moments = trend?.moments ?? []
  const [from, to] = moments.slice(-2)
  if (!trend || !from || !to) return []
  const { mostMoved, counts, warning } = comparisonWords(compareMoments(from, to))
  const { chart, caption, table } = trendWords(trend)
  const [then, now] = [momentWords(from, moments), momentWords(to, moments)]
  return [
    {
      title: 'Wat veranderde er?',
      isOnNewPage: true,
      blocks: [
        { kind: 'paragraph', look: 'muted', text: [{ text: `Van ${then.label} tot ${now.label}` }] },
        { kind: 'paragraph', look: 'lead', text: mostMoved },
        { kind: 'paragraph', text: [{ text: counts }] },
        ...(warning
          ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: warning }] }]
          : []),
        { kind: 'picture', svg: chart.paper, description: chart.description, caption },
        ...breakWords(trend).map(({ title, text }) => ({
          kind: 'notice' as const,
          text: [{ text: `${title} `, isBold: true }, { text }],
        })),
        { kind: 'table', ...table },
      ],
    },
  ]
}
