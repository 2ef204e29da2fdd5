import type { Context, Hono } from 'hono'
import type { Database } from '#database/connect.ts'
import type { Catalogue } from '#domain/catalogue.ts'
import type { Library } from '#domain/library.ts'
import type { LinkCheck } from '#domain/link-check.ts'
import type { SearchDocument } from '#domain/search-documents.ts'
import type { Synonyms } from '#domain/search-synonyms.ts'
import type { Assets } from '#platform/assets.ts'
import type { Clock } from '#platform/clock.ts'
import type { Log } from '#platform/log.ts'
import type { Secrets } from '#platform/secrets.ts'

/** What every handler is given. Made once, in main or by a test; nothing in it belongs to one request. */
export type House = {
  db: Database
  /** Fails when the database does not answer. */
  ping: () => Promise<void>
  catalogue: Catalogue
  library: Library
  search: Search
  /** What was found when a link was last tried; undefined when nobody ever did. */
  linkCheck: (link: string) => LinkCheck | undefined
  clock: Clock
  secrets: Secrets
  log: Log
  assets: Assets
  site: Site
}

/** What can be found, and under which edition its words stand in the database. */
export type Search = { documents: SearchDocument[]; edition: string; synonyms: Synonyms }

export type Site = {
  /** Where the application is reached from outside, without a slash at the end; unset while developing. */
  publicUrl: string | undefined
  contactEmail: string | undefined
  themeClass: string | undefined
  hasTheme: boolean
  /** The page that shows every component; never in production. */
  showsComponents: boolean
}

export type Environment = { Variables: { house: House } }
export type RequestContext = Context<Environment>
export type Router = Hono<Environment>
