import { CardList } from '#ui/card-list.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { ProgressList } from '#ui/progress-list.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TipList } from '#ui/tip-list.tsx'
import type { ComponentExamples } from './component-examples.ts'

const parts = [
  { label: 'Overleg', href: '#overleg', done: 4, total: 9, isCurrent: true },
  { label: 'Afspraken', href: '#afspraken', done: 3, total: 3 },
  { label: 'Randvoorwaarden', href: '#randvoorwaarden', done: 0, total: 7 },
]

export const listExamples: ComponentExamples[] = [
  {
    component: 'ProgressList',
    examples: [
      { name: 'naast een pagina', render: () => <ProgressList items={parts} /> },
      {
        name: 'als overzicht',
        render: () => (
          <ProgressList
            items={parts.map(({ isCurrent, ...part }) => ({
              ...part,
              href: `${part.href}-overzicht`,
              about: 'Waar dit onderdeel over gaat, in één zin.',
            }))}
          />
        ),
      },
    ],
  },
  {
    component: 'CardList',
    examples: [
      {
        name: 'gevuld, gemarkeerd en leeg',
        render: () => (
          <CardList
            cards={[
              {
                title: 'Dit staat al stevig',
                items: [
                  { label: 'Een agenda vooraf', detail: 'vergevorderd', href: '#agenda' },
                  { label: 'Letten op de tijd', detail: 'gevorderd', href: '#tijd' },
                ],
              },
              {
                title: 'Hier is ruimte om te groeien',
                items: [
                  { label: 'Iedereen aan het woord', detail: 'inactief', href: '#woord', isMarked: true },
                ],
              },
              {
                title: 'Dit weet je nog niet',
                items: [],
                empty: 'Je wist overal een antwoord op.',
                note: 'Vraag ook eens een collega.',
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'TipList',
    examples: [
      {
        name: 'met en zonder bron',
        render: () => (
          <TipList
            tips={[
              { text: 'Begin met een rondje: wat wil je vandaag weten?', sources: [] },
              {
                label: 'Bij startend',
                text: 'Laat elke week iemand anders het overleg leiden.',
                sources: [
                  {
                    title: 'Beter vergaderen',
                    publisher: 'Voorbeelduitgever',
                    kind: 'training',
                    link: '#bron',
                  },
                ],
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'SummaryList',
    examples: [
      {
        name: 'beantwoord, met notitie, en open',
        render: () => (
          <SummaryList
            items={[
              {
                label: '1. Ons overleg helpt ons verder.',
                value: 'Goed op weg',
                note: 'Vragen aan Noor.',
                href: '#voorbeeld-1',
                context: 'stelling 1',
              },
              {
                label: '2. Wat we afspreken, doen we.',
                value: 'Nog niet beantwoord',
                isOpen: true,
                action: 'Beantwoord',
                href: '#voorbeeld-3',
                context: 'stelling 2',
              },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'DefinitionList',
    examples: [
      {
        name: 'vragen met antwoord',
        render: () => (
          <DefinitionList
            items={[
              { term: 'Hoelang duurt het?', definition: 'Ongeveer tien minuten.' },
              { term: 'Wie ziet het?', definition: 'Alleen jij.' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'DataTable',
    examples: [
      {
        name: 'met getallen',
        render: () => (
          <DataTable
            caption="Niveau per onderdeel"
            columns={[{ label: 'Onderdeel' }, { label: 'Niveau' }, { label: 'Gemiddeld', isNumber: true }]}
            rows={[
              ['Overleg', 'Goed op weg', '3,4'],
              ['Afspraken', 'Te weinig bekend', '–'],
            ]}
          />
        ),
      },
    ],
  },
]
