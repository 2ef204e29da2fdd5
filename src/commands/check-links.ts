import { join } from 'node:path'
import { listLinkChecks } from '#database/link-checks.ts'
import { isDead } from '#domain/link-check.ts'
import { outgoingLinks } from '#domain/outgoing-links.ts'
import { fetchLink } from '#platform/link-fetcher.ts'
import { checkLinks } from '#src/check-links.ts'
import { loadInstruments } from '#src/load-instruments.ts'
import { readLibrary } from '#src/load-library.ts'
import { projectFolder } from '#src/project-folder.ts'
import { type Command, wrongUse } from './command.ts'
import { openConfigured } from './open-configured.ts'

export const checkLinksCommand: Command = {
  summary: 'tries the links to other people’s pages and prints what came back',
  usage: '[--report]',
  help: 'Asks once for every link that is due, with two seconds between. With --report nothing is asked: it prints what is known. A running QuickScan does this in the background when CHECK_LINKS is on.',
  run: async (rest) => {
    if (rest.some((argument) => argument !== '--report')) return wrongUse(`unknown option: ${rest.join(' ')}`)
    const { db, close } = await openConfigured()
    try {
      const now = () => new Date(Date.now())
      const catalogue = await loadInstruments(db, join(projectFolder, 'instruments'), now())
      const library = readLibrary(join(projectFolder, 'library'))
      const links = outgoingLinks(library, catalogue.current)
      if (rest.length === 0) {
        const checked = await checkLinks(db, links, { ask: fetchLink, clock: now, most: links.length })
        console.log(`${checked.length} of ${links.length} links were due and have been tried`)
      }
      const known = await listLinkChecks(db)
      const rows = links.flatMap((link) => known.get(link) ?? [])
      for (const check of rows.filter(({ outcome }) => outcome !== 'alive')) {
        console.log(`${isDead(check) ? 'DEAD' : check.outcome}\t${check.detail}\t${check.link}`)
      }
      const count = (wanted: string) => rows.filter(({ outcome }) => outcome === wanted).length
      console.log(
        `${count('alive')} alive, ${count('gone')} gone (${rows.filter(isDead).length} of them dead), ${count('unsure')} unsure, ${count('refused')} refused, ${links.length - rows.length} never tried`,
      )
      return 0
    } finally {
      await close()
    }
  },
}
