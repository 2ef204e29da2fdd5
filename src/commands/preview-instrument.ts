import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { openDatabase } from '#database/connect.ts'
import { publishInstrumentVersion } from '#database/instruments.ts'
import { migrate } from '#database/migrate.ts'
import { createCatalogue } from '#domain/catalogue.ts'
import { NO_CONVERSATION } from '#domain/conversation.ts'
import { emptyLibrary } from '#domain/library.ts'
import { contentHash, inLanguage, type PublishedInstrument } from '#domain/published-instrument.ts'
import { readAssets } from '#platform/assets.ts'
import { systemAuthenticator } from '#platform/authenticator.ts'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { createPasskeyCheck } from '#platform/passkeys.ts'
import { measurePassword } from '#platform/password-strength.ts'
import { createPasswords } from '#platform/passwords.ts'
import { drawQrPicture } from '#platform/qr-picture.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { createApp } from '#src/app.ts'
import { applicationVersion } from '#src/application-version.ts'
import { openDocuments } from '#src/open-documents.ts'
import { projectFolder } from '#src/project-folder.ts'
import { readInstrument } from '#src/read-instrument.ts'
import { createLive } from '#web/live.ts'
import { type Command, wrongUse } from './command.ts'

export const previewInstrumentCommand: Command = {
  summary: 'opens an instrument in the browser, in a database that is thrown away',
  usage: 'FOLDER [PORT]',
  help: 'Walk through it as a participant will: read, fill in, look at the result. Stop with Ctrl+C; nothing is kept. The port is 3001 unless you say so.',
  run: async ([folder, port = '3001', ...others]) => {
    if (!folder || folder.startsWith('-') || others.length > 0 || !/^\d{1,5}$/.test(port)) {
      return wrongUse('say which folder, and a port if you like')
    }
    const reading = readInstrument(folder)
    if ('findings' in reading) {
      for (const { file, line, problem, remedy } of reading.findings)
        console.error(`${file}:${line} ${problem}. Remedy: ${remedy}.`)
      return 1
    }
    await preview(reading.content, Number(port))
    return 0
  },
}

async function preview(content: PublishedInstrument, port: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'quickscan-preview-'))
  const database = await openDatabase({ dataDir })
  const log = createLog('error')
  const documents = openDocuments({ dataDir, log })
  const live = createLive(database.news, (error) => log.error({ err: error }, 'could not tell what changed'))
  try {
    await migrate(database.db, join(projectFolder, 'src/database/migrations'))
    const { id: instrument, version } = content.structure
    await publishInstrumentVersion(database.db, {
      instrument,
      version,
      contentHash: contentHash(content),
      content,
      publishedAt: systemClock(),
    })
    const app = createApp({
      db: database.db,
      ping: database.ping,
      catalogue: createCatalogue([inLanguage(content, 'nl')]),
      library: emptyLibrary,
      search: { documents: [], edition: '', synonyms: new Map() },
      conversationOn: () => NO_CONVERSATION,
      refreshContent: async () => {},
      linkCheck: () => undefined,
      clock: systemClock,
      secrets: systemSecrets,
      passwords: createPasswords(),
      measurePassword,
      authenticator: systemAuthenticator,
      passkeys: createPasskeyCheck(`http://localhost:${port}`),
      organisationSignIn: undefined,
      minGroup: 5,
      needsFourEyes: false,
      running: { version: applicationVersion(), database: database.kind },
      // Nobody sends it: a preview is for looking.
      mailWaits: () => {},
      live,
      drawQr: drawQrPicture,
      documents,
      log,
      assets: readAssets(join(projectFolder, 'dist/public'), undefined),
      site: {
        publicUrl: undefined,
        linkBase: `http://localhost:${port}`,
        trustedProxies: 0,
        contactEmail: undefined,
        themeClass: undefined,
        hasTheme: false,
        showsComponents: false,
      },
    })
    const server = serve({ fetch: app.fetch, port, hostname: 'localhost' }, (address) => {
      console.log(`http://localhost:${address.port}/instrumenten/${instrument} (stop with Ctrl+C)`)
    })
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(server, 'error').then(fail)])
    await new Promise((resolve) => server.close(resolve))
  } finally {
    live.close()
    documents.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function fail([error]: unknown[]): never {
  throw error
}
