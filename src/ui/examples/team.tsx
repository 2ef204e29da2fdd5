import { MarkedList } from '#ui/marked-list.tsx'
import { ShareList } from '#ui/share-list.tsx'
import type { ComponentExamples } from './component-examples.ts'

export const teamExamples: ComponentExamples[] = [
  {
    component: 'MarkedList',
    examples: [
      {
        name: 'samen, en wat iemand zelf koos',
        render: () => (
          <MarkedList
            levels={5}
            items={[
              { label: 'Allemaal samen', text: 'goed op weg (3,5)', level: 3 },
              { label: 'Uitvoering', text: 'te weinig bekend', level: null },
              { label: 'Jij', text: 'startend', note: 'alleen jij ziet dit', level: 2, isOwn: true },
            ]}
          />
        ),
      },
      {
        name: 'een checklist, mensen naast elkaar',
        render: () => (
          <MarkedList
            isBeside
            mark="tick"
            levels={3}
            items={[
              { label: 'Noor', text: 'ja', level: 3, isOwn: true },
              { label: 'Karim', text: 'deels', level: 2 },
              { label: 'Een collega met een lange naam, van het wijkteam', text: 'onbekend', level: null },
              { label: 'Ana', text: 'zonder antwoord', level: undefined },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'ShareList',
    examples: [
      {
        name: 'hoe antwoorden verdeeld zijn, in grote lijnen',
        render: () => (
          <ShareList
            items={[
              { label: 'Inactief', steps: 0, words: 'bijna niemand' },
              { label: 'Goed op weg', steps: 2, words: 'ongeveer de helft' },
              { label: 'Vergevorderd', steps: 3, words: 'de meesten' },
            ]}
          />
        ),
      },
    ],
  },
]
