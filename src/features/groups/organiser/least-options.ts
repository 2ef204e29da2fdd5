const HIGHER = [8, 10, 15, 20]

/** The smallest group that may be promised, and some that promise more. */
export function leastOptions(minGroup: number): { value: string; label: string }[] {
  return [minGroup, ...HIGHER.filter((least) => least > minGroup)].map((least) => ({
    value: String(least),
    label: `${least} mensen`,
  }))
}
