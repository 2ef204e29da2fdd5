import type { Database } from '#database/connect.ts'
import { listLinkChecks } from '#database/link-checks.ts'
import type { LinkCheck } from '#domain/link-check.ts'

export type LinkState = {
  find: (link: string) => LinkCheck | undefined
  /** Reads again what any node has found. */
  refresh: () => Promise<void>
}

/** What is known of the links, kept near: pages ask for it far more often than it changes. */
export async function openLinkState(db: Database): Promise<LinkState> {
  let known = await listLinkChecks(db)
  return {
    find: (link) => known.get(link),
    refresh: async () => {
      known = await listLinkChecks(db)
    },
  }
}
