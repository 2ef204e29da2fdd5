import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { OpenDatabase } from '#database/connect.ts'
import type { Instrument } from '#domain/instrument.ts'
import { readAssets } from '#platform/assets.ts'
import { systemAuthenticator } from '#platform/authenticator.ts'
import { createLog } from '#platform/log.ts'
import { createPasskeyCheck } from '#platform/passkeys.ts'
import { measurePassword } from '#platform/password-strength.ts'
import { createPasswords } from '#platform/passwords.ts'
import { drawQrPicture } from '#platform/qr-picture.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { createApp } from '#src/app.ts'
import { openContent } from '#src/open-content.ts'
import { openDocuments } from '#src/open-documents.ts'
import { projectFolder } from '#src/project-folder.ts'
import type { Environment, House } from '#web/house.ts'
import { createLive } from '#web/live.ts'
import { createVisitor, type Visitor } from './visitor.ts'

/** The real thing at a low cost: a test that signs in a hundred times would otherwise take a minute. */
const quickPasswords = createPasswords({ logN: 4, r: 8, p: 1 })

/** The real application on a real database, with a clock that the test moves and a log that it can read. */
export type TestApp = {
  house: House
  instruments: Instrument[]
  fetch: Hono<Environment>['fetch']
  newVisitor: () => Visitor
  setClock: (moment: string) => void
  logged: () => string
  close: () => Promise<void>
}

export async function startTestApp(database: OpenDatabase, change: Partial<House> = {}): Promise<TestApp> {
  let now = new Date('2026-11-23T13:05:00Z')
  const lines: string[] = []
  const content = await openContent(database.db, projectFolder, () => now)
  const log = createLog('debug', { write: (line: string) => void lines.push(line) })
  const dataDir = mkdtempSync(join(tmpdir(), 'quickscan-documents-'))
  const house: House = {
    db: database.db,
    ping: database.ping,
    ...content,
    linkCheck: () => undefined,
    clock: () => now,
    secrets: systemSecrets,
    passwords: quickPasswords,
    measurePassword,
    authenticator: systemAuthenticator,
    passkeys: createPasskeyCheck('http://localhost'),
    organisationSignIn: undefined,
    minGroup: 5,
    needsFourEyes: false,
    running: { version: '0.0.0-test', database: database.kind },
    mailWaits: () => {},
    live: createLive(database.news, (error) => log.error({ err: error }, 'could not tell what changed')),
    drawQr: drawQrPicture,
    documents: openDocuments({ dataDir, log }),
    log,
    assets: readAssets(join(projectFolder, 'dist/public')),
    site: {
      publicUrl: undefined,
      linkBase: 'http://localhost',
      trustedProxies: 0,
      contactEmail: 'vraag@voorbeeld.nl',
      themeClass: undefined,
      hasTheme: false,
      showsComponents: true,
    },
    ...change,
  }
  const app = createApp(house)
  return {
    house,
    instruments: content.catalogue.current,
    fetch: app.fetch,
    newVisitor: () => createVisitor(app),
    setClock: (moment) => {
      now = new Date(moment)
    },
    logged: () => lines.join(''),
    close: async () => {
      house.live.close()
      house.documents.close()
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
