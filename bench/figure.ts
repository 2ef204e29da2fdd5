/** One line of the report. The ceiling is what the same machine could do in the same run at best. */
export type Figure = {
  what: string
  unit: 'ms' | 's' | '/s' | 'MB' | 'KB' | ''
  measured: number
  goal?: Goal
  ceiling?: number
}

export type Goal = { atMost: number } | { atLeast: number }

export function isReached({ measured, goal }: Figure): boolean | undefined {
  if (!goal) return undefined
  return 'atMost' in goal ? measured <= goal.atMost : measured >= goal.atLeast
}

export function describeFigures(figures: Figure[]): string {
  const head = ['what', 'goal', 'measured', 'ceiling', 'ratio', '']
  const rows = [head, ...figures.map(cells)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const align = (cell: string, column: number) =>
    column === 0 || column === 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(align).join('  ').trimEnd()).join('\n')
}

function cells(figure: Figure): string[] {
  const { what, unit, measured, goal, ceiling } = figure
  const amount = (value: number) => `${round(value)} ${unit}`.trim()
  const goalText = goal && ('atMost' in goal ? `≤ ${amount(goal.atMost)}` : `≥ ${amount(goal.atLeast)}`)
  const verdict = { true: 'reached', false: 'NOT reached', undefined: '' }[`${isReached(figure)}`]
  return [
    what,
    goalText ?? '',
    amount(measured),
    ceiling === undefined ? '' : amount(ceiling),
    ceiling === undefined ? '' : `${round(measured / ceiling)}`,
    verdict ?? '',
  ]
}

function round(value: number): number {
  return Number(value.toPrecision(Math.abs(value) >= 100 ? 4 : 3))
}
