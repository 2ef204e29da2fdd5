import type { ComponentChildren, JSX } from 'preact'
import { Footer } from '#ui/footer.tsx'
import { Masthead } from '#ui/masthead.tsx'
import type { House } from './house.ts'
import { urls } from './urls.ts'

export type PageOptions = {
  title: string
  description?: string
  /** The item of the main menu that this page belongs to. */
  section?: 'scan' | 'group' | 'statements' | 'library' | 'information' | 'account'
  scripts?: (
    | 'autosave.js'
    | 'account.js'
    | 'passkey.js'
    | 'document.js'
    | 'room.js'
    | 'editor.js'
    | 'file-field.js'
  )[]
  /** A screen that is looked at together, from far away or on a phone: without the menu and the footer. */
  isRoom?: boolean
  status?: 200 | 202 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503
  /** Pages without anything personal may be kept by the browser and asked for again with their ETag. */
  isPublic?: boolean
}

/** The document around every page: head, masthead, main, footer. */
export function SiteFrame({
  house,
  options,
  children,
}: {
  house: House
  options: PageOptions
  children: ComponentChildren
}): JSX.Element {
  const { assets, site } = house
  const asset = (file: string) => urls.asset.to({ version: assets.version, file })
  const [instrument, ...others] = house.catalogue.current
  const navigation = [
    { label: 'Mijn scans', href: urls.scans.to(), isCurrent: options.section === 'scan' },
    { label: 'Groepen', href: urls.groups.to(), isCurrent: options.section === 'group' },
    ...(instrument
      ? [
          {
            label: 'Stellingen',
            href:
              others.length > 0 ? urls.instruments.to() : urls.statements.to({ instrument: instrument.id }),
            isCurrent: options.section === 'statements',
          },
        ]
      : []),
    ...(house.library.entries.length > 0
      ? [{ label: 'Bibliotheek', href: urls.library.to(), isCurrent: options.section === 'library' }]
      : []),
    {
      label: 'Uitleg',
      href: urls.moreInformation.to(),
      isCurrent: options.section === 'information',
    },
    { label: 'Account', href: urls.account.to(), isCurrent: options.section === 'account' },
  ]
  return (
    <html
      lang="nl"
      class={[site.themeClass, options.isRoom && 'room'].filter(Boolean).join(' ') || undefined}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${options.title} · QuickScan`}</title>
        {options.description && <meta name="description" content={options.description} />}
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" href={asset('font.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={asset('site.css')} />
        {site.hasTheme && <link rel="stylesheet" href={asset('theme.css')} />}
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        {options.scripts?.map((script) => (
          <script src={asset(script)} defer key={script} />
        ))}
      </head>
      <body>
        {!options.isRoom && <Masthead home={urls.home.to()} navigation={navigation} />}
        {options.isRoom ? children : <main id="inhoud">{children}</main>}
        {!options.isRoom && <SiteFooter />}
      </body>
    </html>
  )
}

function SiteFooter(): JSX.Element {
  return (
    <Footer
      text="Gratis en open source. Niemand ziet je antwoorden, tenzij je ze zelf deelt."
      links={[
        { label: 'Privacy', href: urls.privacy.to() },
        { label: 'Toegankelijkheid', href: urls.accessibility.to() },
        { label: 'Colofon', href: urls.colophon.to() },
        { label: 'Contact', href: urls.contact.to() },
      ]}
    />
  )
}
