import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { openDatabase } from '#database/connect.ts'
import { eraseOldScans } from '#database/erasure.ts'
import { migrate } from '#database/migrate.ts'
import { retentionLimits } from '#domain/retention.ts'
import { readAssets } from '#platform/assets.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { fetchLink } from '#platform/link-fetcher.ts'
import { createLog } from '#platform/log.ts'
import { systemSecrets } from '#platform/secrets.ts'
import { createApp } from './app.ts'
import { checkLinks, linksOf } from './check-links.ts'
import { openLinkState } from './link-state.ts'
import { loadInstruments } from './load-instruments.ts'
import { loadLibrary } from './load-library.ts'
import { projectFolder } from './project-folder.ts'

const reading = readConfig(process.env)
if (!reading.ok) {
  console.error(`QuickScan cannot start. Mend these settings:\n- ${reading.errors.join('\n- ')}`)
  process.exit(1)
}
const { config } = reading
const log = createLog(config.LOG_LEVEL)
const HOUR = 60 * 60 * 1000

try {
  await run()
} catch (error) {
  log.fatal({ err: error }, 'QuickScan cannot start')
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function run(): Promise<void> {
  const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR })
  await migrate(database.db, join(projectFolder, 'src/database/migrations'))
  const catalogue = await loadInstruments(database.db, join(projectFolder, 'instruments'), systemClock())
  const { library, ...search } = await loadLibrary(
    database.db,
    join(projectFolder, 'library'),
    catalogue.current,
    systemClock(),
  )
  const links = await openLinkState(database.db)
  const app = createApp({
    db: database.db,
    ping: database.ping,
    catalogue,
    library,
    search,
    linkCheck: links.find,
    clock: systemClock,
    secrets: systemSecrets,
    log,
    assets: readAssets(join(projectFolder, 'dist/public'), config.THEME_CSS),
    site: {
      publicUrl: config.PUBLIC_URL?.replace(/\/$/, ''),
      contactEmail: config.CONTACT_EMAIL,
      themeClass: config.THEME_CLASS,
      hasTheme: config.THEME_CSS !== undefined,
      showsComponents: config.NODE_ENV !== 'production',
    },
  })

  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, ({ port }) => {
    console.log(
      `QuickScan listens on ${config.PUBLIC_URL ?? `http://${config.HOST}:${port}`} (${database.kind} database)`,
    )
  })
  const eraseOld = () =>
    eraseOldScans(database.db, retentionLimits(systemClock())).then(
      (count) => count > 0 && log.info({ count }, 'erased scans that were kept long enough'),
      (error: unknown) => log.error({ err: error }, 'could not erase old scans'),
    )
  void eraseOld()

  let isStopping = false
  let isCheckingLinks = false
  const tryLinks = async () => {
    // A run may take longer than an hour: then the next one waits for its turn.
    if (config.CHECK_LINKS === 'on' && !isCheckingLinks) {
      isCheckingLinks = true
      const options = { ask: fetchLink, clock: systemClock, isStopping: () => isStopping }
      await checkLinks(database.db, linksOf(library, catalogue.current), options).finally(() => {
        isCheckingLinks = false
      })
    }
    if (!isStopping) await links.refresh()
  }
  const everyHour = () => {
    void eraseOld()
    tryLinks().catch((error: unknown) => log.error({ err: error }, 'could not check the links'))
  }
  const hourly = setInterval(everyHour, HOUR)
  const stop = () => {
    if (isStopping) return
    isStopping = true
    clearInterval(hourly)
    // Requests in flight finish; whatever still hangs after eight seconds is cut off.
    setTimeout(() => process.exit(1), 8_000).unref()
    server.close(() => void database.close().then(() => process.exit(0)))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
