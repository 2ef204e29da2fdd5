import { Client } from 'pg'

/** On which channel of PostgreSQL the programs on one database tell each other what changed. */
export const NEWS_CHANNEL = 'quickscan_news'

/** Word of what changed, from every program on the same database. */
export type News = {
  /**
   * Calls `hear` after each change of the subject, as soon as it is committed, and after a moment in which word may
   * have been missed. Gives what ends it.
   */
  follow: (subject: string, hear: () => void) => () => void
}

/** Who follows what in this program. `isWanted` is called when the first one comes. */
export function createSwitchboard(isWanted: () => void = () => {}) {
  const followers = new Map<string, Set<() => void>>()
  const news: News = {
    follow: (subject, hear) => {
      const others = followers.get(subject) ?? new Set()
      followers.set(subject, others.add(hear))
      isWanted()
      return () => {
        others.delete(hear)
        if (others.size === 0 && followers.get(subject) === others) followers.delete(subject)
      }
    },
  }
  const tell = (subject: string) => {
    for (const hear of [...(followers.get(subject) ?? [])]) hear()
  }
  const tellAll = () => {
    for (const subject of [...followers.keys()]) tell(subject)
  }
  return { news, tell, tellAll, hasFollowers: () => followers.size > 0 }
}

const TRY_AGAIN_AFTER = 1_000
const CONNECT_LIMIT = 2_000
/** A connection that says nothing is asked after so long, in milliseconds: a cut cable makes no sound. */
const QUIET = 10_000

/**
 * Listens on a connection of its own, from the first follower on. Lost, it comes back by itself; then everybody hears,
 * because something may have been missed.
 */
export function openPostgresqlNews(databaseUrl: string): { news: News; close: () => Promise<void> } {
  let client: Client | undefined
  let isClosed = false
  let retry: NodeJS.Timeout | undefined

  const listen = async () => {
    if (client || isClosed) return
    const fresh = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: CONNECT_LIMIT,
      keepAlive: true,
      keepAliveInitialDelayMillis: QUIET,
    })
    client = fresh
    const lose = () => {
      if (client !== fresh) return
      client = undefined
      fresh.end().catch(() => {})
      if (!isClosed && board.hasFollowers()) retry = setTimeout(listen, TRY_AGAIN_AFTER)
    }
    fresh.on('error', lose)
    fresh.on('end', lose)
    fresh.on('notification', ({ payload }) => board.tell(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${NEWS_CHANNEL}`)
      board.tellAll()
    } catch {
      lose()
    }
  }
  const board = createSwitchboard(() => void listen())
  return {
    news: board.news,
    close: async () => {
      isClosed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
