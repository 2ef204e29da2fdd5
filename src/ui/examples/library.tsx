import { Pagination } from '#ui/pagination.tsx'
import { ResultList } from '#ui/result-list.tsx'
import { RowList } from '#ui/row-list.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { ComponentExamples } from './component-examples.ts'

export const libraryExamples: ComponentExamples[] = [
  {
    component: 'SelectField',
    examples: [
      {
        name: 'met een keuze',
        render: () => (
          <SelectField
            name="voorbeeld-thema"
            label="Thema"
            hint="Laat leeg om overal te zoeken."
            chosen="taal"
            options={[
              { value: '', label: 'Alle thema’s' },
              { value: 'taal', label: 'Taal en duidelijke brieven' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'ResultList',
    examples: [
      {
        name: 'met en zonder de plaats',
        render: () => (
          <ResultList
            items={[
              {
                kicker: 'Praktijkvoorbeeld · Voorbeeldstad',
                title: 'Een brief in gewone woorden',
                href: '#brief',
                text: (
                  <>
                    Ze lieten elke <mark>brief</mark> eerst lezen door iemand die hem zou krijgen.
                  </>
                ),
                note: 'Gevonden in de tekst.',
              },
              { kicker: 'Begrip', title: 'Intervisie', href: '#intervisie', text: 'Leren van elkaars werk.' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'RowList',
    examples: [
      {
        name: 'twee wegen verder',
        render: () => (
          <RowList
            items={[
              { title: 'Eerste deel', text: 'Waar dit deel over gaat.', href: '#eerste-deel' },
              { title: 'Tweede deel', text: 'En waar dit over gaat.', href: '#tweede-deel' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Pagination',
    examples: [
      {
        name: 'in het midden',
        render: () => <Pagination page={2} pages={3} hrefOf={(page) => `#bladzijde-${page}`} />,
      },
    ],
  },
]
