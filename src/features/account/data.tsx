import type { JSX } from 'preact'
import { type AccountData, readAccountData } from '#database/account-data.ts'
import type { Catalogue } from '#domain/catalogue.ts'
import { type Choice, findAnswer, statementsOf } from '#domain/instrument.ts'
import { profileChoices } from '#domain/profile.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Details } from '#ui/details.tsx'
import { dutchDate, dutchTime } from '#web/dutch.ts'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireRecentProof } from '#web/require.ts'
import { urls } from '#web/urls.ts'

/** Everything that is kept of somebody, to read. */
export function showData(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async ({ account }) => {
    const { db, catalogue } = c.get('house')
    const data = await readAccountData(db, account.id)
    return page(
      c,
      { title: 'Mijn gegevens', section: 'account' },
      <div class="wrap page stack narrow">
        <h1>Mijn gegevens</h1>
        <p class="lead">Dit is alles wat we van je bewaren. Niemand anders kan deze pagina openen.</p>
        <p>
          <ButtonLink href={urls.accountDataFile.to()}>Download alles als bestand (JSON)</ButtonLink>
        </p>
        <p class="small">
          In dat bestand staat hetzelfde, in een vorm die andere programma’s kunnen lezen. Je wachtwoord en je
          codes staan er niet in: die bewaren we alleen om te controleren of iets klopt.
        </p>
        <Account data={data} catalogue={catalogue} />
        <section class="stack" aria-labelledby="scans">
          <h2 id="scans">{`Scans: ${data.scans.length}`}</h2>
          {data.scans.length === 0 && <p>Er staat geen scan in je account.</p>}
          {data.scans.map((scan) => (
            <ScanData scan={scan} data={data} catalogue={catalogue} key={scan.id} />
          ))}
        </section>
        <Traces data={data} />
        <p>
          <a href={urls.account.to()}>Terug naar je account</a>
        </p>
      </div>,
    )
  })
}

/** The same as a file. */
export function downloadData(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async ({ account }) => {
    const { db, clock } = c.get('house')
    const data = await readAccountData(db, account.id)
    const text = JSON.stringify({ madeAt: clock(), ...data }, null, 2)
    return c.body(text, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="quickscan-mijn-gegevens.json"',
    })
  })
}

function Account({
  data: { accounts },
  catalogue,
}: {
  data: AccountData
  catalogue: Catalogue
}): JSX.Element {
  const none = 'Niet ingevuld'
  const { roles, organisationKinds } = profileChoices(catalogue.current)
  const labelOf = (choices: Choice[], id: string | null) =>
    choices.find((choice) => choice.id === id)?.label ?? id ?? none
  return (
    <section class="stack-small" aria-labelledby="account">
      <h2 id="account">Account</h2>
      <DefinitionList
        items={[
          { term: 'E-mailadres', definition: accounts.address },
          { term: 'Account sinds', definition: moment(accounts.createdAt) },
          { term: 'Laatst ingelogd', definition: moment(accounts.usedAt) },
          { term: 'Naam', definition: accounts.name || none },
          { term: 'Functie', definition: labelOf(roles, accounts.role) },
          { term: 'Organisatie', definition: accounts.organisation || none },
          { term: 'Soort organisatie', definition: labelOf(organisationKinds, accounts.organisationKind) },
        ]}
      />
    </section>
  )
}

const COLUMNS = [{ label: 'Onderwerp' }, { label: 'Antwoord' }, { label: 'Notitie' }]

function ScanData({
  scan,
  data,
  catalogue,
}: {
  scan: AccountData['scans'][number]
  data: AccountData
  catalogue: Catalogue
}): JSX.Element | null {
  const instrument = catalogue.find(scan.instrument, scan.instrumentVersion)
  if (!instrument) return null
  const given = data.scanAnswers.filter(({ scanId }) => scanId === scan.id)
  const rows = statementsOf(instrument).flatMap((statement) => {
    const found = given.find((one) => one.statement === statement.id)
    if (!found) return []
    const label = found.answer
      ? (findAnswer(instrument, found.answer)?.label ?? found.answer)
      : 'Nog niet beantwoord'
    return [[`${statement.number}. ${statement.topic}`, label, found.note]]
  })
  const about = `${instrument.texts.shortTitle}, begonnen op ${dutchDate(scan.startedAt)}`
  return (
    <div class="stack-small">
      <h3>{scan.name ? `${scan.name} · ${about}` : about}</h3>
      <p>
        {scan.finishedAt
          ? `Afgerond op ${moment(scan.finishedAt)}.`
          : `Laatst gewijzigd op ${moment(scan.changedAt)}.`}
      </p>
      {rows.length > 0 && (
        <Details summary={`Antwoorden en notities: ${rows.length}`} context={about}>
          <DataTable caption={`Antwoorden van ${about}`} columns={COLUMNS} rows={rows} />
        </Details>
      )}
    </div>
  )
}

function Traces({ data }: { data: AccountData }): JSX.Element {
  const { recoveryCodes } = data
  const lines = [
    ...data.sessions.map(
      ({ device, createdAt, expiresAt }) =>
        `Ingelogd met ${device} op ${moment(createdAt)}, tot uiterlijk ${moment(expiresAt)}.`,
    ),
    ...data.passkeys.map(({ name, createdAt, usedAt }) =>
      usedAt
        ? `Passkey “${name}” van ${moment(createdAt)}, gebruikt op ${moment(usedAt)}.`
        : `Passkey “${name}” van ${moment(createdAt)}.`,
    ),
    ...data.authenticators.map(({ createdAt, confirmedAt }) =>
      confirmedAt
        ? `App voor codes, staat aan sinds ${moment(confirmedAt)}.`
        : `App voor codes, begonnen op ${moment(createdAt)} en nog niet aan.`,
    ),
    ...(recoveryCodes.left > 0 ? [`Herstelcodes: nog ${recoveryCodes.left}.`] : []),
    ...data.organisationLinks.map(
      ({ issuer, subject, linkedAt }) =>
        `Gekoppeld op ${moment(linkedAt)} aan ${issuer}. Daar heet je ${subject}.`,
    ),
    ...data.mails.map(
      ({ address, requestedAt }) => `Een mail naar ${address} wacht sinds ${moment(requestedAt)}.`,
    ),
    ...data.mailProofs.map(
      ({ address, expiresAt }) => `Een link in een mail naar ${address} werkt tot ${moment(expiresAt)}.`,
    ),
    ...[...data.pendingSignIns, ...data.passkeyChallenges, ...data.organisationAttempts].map(
      ({ expiresAt }) => `Inloggen dat nog niet af is. Het vervalt op ${moment(expiresAt)}.`,
    ),
  ]
  return (
    <section class="stack-small" aria-labelledby="sporen">
      <h2 id="sporen">Inloggen en mail</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function moment(date: Date): string {
  return `${dutchDate(date)}, ${dutchTime(date)}`
}
