import type { Instrument } from '#domain/instrument.ts'
import type { PhasesReading } from '#domain/phases.ts'
import type { ClusterResult } from '#domain/result.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { clusterWords } from '#words/cluster-words.ts'
import { answerInShort } from '#words/outcome-words.ts'
import { phaseAdvice, phaseAhead, phaseInWords } from '#words/phase-words.ts'
import { UNFINISHED, verdictWords } from '#words/verdict-words.ts'
import type { ReportOf } from './report-of.ts'

/** Where one stands as a whole and per cluster: in words, drawn and as a table. */
export function standing(of: ReportOf): Part {
  const { scan, instrument, result } = of
  const { heading, lead, text, figures } = verdictWords(of)
  const { chart, caption, table } = clusterWords(instrument, result)
  return {
    title: 'Waar jullie staan',
    blocks: [
      { kind: 'paragraph', look: 'lead', text: [...heading, { text: '.' }] },
      ...(lead ? [{ kind: 'paragraph' as const, text: lead }] : []),
      { kind: 'paragraph', text: [{ text }] },
      ...(figures ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: figures }] }] : []),
      ...(scan.finishedAt ? [] : [{ kind: 'notice' as const, text: [{ text: UNFINISHED }] }]),
      { kind: 'heading', level: 2, text: 'Per onderdeel' },
      { kind: 'picture', svg: chart.paper, description: chart.description, caption },
      { kind: 'table', ...table },
      ...result.clusters.flatMap((cluster) => clusterInWords(instrument, cluster)),
    ],
  }
}

function clusterInWords(instrument: Instrument, result: ClusterResult): Block[] {
  const { cluster, score, feedback, phases } = result
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 3, text: cluster.title + (score.band ? `: ${score.band.label}` : '') },
        { kind: 'paragraph', text: [{ text: feedback }] },
        ...(phases ? phasesInWords(phases) : []),
      ],
    },
    ...(instrument.kind === 'checklist' ? [choicesOf(result)] : []),
  ]
}

function phasesInWords(reading: PhasesReading): Block[] {
  const ahead = phaseAhead(reading)
  return [
    {
      kind: 'list',
      items: reading.phases.map((phase) => {
        const { title, state, text } = phaseInWords(phase)
        return [{ text: `${title}: ${state}.`, isBold: true }, { text: ` ${text}` }]
      }),
    },
    { kind: 'paragraph', text: [{ text: phaseAdvice(reading) }] },
    ...(ahead ? [{ kind: 'paragraph' as const, look: 'muted' as const, text: [{ text: ahead }] }] : []),
  ]
}

/** Of a checklist every point at a glance. */
function choicesOf({ statements }: ClusterResult): Block {
  return {
    kind: 'list',
    items: statements.map((one) => [{ text: one.statement.topic }, { text: `: ${answerInShort(one)}` }]),
  }
}
