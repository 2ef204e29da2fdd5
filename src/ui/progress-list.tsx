import type { JSX } from 'preact'

export type ProgressItem = {
  label: string
  href: string
  done: number
  total: number
  isCurrent: boolean
  about?: string
}

/** Parts with how far one is: "4 van 9", with the same as a bar. The whole row is the link. */
export function ProgressList({ items }: { items: ProgressItem[] }): JSX.Element {
  return (
    <ul class="progress">
      {items.map(({ label, href, done, total, isCurrent, about }) => (
        <li key={href}>
          <a href={href} {...(isCurrent && { 'aria-current': 'page' as const })}>
            <span class="progress-label">{label}</span>
            <span class="progress-count">{`${done} van ${total}`}</span>
            {about && <span class="progress-about muted small">{about}</span>}
            <svg
              class="bar"
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect class="bar-track" width="100" height="4" />
              <rect class="bar-done" width={(100 * done) / Math.max(total, 1)} height="4" />
            </svg>
          </a>
        </li>
      ))}
    </ul>
  )
}
