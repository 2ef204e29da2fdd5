import type { JSX } from 'preact'
import { Mark } from './mark.tsx'

export type NavigationItem = { label: string; href: string; isCurrent?: boolean }

/**
 * The top of every page: a link past it, the mark, and the main menu. `isCurrent` marks the part of the
 * site that the page belongs to.
 */
export function Masthead({
  home,
  navigation,
  content = '#inhoud',
  navigationLabel = 'Hoofdmenu',
}: {
  home: string
  navigation: NavigationItem[]
  content?: string
  navigationLabel?: string
}): JSX.Element {
  return (
    <header class="masthead">
      <a class="skip" href={content}>
        Naar de inhoud
      </a>
      <div class="wrap">
        <Mark href={home} />
        <nav aria-label={navigationLabel}>
          <ul>
            {navigation.map(({ label, href, isCurrent }) => (
              <li key={href}>
                <a href={href} aria-current={isCurrent ? 'true' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}
