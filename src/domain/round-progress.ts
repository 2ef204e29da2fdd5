import { type CrowdBand, crowdBand } from './release-figures.ts'

/**
 * How far a round is, as its organiser may know it before it is closed: about how many people sent their answers in,
 * as it was at `countedAt`. Null with fewer than `k`, also for nobody.
 */
export type ToldProgress = { people: CrowdBand | null; countedAt: Date }

const HOUR = 60 * 60 * 1000

/** Counted at most so often, in hours: whoever looks before and after somebody sends must see no difference. */
export const COUNT_EVERY_HOURS = 24

/** The same as before until a day has passed; only then does what people did since count. */
export function countProgress(
  told: ToldProgress | null,
  { sent, k }: { sent: number; k: number },
  now: Date,
): ToldProgress {
  if (told && now.getTime() - told.countedAt.getTime() < COUNT_EVERY_HOURS * HOUR) return told
  return { people: sent < k ? null : crowdBand(sent, k), countedAt: now }
}
