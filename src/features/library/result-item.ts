import type { SearchTarget } from '#domain/search-documents.ts'
import { urls } from '#web/urls.ts'
import { capitalised } from '#words/dutch.ts'
import { wordFor } from '#words/library-words.ts'
import { wordsFor } from '#words/statement-words.ts'

/** Where something that was found stands. */
export function addressOf(target: SearchTarget): string {
  switch (target.type) {
    case 'entry':
      return urls.libraryEntry.to({ entry: target.entry.id })
    case 'section':
      return sectionAddress(target.guide.id, target.chapter?.id, target.section.id)
    case 'statement':
      return `${urls.statements.to({ instrument: target.instrument.id })}#${target.statement.id}`
  }
}

export function sectionAddress(guide: string, chapter: string | undefined, section: string): string {
  const page = chapter
    ? urls.libraryChapter.to({ entry: guide, chapter })
    : urls.libraryEntry.to({ entry: guide })
  return `${page}#${section}`
}

/** What it is, in a few words: "Training · KIS", "Stelling 8 · QuickScan". */
export function kickerOf(target: SearchTarget): string {
  switch (target.type) {
    case 'entry': {
      const { entry } = target
      const by =
        entry.kind === 'source' ? entry.publisher : entry.kind === 'practice' ? entry.place : undefined
      return [wordFor(entry), by === entry.title ? undefined : by].filter(Boolean).join(' · ')
    }
    case 'section':
      return ['Gids', target.guide.title, target.chapter?.title].filter(Boolean).join(' · ')
    case 'statement':
      return `${capitalised(wordsFor(target.instrument).one)} ${target.statement.number} · ${target.instrument.texts.shortTitle}`
  }
}

/** What there is to say about it when nothing was looked for. */
export function summaryOf(target: SearchTarget): string {
  switch (target.type) {
    case 'entry':
      return target.entry.summary
    case 'section':
      return target.section.text[0] ?? ''
    case 'statement':
      return target.statement.statement
  }
}
