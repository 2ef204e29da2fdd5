import type { JSX } from 'preact'
import type { Scan } from '#domain/scan.ts'
import { ButtonLink } from '#ui/button.tsx'
import { formsOf } from './forms.ts'

/** The result to take along. The files hold what somebody wrote: that is said before they are shared. */
export function TakeAlong({ scan }: { scan: Scan }): JSX.Element {
  const { report, others } = formsOf(scan)
  return (
    <section class="stack narrow print-hidden" aria-labelledby="neem-mee">
      <h2 id="neem-mee">Neem het mee</h2>
      <p>{report.about}</p>
      <p>
        <ButtonLink href={report.href}>{report.label}</ButtonLink>
      </p>
      <ul class="stack-small">
        {others.map(({ label, about, href }) => (
          <li key={href}>
            <a href={href}>{label}</a> <span class="muted">{about}</span>
          </li>
        ))}
      </ul>
      <p class="small muted">Je notities staan er ook in. Denk daaraan als je een bestand deelt.</p>
    </section>
  )
}
