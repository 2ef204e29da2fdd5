import { join } from 'node:path'
import type { Database } from '#database/connect.ts'
import type { Clock } from '#platform/clock.ts'
import type { House, Search } from '#web/house.ts'
import { loadConversations } from './load-conversations.ts'
import { loadInstruments } from './load-instruments.ts'
import { loadLibrary } from './load-library.ts'

/** What there is to read, always as it was published last. */
export type OpenContent = Pick<
  House,
  'catalogue' | 'library' | 'search' | 'conversationOn' | 'refreshContent'
>

/**
 * Takes in what lies in the folder of the project and keeps it near. `refreshContent` reads what was published since:
 * by this program or another, while both run.
 */
export async function openContent(db: Database, folder: string, clock: Clock): Promise<OpenContent> {
  const catalogue = await loadInstruments(db, join(folder, 'instruments'), clock())
  const load = () => loadLibrary(db, join(folder, 'library'), catalogue.current, clock())
  const { library, ...found } = await load()
  let search: Search = found
  return {
    catalogue,
    library,
    conversationOn: loadConversations(join(folder, 'conversations')),
    search: {
      get documents() {
        return search.documents
      },
      get edition() {
        return search.edition
      },
      get synonyms() {
        return search.synonyms
      },
    },
    refreshContent: async () => {
      if (await catalogue.refresh()) search = await load()
    },
  }
}
