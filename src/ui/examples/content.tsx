import { EditField } from '#ui/edit-field.tsx'
import { TextChanges } from '#ui/text-changes.tsx'
import type { ComponentExamples } from './component-examples.ts'

export const contentExamples: ComponentExamples[] = [
  {
    component: 'EditField',
    examples: [
      {
        name: 'met iets om naar te kijken',
        render: () => (
          <EditField
            name="voorbeeld-tip"
            label="Tip 2"
            value="Vraag het na."
            was="Vraag het na."
            remarks={['Deze tip staat er al, precies zo. Maak hem anders, of haal er een weg.']}
          />
        ),
      },
      {
        name: 'een regel, die iemand anders ook veranderde',
        render: () => (
          <EditField
            name="voorbeeld-titel"
            label="De titel"
            hint="Hooguit 200 tekens."
            value="Samen werken"
            was="Samenwerken"
            stored="Hoe werken wij samen?"
            remarks={[]}
            isLine
          />
        ),
      },
    ],
  },
  {
    component: 'TextChanges',
    examples: [
      {
        name: 'een woord anders',
        render: () => (
          <TextChanges
            parts={[
              { kind: 'same', text: 'Praat er ' },
              { kind: 'removed', text: 'elke maand' },
              { kind: 'added', text: 'elke week' },
              { kind: 'same', text: ' met elkaar over.' },
            ]}
          />
        ),
      },
    ],
  },
]
