import { keepsEverybodyHidden, type ToldSet } from './release-rule.ts'

/** What is written down of one release: of whom it tells, what was promised, and whether its text is still as it was. */
export type LedgerEntry = { id: string; least: number; sets: readonly ToldSet[]; isWhole: boolean }

export type LedgerFinding = {
  release: string
  problem: 'was changed afterwards' | 'tells of too few' | 'tells of nobody'
}

/** Checks again, release by release in the order in which they were told, that nobody could be singled out by them. */
export function checkLedger(entries: readonly LedgerEntry[]): LedgerFinding[] {
  const earlier: ToldSet[] = []
  return entries.flatMap(({ id, least, sets, isWhole }): LedgerFinding[] => {
    const isHidden = keepsEverybodyHidden(earlier, sets, least)
    earlier.push(...sets)
    return [
      ...(isWhole ? [] : [{ release: id, problem: 'was changed afterwards' as const }]),
      ...(sets.length > 0 ? [] : [{ release: id, problem: 'tells of nobody' as const }]),
      ...(isHidden ? [] : [{ release: id, problem: 'tells of too few' as const }]),
    ]
  })
}
