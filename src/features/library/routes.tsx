import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { showChapter } from './chapter-page.tsx'
import { showEntry } from './entry-page.tsx'
import { showLibrary } from './library-page.tsx'

/** What others did, wrote and found out; to look around in and to search. */
export function libraryRoutes(router: Router): void {
  router.get(urls.library.pattern, showLibrary)
  router.get(urls.libraryEntry.pattern, showEntry)
  router.get(urls.libraryChapter.pattern, showChapter)
}
