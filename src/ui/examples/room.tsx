import { KeyHint } from '#ui/key-hint.tsx'
import { VoteBars } from '#ui/vote-bars.tsx'
import type { ComponentExamples } from './component-examples.ts'

export const roomExamples: ComponentExamples[] = [
  {
    component: 'VoteBars',
    examples: [
      {
        name: 'met aantallen, precies en ruw',
        render: () => (
          <VoteBars
            items={[
              {
                label: 'Dit moet nu',
                words: '5 van de 8',
                bar: { sure: 0.625, possible: 0.625 },
                reasons: ['Wie dit kiest, wil niet langer wachten.'],
              },
              { label: 'Dit kan later dit jaar', words: 'hooguit 2', bar: { sure: 0, possible: 0.25 } },
              { label: 'Dit mag wachten', words: 'hooguit 2', bar: { sure: 0, possible: 0.25 } },
            ]}
          />
        ),
      },
      {
        name: 'als volgorde',
        render: () => (
          <VoteBars
            items={[
              { label: 'Oefen samen met een tolk', words: null, bar: null },
              { label: 'Maak een lijst van tolken', words: null, bar: null },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'KeyHint',
    examples: [
      {
        name: 'een letter en een pijl',
        render: () => (
          <p>
            Schrijf iets op <KeyHint name="N" />, of ga verder <KeyHint name="ArrowRight" />
          </p>
        ),
      },
    ],
  },
]
