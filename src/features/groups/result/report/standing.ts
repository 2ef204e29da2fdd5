import { roleGaps } from '#domain/team-reading.ts'
import type { ToldParts } from '#features/groups/result/told-parts.ts'
import type { Block, Part } from '#ui/documents/document.ts'
import { clusterFeedback, teamClusterWords, teamRoleTable } from '#words/team-cluster-words.ts'
import { rolesInWords } from '#words/team-role-words.ts'
import { teamVerdictWords } from '#words/team-verdict-words.ts'
import { bandInWords } from '#words/team-words.ts'

/** Where the group stands as a whole, per cluster and, where that is told, per role. */
export function standing(told: ToldParts): Part {
  const { instrument, release, reading } = told
  const { heading, lead, text, figures } = teamVerdictWords(instrument, release.figures, reading)
  const { chart, caption, table } = teamClusterWords(instrument, release.figures, 'onderdelen')
  return {
    title: 'Waar jullie staan',
    blocks: [
      { kind: 'paragraph', look: 'lead', text: [...heading, { text: '.' }] },
      ...(lead ? [{ kind: 'paragraph' as const, text: lead }] : []),
      { kind: 'paragraph', text: [{ text }] },
      { kind: 'paragraph', look: 'muted', text: [{ text: figures }] },
      { kind: 'heading', level: 2, text: 'Per onderdeel' },
      { kind: 'picture', svg: chart.paper, description: chart.description, caption },
      { kind: 'table', ...table },
      ...reading.clusters.map(
        (one): Block => ({
          kind: 'together',
          blocks: [
            { kind: 'heading', level: 3, text: `${one.cluster.title}: ${bandInWords(instrument, one.mean)}` },
            { kind: 'paragraph', text: [{ text: clusterFeedback(instrument, one) }] },
          ],
        }),
      ),
      ...perRole(told),
    ],
  }
}

function perRole({ instrument, roles }: ToldParts): Block[] {
  if (roles.length === 0) return []
  const { people, gapsTitle, noGaps } = rolesInWords(instrument, roles)
  const gaps = roleGaps(instrument, roles)
  return [
    { kind: 'heading', level: 2, text: 'Per rol' },
    { kind: 'paragraph', text: [{ text: people }] },
    { kind: 'table', ...teamRoleTable(instrument, roles) },
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 3, text: gapsTitle },
        gaps.length === 0
          ? { kind: 'paragraph', text: [{ text: noGaps }] }
          : { kind: 'list', items: gaps.map(({ topic }) => [{ text: topic }]) },
      ],
    },
  ]
}
