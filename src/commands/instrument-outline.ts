import { type Instrument, statementsOf } from '#domain/instrument.ts'

/** An instrument in lines of plain text: what participants will be asked, and what stands beside it. */
export function outlineOf(instrument: Instrument): string {
  const { texts, answers, clusters, minutes } = instrument
  const total = statementsOf(instrument).length
  return [
    `${texts.title} (${instrument.id} ${instrument.version}, ${instrument.kind})`,
    `${texts.question} ${total} statements, about ${minutes} minutes.`,
    `Answers: ${answers.map(({ label, level }) => (level === null ? `${label} (no level)` : label)).join(' · ')}`,
    ...clusters.flatMap(({ title, statements, groups, isPhased }) => [
      '',
      `${title}${groups.length > 0 ? ` (${groups.length} ${isPhased ? 'phases' : 'groups'})` : ''}`,
      ...statements.flatMap((statement) => [
        ...groups.filter((group) => group.statements[0] === statement).map((group) => `  - ${group.title}`),
        `  ${statement.number}. ${statement.topic}: ${statement.statement} (${statement.tips.length} tips)`,
      ]),
    ]),
  ].join('\n')
}
