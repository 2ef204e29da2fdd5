import type { JSX } from 'preact'
import { Mark } from './mark.tsx'

type Item = { label: string; href: string; isCurrent: boolean }

/** Skip link, mark and main menu. */
export function Masthead({ home, navigation }: { home: string; navigation: Item[] }): JSX.Element {
  return (
    <>
      <a class="skip-link" href="#inhoud">
        Naar de inhoud
      </a>
      <header class="masthead">
        <div class="wrap">
          <a class="mark" href={home}>
            <Mark />
            QuickScan
          </a>
          <nav aria-label="Hoofdmenu">
            <ul>
              {navigation.map(({ label, href, isCurrent }) => (
                <li key={href}>
                  <a href={href} {...(isCurrent && { 'aria-current': 'page' as const })}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
    </>
  )
}
