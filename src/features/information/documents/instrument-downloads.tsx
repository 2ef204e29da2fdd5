import { Fragment, type JSX } from 'preact'
import type { Instrument } from '#domain/instrument.ts'
import { urls } from '#web/urls.ts'
import { wordsFor } from '#words/statement-words.ts'

/** The instrument to take along, as documents and as data. */
export function InstrumentDownloads({
  instrument,
  versions,
}: {
  instrument: Instrument
  /** Every version there is. */
  versions: string[]
}): JSX.Element {
  const { more } = wordsFor(instrument)
  const others = versions.filter((version) => version !== instrument.version)
  const forms = [
    { label: `Alle ${more} (PDF)`, about: 'Kort, om uit te delen.', url: urls.statementsPdf },
    {
      label: `Alle ${more} met uitleg (PDF)`,
      about: 'Met wat elk antwoord betekent.',
      url: urls.explainedPdf,
    },
    { label: 'Alle tips (PDF)', about: 'Met de bronnen erbij.', url: urls.tipsPdf },
    {
      label: 'De hele scan als gegevens (YAML)',
      about: 'Voor andere programma’s.',
      url: urls.instrumentFile,
    },
  ]
  return (
    <section class="stack narrow print-hidden" aria-labelledby="neem-mee">
      <h2 id="neem-mee">Neem het mee</h2>
      <ul class="stack-small">
        {forms.map(({ label, about, url }) => (
          <li key={label}>
            <a href={url.to({ instrument: instrument.id }) + inVersion(instrument.version)}>{label}</a>{' '}
            <span class="muted">{about}</span>
          </li>
        ))}
      </ul>
      <p class="small muted">
        {`Dit is versie ${instrument.version}.`}
        {others.length > 0 && ' Andere versies: '}
        {others.map((version, index) => (
          <Fragment key={version}>
            {index > 0 && ', '}
            <a href={urls.statements.to({ instrument: instrument.id }) + inVersion(version)}>{version}</a>
          </Fragment>
        ))}
      </p>
    </section>
  )
}

function inVersion(version: string): string {
  return `?versie=${encodeURIComponent(version)}`
}
