import type { ClusterResult } from '#domain/result.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { clusterWords } from '#words/cluster-words.ts'
import { phaseAdvice, phaseAhead, phaseInWords } from '#words/phase-words.ts'
import { UNFINISHED, verdictWords } from '#words/verdict-words.ts'
import type { ReportOf } from './report.ts'

/** Where one stands as a whole and per cluster: in words, drawn and as a table. */
export function standing(of: ReportOf): Part {
  const { scan, instrument, result } = of
  const { heading, lead, text, figures } = verdictWords(of)
  const { chart, caption, table } = clusterWords(instrument, result)
  return {
    title: 'Waar jullie staan',
    isOnNewPage: true,
    blocks: [
      { kind: 'paragraph', look: 'lead', text: [...heading, { text: '.' }] },
      ...(lead ? [{ kind: 'paragraph' as const, text: lead }] : []),
      { kind: 'paragraph', text: [{ text }] },
      ...(figures ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: figures }] }] : []),
      ...(scan.finishedAt ? [] : [{ kind: 'notice' as const, text: [{ text: UNFINISHED }] }]),
      { kind: 'heading', level: 2, text: 'Per onderdeel' },
      { kind: 'picture', svg: chart.wide, description: chart.description, caption },
      { kind: 'table', ...table },
      ...result.clusters.map(clusterInWords),
    ],
  }
}

function clusterInWords({ cluster, score, feedback, phases }: ClusterResult): Block {
  const ahead = phases && phaseAhead(phases)
  return {
    kind: 'together',
    blocks: [
      { kind: 'heading', level: 3, text: cluster.title + (score.band ? `: ${score.band.label}` : '') },
      { kind: 'paragraph', text: [{ text: feedback }] },
      ...(phases
        ? [
            {
              kind: 'list' as const,
              items: phases.phases.map((phase) => {
                const { title, state, text } = phaseInWords(phase)
                return [{ text: `${title}: ${state}.`, isBold: true }, { text: ` ${text}` }]
              }),
            },
            { kind: 'paragraph' as const, text: [{ text: phaseAdvice(phases) }] },
          ]
        : []),
      ...(ahead ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: ahead }] }] : []),
    ],
  }
}
