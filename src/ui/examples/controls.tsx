import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { CodeList } from '#ui/code-list.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SaveStatus } from '#ui/save-status.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ComponentExamples } from './component-examples.ts'

const roles = [
  { value: 'klant', label: 'Gesprekken', description: 'Je spreekt zelf klanten.' },
  { value: 'team', label: 'Team', description: 'Je leidt een team of een afdeling.' },
]

const SQUARES =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-label="Voorbeeld van een code">' +
  '<rect width="9" height="9" fill="#fff"/><path d="M2 2h2v2h-2zM5 2h2v2h-2zM2 5h2v2h-2zM5 5h1v1h-1zM6 6h1v1h-1z"/></svg>'

export const controlExamples: ComponentExamples[] = [
  {
    component: 'TextAreaField',
    examples: [
      {
        name: 'met een hint',
        render: () => (
          <TextAreaField
            name="adressen-voorbeeld"
            label="E-mailadressen"
            hint="Elk op een regel, of met komma’s."
            value={'noor@voorbeeld.nl\nsem@voorbeeld.nl'}
          />
        ),
      },
      {
        name: 'met een fout',
        render: () => (
          <TextAreaField
            name="adressen-fout"
            label="E-mailadressen"
            value="noor"
            error="Er staat geen e-mailadres in."
          />
        ),
      },
    ],
  },
  {
    component: 'Button en ButtonLink',
    examples: [
      {
        name: 'gewoon, stil, en met een reden waarom het nog niet kan',
        render: () => (
          <div class="buttons">
            <Button>Bewaar en ga naar Afspraken</Button>
            <Button quiet>Bewaar en stop voor nu</Button>
            <ButtonLink href="#resultaat">Bekijk je resultaat</ButtonLink>
            <Button disabledBecause="Beantwoord eerst een stelling.">Rond af</Button>
          </div>
        ),
      },
    ],
  },
  {
    component: 'TextField',
    examples: [
      {
        name: 'met uitleg',
        render: () => <TextField name="voorbeeld-naam" label="Naam van het plan" hint="Een paar woorden." />,
      },
      {
        name: 'voor een code van een paar cijfers',
        render: () => <TextField name="voorbeeld-cijfers" label="Code" hint="Zes cijfers." isShortCode />,
      },
      {
        name: 'met een fout',
        render: () => (
          <TextField
            name="voorbeeld-code"
            label="Hervatcode"
            hint="Zes groepjes van vier."
            value="7K2M"
            error="Deze code is te kort. Kijk of er een groepje mist."
          />
        ),
      },
    ],
  },
  {
    component: 'QrCode',
    examples: [{ name: 'in een wit vlak', render: () => <QrCode picture={SQUARES} /> }],
  },
  {
    component: 'CodeList',
    examples: [
      {
        name: 'codes om te bewaren',
        render: () => (
          <CodeList codes={['7K2M-9QXD-4HTA-WB3E', 'M4PX-2CJ8-RN6V-TY5G', 'H8DW-6ZKQ-3FSA-9LUE']} />
        ),
      },
    ],
  },
  {
    component: 'CopyField',
    examples: [
      {
        name: 'een link om te kopiëren',
        render: () => (
          <CopyField
            name="voorbeeld-link"
            label="Link"
            hint="Je ziet hem maar één keer."
            value="https://voorbeeld.nl/meedoen/7K2M9QXD4HTAWB3E"
          />
        ),
      },
    ],
  },
  {
    component: 'RadioGroup',
    examples: [
      {
        name: 'met uitleg en een keuze',
        render: () => (
          <RadioGroup
            name="voorbeeld-rol"
            legend="Wat is je rol?"
            hint="Je mag dit overslaan."
            options={roles}
            chosen="team"
          />
        ),
      },
      {
        name: 'zonder toelichting, met een fout',
        render: () => (
          <RadioGroup
            name="voorbeeld-keuze"
            legend="Wil je de scan wissen?"
            options={[
              { value: 'ja', label: 'Ja, wis alles' },
              { value: 'nee', label: 'Nee, ga terug' },
            ]}
            error="Kies ja of nee."
          />
        ),
      },
    ],
  },
  {
    component: 'ErrorSummary',
    examples: [
      {
        name: 'twee fouten, waarvan één met een plek',
        render: () => (
          <ErrorSummary
            kept="Drie andere antwoorden zijn wel bewaard."
            errors={[
              { text: 'Stelling 2: dit antwoord bestaat niet.', href: '#voorbeeld-fout' },
              { text: 'Er was een veld dat we niet kennen.' },
            ]}
            id="voorbeeld-fouten"
            headingLevel={3}
            takesFocus={false}
          />
        ),
      },
    ],
  },
  {
    component: 'Notice',
    examples: [
      { name: 'goed om te weten', render: () => <Notice kind="panel">Alleen jij ziet dit.</Notice> },
      {
        name: 'dit valt op',
        render: () => (
          <Notice kind="pencil">Dit antwoord ligt lager dan de rest. Hier doet een kleine stap veel.</Notice>
        ),
      },
      { name: 'gedaan', render: () => <Notice>Je scan is gewist. Er is niets van bewaard.</Notice> },
    ],
  },
  {
    component: 'CheckboxField',
    examples: [
      {
        name: 'met uitleg',
        render: () => (
          <CheckboxField
            name="voorbeeld-apparaat"
            label="Dit is mijn eigen apparaat"
            description="Dan blijf je 14 dagen ingelogd."
          />
        ),
      },
      {
        name: 'gekozen',
        render: () => <CheckboxField name="voorbeeld-gekozen" label="Deze scan is van mij" isChecked />,
      },
    ],
  },
  {
    component: 'PasswordField',
    examples: [
      {
        name: 'inloggen',
        render: () => <PasswordField name="voorbeeld-wachtwoord" label="Wachtwoord" />,
      },
      {
        name: 'nieuw, te kort',
        render: () => (
          <PasswordField
            name="voorbeeld-nieuw-wachtwoord"
            label="Kies een wachtwoord"
            hint="Ten minste 10 tekens. Een paar losse woorden is goed."
            error="Je wachtwoord is te kort."
            isNew
          />
        ),
      },
    ],
  },
  {
    component: 'Details',
    examples: [
      {
        name: 'dicht',
        render: () => (
          <Details summary="Zo lees je dit resultaat">
            <p>Het is jouw kijk op dit moment.</p>
          </Details>
        ),
      },
      {
        name: 'open',
        render: () => (
          <Details summary="De tips" context="bij stelling 4" isOpen>
            <p>Vraag een collega hoe die het ziet.</p>
          </Details>
        ),
      },
    ],
  },
  {
    component: 'SaveStatus',
    examples: [
      { name: 'nog niets te melden', render: () => <SaveStatus /> },
      { name: 'bewaard', render: () => <SaveStatus text="Bewaard om 14.05" /> },
    ],
  },
]
