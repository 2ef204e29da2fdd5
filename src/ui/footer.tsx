import type { JSX } from 'preact'

/** The bottom of every page: one sentence and the pages about the site itself. */
export function Footer({
  text,
  links,
}: {
  text: string
  links: { label: string; href: string }[]
}): JSX.Element {
  return (
    <footer class="footer">
      <div class="wrap">
        <p>{text}</p>
        <ul>
          {links.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
