import type { JSX } from 'preact'
import { isDead, type LinkCheck } from '#domain/link-check.ts'
import { counted } from '#words/dutch.ts'

/** How many links were tried, and how many of those are gone. */
export function TriedLinks({ checks }: { checks: LinkCheck[] }): JSX.Element {
  const tried = checks.length
  const dead = checks.filter(isDead).length
  return (
    <section class="stack-small" aria-labelledby="links">
      <h2 id="links">Links naar andere websites</h2>
      {tried === 0 && (
        <p>
          Er is nog geen link geprobeerd. Met de instelling <code>CHECK_LINKS=on</code> gebeurt dat vanzelf.
        </p>
      )}
      {tried > 0 && dead === 0 && (
        <p>{`${counted(tried, 'link is', 'links zijn')} geprobeerd. Er is er geen weg.`}</p>
      )}
      {dead > 0 && (
        <p>
          {`${counted(tried, 'link is', 'links zijn')} geprobeerd. Weg: ${dead}. Welke dat zijn, zegt `}
          <code>npx quickscan check-links --report</code>.
        </p>
      )}
    </section>
  )
}
