import type { JSX } from 'preact'
import { type AccountData, readAccountData } from '#database/account-data.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Details } from '#ui/details.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireRecentProof } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { counted, dutchDate, dutchTime, listed } from '#words/dutch.ts'
import { dayInWords, firstStepInWords, whoAndWhen } from '#words/plan-words.ts'
import { writeDataFile } from './data-file.ts'
import { accountInWords, type ScanInWords, scansInWords } from './data-in-words.ts'

/** Everything that is kept of somebody, to read. */
export function showData(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async ({ account }) => {
    const { db, catalogue } = c.get('house')
    const data = await readAccountData(db, account.id)
    const scans = scansInWords(data, catalogue)
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
        <Account account={accountInWords(data, catalogue)} />
        <section class="stack" aria-labelledby="scans">
          <h2 id="scans">{`Scans: ${scans.length}`}</h2>
          {scans.length === 0 && <p>Er staat geen scan in je account.</p>}
          {scans.map((scan) => (
            <Scan scan={scan} all={scans} key={scan.id} />
          ))}
        </section>
        <Lines id="inloggen" title="Inloggen" lines={[...waysToSignIn(data), ...unfinishedSignIns(data)]} />
        <Lines id="mail" title="Mail" lines={[...mailsUnderway(data), ...mailsAboutPlans(data)]} />
        <Lines id="beheer" title="Beheer" lines={doneAsAdministrator(data)} />
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
    const { db, catalogue, clock } = c.get('house')
    const data = await readAccountData(db, account.id)
    return c.body(writeDataFile(data, catalogue, clock()), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="quickscan-mijn-gegevens.json"',
    })
  })
}

function Account({ account }: { account: ReturnType<typeof accountInWords> }): JSX.Element {
  const none = 'Niet ingevuld'
  return (
    <section class="stack-small" aria-labelledby="account">
      <h2 id="account">Account</h2>
      <DefinitionList
        items={[
          { term: 'E-mailadres', definition: account.address },
          { term: 'Account sinds', definition: moment(account.createdAt) },
          { term: 'Laatst ingelogd', definition: moment(account.usedAt) },
          { term: 'Naam', definition: account.name || none },
          { term: 'Functie', definition: account.roleLabel ?? none },
          { term: 'Organisatie', definition: account.organisation || none },
          { term: 'Soort organisatie', definition: account.organisationKindLabel ?? none },
          ...(account.permission === 'participant'
            ? []
            : [{ term: 'Beheer', definition: PERMISSIONS[account.permission] }]),
        ]}
      />
    </section>
  )
}

const PERMISSIONS = {
  'content-administrator': 'Je mag teksten en links beheren.',
  'functional-administrator': 'Je mag zien of alles het doet.',
}

const COLUMNS = [{ label: 'Onderwerp' }, { label: 'Antwoord' }, { label: 'Notitie' }]
const PLAN_COLUMNS = ['Wat', 'Wie', 'Eerste stap', 'Stand', 'Opmerking'].map((label) => ({ label }))

function Scan({ scan, all }: { scan: ScanInWords; all: ScanInWords[] }): JSX.Element {
  const about = `${scan.instrumentTitle}, begonnen op ${moment(scan.startedAt)}`
  const earlier = all.find(({ id }) => id === scan.startedFrom)
  const background = [scan.roleLabel, scan.organisationKindLabel].filter((label) => label !== null)
  const rows = scan.answers.map(({ statement, number, topic, answerLabel, note }) => [
    number === null ? statement : `${number}. ${topic}`,
    answerLabel ?? 'Nog niet beantwoord',
    note,
  ])
  return (
    <div class="stack-small">
      <h3>{scan.name ? `${scan.name} · ${about}` : about}</h3>
      <p>
        {scan.finishedAt && `Afgerond op ${moment(scan.finishedAt)}. `}
        {`Laatst gewijzigd op ${moment(scan.changedAt)}.`}
      </p>
      {background.length > 0 && <p>{`Vooraf ingevuld: ${background.join(', ')}.`}</p>}
      {earlier && <p>{`Begonnen met de antwoorden van ${dutchDate(earlier.startedAt)}.`}</p>}
      {rows.length > 0 && (
        <Details summary={`Antwoorden en notities: ${rows.length}`} context={about}>
          <DataTable caption={`Antwoorden van ${about}`} columns={COLUMNS} rows={rows} />
        </Details>
      )}
      {scan.plan.length > 0 && (
        <Details summary={`Plan: ${counted(scan.plan.length, 'afspraak', 'afspraken')}`} context={about}>
          <DataTable
            caption={`Plan bij ${about}`}
            columns={PLAN_COLUMNS}
            rows={scan.plan.map((action) => [
              action.what,
              whoAndWhen(action, 'scan'),
              firstStepInWords(action) ?? '',
              action.statusLabel,
              action.remark,
            ])}
          />
        </Details>
      )}
    </div>
  )
}

function Lines({ id, title, lines }: { id: string; title: string; lines: string[] }): JSX.Element | null {
  if (lines.length === 0) return null
  return (
    <section class="stack-small" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function waysToSignIn(data: AccountData): string[] {
  const { left } = data.recoveryCodes
  return [
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
    ...(left > 0 ? [`Herstelcodes: nog ${left}.`] : []),
    ...data.organisationLinks.map(
      ({ issuer, subject, linkedAt }) =>
        `Gekoppeld op ${moment(linkedAt)} aan ${issuer}. Daar heet je ${subject}.`,
    ),
  ]
}

function unfinishedSignIns(data: AccountData): string[] {
  return [...data.pendingSignIns, ...data.passkeyChallenges, ...data.organisationAttempts].map(
    ({ expiresAt }) => `Inloggen dat nog niet af is. Het vervalt op ${moment(expiresAt)}.`,
  )
}

function mailsUnderway(data: AccountData): string[] {
  return [
    ...data.mails.map(
      ({ address, requestedAt }) => `Een mail naar ${address} wacht sinds ${moment(requestedAt)}.`,
    ),
    ...data.mailProofs.map(
      ({ address, expiresAt }) => `Een link in een mail naar ${address} werkt tot ${moment(expiresAt)}.`,
    ),
  ]
}

function mailsAboutPlans({ accounts, planReminders, planDaysTold }: AccountData): string[] {
  const { planLetterOn } = accounts
  const told = (day: string) =>
    planDaysTold.filter(({ toldOn }) => toldOn === day).map((one) => dayInWords(one.day))
  const days = [...new Set(planDaysTold.map(({ toldOn }) => toldOn))]
  return [
    ...planReminders.map(
      ({ groupName, askedAt }) =>
        `Sinds ${moment(askedAt)} krijg je mail over ${groupName ? `het plan van ${groupName}` : 'je eigen plan'}.`,
    ),
    ...days.map((day) => `Op ${dayInWords(day)} mailden we je over ${listed([...new Set(told(day))])}.`),
    ...(planLetterOn ? [`De laatste mail over een plan was op ${dayInWords(planLetterOn)}.`] : []),
  ]
}

function doneAsAdministrator({ draftEditors, auditEntries }: AccountData): string[] {
  const first = auditEntries[0]
  return [
    ...draftEditors.map(({ title }) => `Je werkt mee aan de wijziging “${title}”.`),
    ...(first
      ? [
          `In het logboek van beheer ${auditEntries.length === 1 ? 'staat één regel' : `staan ${auditEntries.length} regels`} met je mailadres, sinds ${moment(first.at)}. Ze staan allemaal in het bestand hieronder.`,
        ]
      : []),
  ]
}

function moment(date: Date): string {
  return `${dutchDate(date)}, ${dutchTime(date)}`
}
