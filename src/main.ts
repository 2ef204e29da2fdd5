import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { openDatabase } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import { outgoingLinks } from '#domain/outgoing-links.ts'
import { readAssets } from '#platform/assets.ts'
import { systemAuthenticator } from '#platform/authenticator.ts'
import { systemClock } from '#platform/clock.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { fetchLink } from '#platform/link-fetcher.ts'
import { createLog } from '#platform/log.ts'
import { openMailbox } from '#platform/mailbox.ts'
import { createOrganisationSignIn, type OrganisationSignIn } from '#platform/organisation-sign-in.ts'
import { createPasskeyCheck } from '#platform/passkeys.ts'
import { measurePassword } from '#platform/password-strength.ts'
import { createPasswords } from '#platform/passwords.ts'
import { drawQrPicture } from '#platform/qr-picture.ts'
import { systemSecrets } from '#platform/secrets.ts'
import type { House } from '#web/house.ts'
import { createLive } from '#web/live.ts'
import { CONTENT_NEWS, createApp, writeLetter } from './app.ts'
import { applicationVersion } from './application-version.ts'
import { checkLinks } from './check-links.ts'
import { createPostman } from './deliver-mails.ts'
import { keepNothingTooLong } from './keep-nothing-too-long.ts'
import { openLinkState } from './link-state.ts'
import { openContent } from './open-content.ts'
import { openDocuments } from './open-documents.ts'
import { projectFolder } from './project-folder.ts'
import { publishDueDrafts } from './publish-due-drafts.ts'
import { createBenchmarkCalendar } from './release-due-benchmarks.ts'
import { releaseDueUse } from './release-due-use.ts'
import { runJob } from './run-job.ts'
import { tendPlans } from './tend-plans.ts'
import { tendRounds } from './tend-rounds.ts'

const reading = readConfig(process.env)
if (!reading.ok) {
  console.error(`QuickScan cannot start. Mend these settings:\n- ${reading.errors.join('\n- ')}`)
  process.exit(1)
}
const { config } = reading
const log = createLog(config.LOG_LEVEL)
const HOUR = 60 * 60 * 1000
const MINUTE = 60 * 1000
const MAIL_ROUND = 15 * 1000
const TENDING = 5 * 60 * 1000

try {
  await run()
} catch (error) {
  log.fatal({ err: error }, 'QuickScan cannot start')
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function run(): Promise<void> {
  const publicUrl = config.PUBLIC_URL?.replace(/\/$/, '')
  const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR })
  await migrate(database.db, join(projectFolder, 'src/database/migrations'))
  const content = await openContent(database.db, projectFolder, systemClock)
  const { library, catalogue } = content
  const links = await openLinkState(database.db)
  const mailbox = openMailbox({
    smtpUrl: config.SMTP_URL,
    from: config.MAIL_FROM ?? 'QuickScan <quickscan@localhost>',
    folder: join(config.DATA_DIR, 'mail'),
  })
  const linkBase = publicUrl ?? `http://${config.HOST}:${config.PORT}`
  const documents = openDocuments({ dataDir: config.DATA_DIR, log })
  const live = createLive(database.news, (error) => log.error({ err: error }, 'could not tell what changed'))
  let isStopping = false
  const house: House = {
    db: database.db,
    ping: database.ping,
    ...content,
    linkCheck: links.find,
    clock: systemClock,
    secrets: systemSecrets,
    passwords: createPasswords(),
    measurePassword,
    authenticator: systemAuthenticator,
    passkeys: createPasskeyCheck(linkBase),
    organisationSignIn: organisationSignInOf(config),
    minGroup: config.MIN_GROUP,
    needsFourEyes: config.FOUR_EYES === 'on',
    running: { version: applicationVersion(), database: database.kind },
    mailWaits: () => void deliver(),
    live,
    drawQr: drawQrPicture,
    documents,
    log,
    assets: readAssets(join(projectFolder, 'dist/public'), config.THEME_CSS),
    site: {
      publicUrl,
      linkBase,
      trustedProxies: config.TRUSTED_PROXIES,
      contactEmail: config.CONTACT_EMAIL,
      themeClass: config.THEME_CLASS,
      hasTheme: config.THEME_CSS !== undefined,
      showsComponents: config.NODE_ENV !== 'production',
    },
  }
  const app = createApp(house)
  const postman = createPostman({
    db: database.db,
    write: (request) => writeLetter(house, request),
    mailbox,
    clock: systemClock,
    log,
    isStopping: () => isStopping,
  })
  const deliver = () =>
    postman.deliverDue().catch((error: unknown) => log.error({ err: error }, 'could not look for mail'))
  const mailRounds = setInterval(deliver, MAIL_ROUND)
  void deliver()

  const readContent = () =>
    content
      .refreshContent()
      .catch((error: unknown) => log.error({ err: error }, 'could not read what was published'))
  const unfollowContent = database.news.follow(CONTENT_NEWS, () => void readContent())
  const tend = () =>
    runJob(house, { name: 'rounds', failure: 'could not look after the rounds' }, () => tendRounds(house))
  const tendAllPlans = () =>
    runJob(house, { name: 'plans', failure: 'could not look after the plans' }, () => tendPlans(house))
  const tendAll = () => {
    void tend()
    void tendAllPlans()
    // In case word of it was missed.
    void readContent()
  }
  const tending = setInterval(tendAll, TENDING)
  tendAll()

  const publishDue = () =>
    publishDueDrafts(house).catch((error: unknown) =>
      log.error({ err: error }, 'could not look for what is to be published'),
    )
  const publishing = setInterval(publishDue, MINUTE)
  void publishDue()

  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, ({ port }) => {
    console.log(
      `QuickScan listens on ${config.PUBLIC_URL ?? `http://${config.HOST}:${port}`} (${database.kind} database)`,
    )
  })
  const eraseOld = () =>
    runJob(house, { name: 'erasing', failure: 'could not erase what was kept long enough' }, async () => {
      const counts = await keepNothingTooLong(database.db, systemClock(), systemSecrets)
      log.info(counts, 'erased what was kept long enough')
    })
  void eraseOld()

  const benchmarks = createBenchmarkCalendar(house)
  const releaseBenchmarks = () =>
    runJob(house, { name: 'benchmarks', failure: 'could not release a benchmark' }, async () => {
      const outcomes = await benchmarks.releaseDue()
      if (outcomes.length > 0) log.info({ outcomes }, 'benchmarks were due')
    })
  void releaseBenchmarks()
  const countUse = () =>
    runJob(house, { name: 'use', failure: 'could not count the use' }, async () => {
      const told = await releaseDueUse(house)
      if (told !== null) log.info({ told }, 'counted the use of a quarter')
    })
  void countUse()

  let isCheckingLinks = false
  const tryLinks = async () => {
    // A run may take longer than an hour: then the next one waits for its turn.
    if (config.CHECK_LINKS === 'on' && !isCheckingLinks) {
      isCheckingLinks = true
      const options = { ask: fetchLink, clock: systemClock, isStopping: () => isStopping }
      await checkLinks(database.db, outgoingLinks(library, catalogue.current), options).finally(() => {
        isCheckingLinks = false
      })
    }
    if (!isStopping) await links.refresh()
  }
  const everyHour = () => {
    void eraseOld()
    void releaseBenchmarks()
    void countUse()
    void runJob(house, { name: 'links', failure: 'could not check the links' }, tryLinks)
  }
  const hourly = setInterval(everyHour, HOUR)
  const stop = () => {
    if (isStopping) return
    isStopping = true
    clearInterval(hourly)
    clearInterval(mailRounds)
    clearInterval(tending)
    clearInterval(publishing)
    unfollowContent()
    // Requests in flight finish, and so does the letter on its way; what hangs after eight seconds is cut off.
    setTimeout(() => process.exit(1), 8_000).unref()
    server.close(async () => {
      await Promise.race([deliver(), pause(5_000)])
      mailbox.close()
      documents.close()
      await database.close()
      process.exit(0)
    })
    live.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** The configuration has all three or none. */
function organisationSignInOf(config: Config): OrganisationSignIn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config
  if (!issuer || !clientId || !clientSecret) return undefined
  return createOrganisationSignIn({ issuer, clientId, clientSecret })
}
