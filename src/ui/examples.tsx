import type { JSX } from 'preact'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button, ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { Chart } from './chart.tsx'
import { levelBars } from './charts/level-bars.ts'
import { DataTable } from './data-table.tsx'
import { Details } from './details.tsx'
import { LadderDrawing, PlanDrawing, TalkDrawing } from './drawings/steps.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Ladder } from './ladder.tsx'
import { Notice } from './notice.tsx'
import { ProgressList } from './progress-list.tsx'
import { RadioGroup } from './radio-group.tsx'
import { StatementField } from './statement-field.tsx'
import { StepUp } from './step-up.tsx'
import { SummaryList } from './summary-list.tsx'
import { TextField } from './text-field.tsx'
import { TipList } from './tip-list.tsx'

export type ComponentExamples = { component: string; examples: { name: string; render: () => JSX.Element }[] }

const LABELS = ['Nooit', 'Soms', 'Vaak', 'Meestal', 'Altijd']

const statement = (name: string, change: { chosen?: string; note?: string; error?: string } = {}) => (
  <StatementField
    name={name}
    noteName={`${name}-notitie`}
    number={2}
    total={12}
    statement="Wij lunchen samen."
    explanation="Samen eten is een rustig moment. Je hoort er wat er speelt, zonder agenda."
    options={[
      ...LABELS.map((label, index) => ({
        value: String(index + 1),
        label,
        description: `Zo gaat het als we het ${label.toLowerCase()} doen.`,
        level: index + 1,
      })),
      { value: 'onbekend', label: 'Onbekend of n.v.t.', description: 'Ik ben er nooit bij.', level: null },
    ]}
    levels={LABELS.length}
    chosen={change.chosen ?? null}
    note={change.note ?? ''}
    noteLength={500}
    {...(change.error && { error: change.error })}
  />
)

const chart = (idPrefix: string, bars: { label: string; value: number | null; word: string }[]) => (
  <Chart
    chart={levelBars({ idPrefix, title: 'Samen eten', scale: { min: 1, max: 5, labels: LABELS }, bars })}
    caption="De schaal loopt van 1 tot 5."
  />
)

/** Every component in its states: for the page that shows them, and for the tests. */
export const examples: ComponentExamples[] = [
  {
    component: 'Knoppen',
    examples: [
      { name: 'gewoon', render: () => <Button>Bewaar en ga verder</Button> },
      { name: 'rustig', render: () => <Button quiet>Bewaar en stop voor nu</Button> },
      { name: 'als link', render: () => <ButtonLink href="#inhoud">Bekijk het resultaat</ButtonLink> },
    ],
  },
  {
    component: 'Stelling',
    examples: [
      { name: 'leeg', render: () => statement('leeg') },
      {
        name: 'beantwoord, met een notitie',
        render: () => statement('vol', { chosen: '3', note: 'Vraag het Sanne.' }),
      },
      { name: 'onbekend', render: () => statement('weetniet', { chosen: 'onbekend' }) },
      {
        name: 'met een fout',
        render: () => statement('fout', { error: 'Dit antwoord bestaat niet. Kies een ander.' }),
      },
    ],
  },
  {
    component: 'Ladder',
    examples: [
      { name: 'nul van vijf', render: () => <Ladder level={0} of={5} /> },
      { name: 'drie van vijf', render: () => <Ladder level={3} of={5} /> },
      { name: 'twee van drie', render: () => <Ladder level={2} of={3} /> },
      { name: 'onbekend', render: () => <Ladder level={null} of={5} /> },
    ],
  },
  {
    component: 'Voortgang',
    examples: [
      {
        name: 'leeg, bezig en af',
        render: () => (
          <ProgressList
            items={[
              { label: 'Ontbijt', href: '#a', done: 0, total: 4, isCurrent: false },
              { label: 'Lunch', href: '#b', done: 2, total: 4, isCurrent: true },
              {
                label: 'Diner',
                href: '#c',
                done: 4,
                total: 4,
                isCurrent: false,
                about: 'Het laatste maal van de dag.',
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Fouten en opmerkingen',
    examples: [
      {
        name: 'samenvatting van fouten',
        render: () => (
          <ErrorSummary
            title="Niet alles kon bewaard worden"
            kept="1 andere wijziging is wel bewaard."
            errors={[{ text: 'Stelling 2: dit antwoord bestaat niet.', href: '#fout' }]}
          />
        ),
      },
      { name: 'opmerking', render: () => <Notice>Je scan is gewist.</Notice> },
      { name: 'met potlood', render: () => <Notice kind="pencil">Dit valt op.</Notice> },
    ],
  },
  {
    component: 'Velden',
    examples: [
      {
        name: 'keuze',
        render: () => (
          <RadioGroup
            name="maal"
            legend="Welk maal?"
            options={[
              { value: 'ontbijt', label: 'Ontbijt' },
              { value: 'lunch', label: 'Lunch', description: 'Tussen de middag.' },
            ]}
          />
        ),
      },
      {
        name: 'tekst',
        render: () => <TextField name="naam" label="Naam" hint="Zoals op de kaart." value="" />,
      },
      {
        name: 'tekst met een fout',
        render: () => (
          <TextField name="code" label="Code" hint="Zes tekens." value="12" error="Er missen vier tekens." />
        ),
      },
    ],
  },
  {
    component: 'Antwoorden nakijken',
    examples: [
      {
        name: 'beantwoord en open',
        render: () => (
          <SummaryList
            items={[
              {
                label: '1. Wij lunchen samen.',
                value: 'Vaak',
                isOpen: false,
                note: 'Vraag het Sanne.',
                href: '#een',
                action: 'Wijzig',
                context: 'stelling 1',
              },
              {
                label: '2. Wij wandelen samen.',
                value: 'Nog niet beantwoord',
                isOpen: true,
                href: '#twee',
                action: 'Beantwoord',
                context: 'stelling 2',
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Grafiek en tabel',
    examples: [
      {
        name: 'balken',
        render: () =>
          chart('balken', [
            { label: 'Ontbijt', value: 3.4, word: 'vaak' },
            { label: 'Lunch', value: 5, word: 'altijd' },
            { label: 'Diner', value: 1, word: 'nooit' },
            { label: 'Tussendoor', value: null, word: 'te weinig bekend' },
          ]),
      },
      {
        name: 'tabel',
        render: () => (
          <DataTable
            caption="Dezelfde cijfers als tabel"
            columns={[{ label: 'Maal' }, { label: 'Niveau' }, { label: 'Gemiddeld', isNumber: true }]}
            rows={[
              ['Ontbijt', 'Vaak', '3,4'],
              ['Lunch', 'Altijd', '5,0'],
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Resultaat',
    examples: [
      {
        name: 'wat opvalt',
        render: () => (
          <CardList
            cards={[
              {
                title: 'Dit staat al stevig',
                items: [{ label: 'Lunch', detail: 'altijd', href: '#lunch' }],
                empty: '',
              },
              {
                title: 'Hier is ruimte',
                items: [{ label: 'Diner', detail: 'nooit', href: '#diner', isMarked: true }],
                empty: '',
              },
              { title: 'Dit weet je nog niet', items: [], empty: 'Je wist overal een antwoord op.' },
            ]}
          />
        ),
      },
      {
        name: 'een trede hoger',
        render: () => (
          <StepUp level={4} levels={5} title="Een trede hoger: meestal." text="We eten vier dagen samen." />
        ),
      },
      {
        name: 'tips',
        render: () => (
          <TipList
            tips={[
              { text: 'Dek de tafel een kwartier van tevoren.', sources: [] },
              {
                text: 'Lees hoe anderen het doen.',
                label: 'Bij soms en vaak',
                sources: [
                  {
                    title: 'Samen eten',
                    publisher: 'De Lepel',
                    kind: 'publicatie',
                    link: 'https://example.org/',
                  },
                  { title: 'Uit het hoofd', kind: 'training' },
                ],
              },
            ]}
          />
        ),
      },
      { name: 'uitklappen', render: () => <Details summary="Zo lees je dit">Rustig.</Details> },
      {
        name: 'waar ben je',
        render: () => <Breadcrumbs items={[{ label: 'Scan', href: '#scan' }]} current="Lunch" />,
      },
    ],
  },
  {
    component: 'Tekeningen',
    examples: [
      { name: 'invullen', render: () => <LadderDrawing /> },
      { name: 'praten', render: () => <TalkDrawing /> },
      { name: 'plannen', render: () => <PlanDrawing /> },
    ],
  },
]
