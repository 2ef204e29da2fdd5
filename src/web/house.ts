import type { Context, Hono } from 'hono'
import type { Database, OpenDatabase } from '#database/connect.ts'
import type { Session } from '#database/sessions.ts'
import type { Catalogue } from '#domain/catalogue.ts'
import type { Conversation } from '#domain/conversation.ts'
import type { Library } from '#domain/library.ts'
import type { LinkCheck } from '#domain/link-check.ts'
import type { PasswordStrength } from '#domain/password.ts'
import type { SearchDocument } from '#domain/search-documents.ts'
import type { Synonyms } from '#domain/search-synonyms.ts'
import type { Assets } from '#platform/assets.ts'
import type { AuthenticatorCodes } from '#platform/authenticator.ts'
import type { Clock } from '#platform/clock.ts'
import type { Documents } from '#platform/documents.ts'
import type { Log } from '#platform/log.ts'
import type { OrganisationSignIn } from '#platform/organisation-sign-in.ts'
import type { PasskeyCheck } from '#platform/passkeys.ts'
import type { Passwords } from '#platform/passwords.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Live } from './live.ts'

/** What every handler is given. Made once, in main or by a test; nothing in it belongs to one request. */
export type House = {
  db: Database
  /** Fails when the database does not answer. */
  ping: () => Promise<void>
  catalogue: Catalogue
  library: Library
  /** What helps to talk about an instrument, by its id. */
  conversationOn: (instrument: string) => Conversation
  search: Search
  /** Reads what was published since it was last read, here or by another program. */
  refreshContent: () => Promise<void>
  /** What was found when a link was last tried; undefined when nobody ever did. */
  linkCheck: (link: string) => LinkCheck | undefined
  clock: Clock
  secrets: Secrets
  passwords: Passwords
  measurePassword: (password: string, about: string[]) => Promise<PasswordStrength>
  authenticator: AuthenticatorCodes
  passkeys: PasskeyCheck
  /** Undefined when no provider is configured. */
  organisationSignIn: OrganisationSignIn | undefined
  /** Nothing is told of fewer people than this together. */
  minGroup: number
  /** Whoever changed content does not publish it: somebody else does. */
  needsFourEyes: boolean
  running: Running
  /** Says that mail was asked for, so that it need not wait for the next round. */
  mailWaits: () => void
  /** Tells whoever looks on what changes. */
  live: Live
  /** A picture of a text to point a camera at, as SVG; `title` says what it is to who does not see it. */
  drawQr: (text: string, title: string) => string
  /** Makes PDFs, beside the pages. */
  documents: Documents
  log: Log
  assets: Assets
  site: Site
}

/** What can be found, and under which edition its words stand in the database. */
export type Search = { documents: SearchDocument[]; edition: string; synonyms: Synonyms }

/** What runs here, for whoever keeps it running. */
export type Running = { version: string; database: OpenDatabase['kind'] }

export type Site = {
  /** Where the application is reached from outside, without a slash at the end; unset while developing. */
  publicUrl: string | undefined
  /** What every link in a mail begins with: `publicUrl`, or this machine. Never what a request says of itself. */
  linkBase: string
  contactEmail: string | undefined
  themeClass: string | undefined
  hasTheme: boolean
  /** How many of our own proxies stand between us and the visitor. */
  trustedProxies: number
  /** The page that shows every component; never in production. */
  showsComponents: boolean
}

/** What the server knows of the connection; absent where there is none. */
type Connection = { incoming?: { socket: { remoteAddress?: string } } }

export type Environment = {
  Bindings: Connection
  /** `session` is undefined until somebody asked who is signed in. */
  Variables: { house: House; session: Session | null | undefined }
}
export type RequestContext = Context<Environment>
export type Router = Hono<Environment>
