import type { JSX } from 'preact'

export type ProgressItem = {
  label: string
  href: string
  done: number
  total: number
  isCurrent?: boolean
  about?: string
}

/** How far one is in each part: "4 van 9" and a bar. With `about` the parts become larger rows. */
export function ProgressList({ items }: { items: ProgressItem[] }): JSX.Element {
  return (
    <ul class="progress">
      {items.map((item) => (
        <li key={item.href}>
          <ProgressRow {...item} />
        </li>
      ))}
    </ul>
  )
}

function ProgressRow({ label, href, done, total, isCurrent, about }: ProgressItem): JSX.Element {
  const share = total === 0 ? 0 : Math.min(Math.max(done / total, 0), 1)
  return (
    <a href={href} class={about ? 'with-about' : undefined} aria-current={isCurrent ? 'true' : undefined}>
      <b>{label}</b> <span class="count">{`${done} van ${total}`}</span>
      {about && <span class="about">{about}</span>}
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.round(share * 1000) / 10} height="4" />
      </svg>
    </a>
  )
}
