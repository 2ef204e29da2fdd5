import { Ladder } from '#ui/ladder.tsx'
import { StatementField } from '#ui/statement-field.tsx'
import type { ComponentExamples } from './component-examples.ts'

const options = [
  { value: '1', label: 'Inactief', description: 'Vergaderen doen we als het moet.', level: 1 },
  { value: '2', label: 'Startend', description: 'Een paar collega’s zetten iets op de agenda.', level: 2 },
  {
    value: '3',
    label: 'Goed op weg',
    description: 'Meestal is er een agenda, en iemand let op de tijd.',
    level: 3,
  },
  {
    value: '4',
    label: 'Gevorderd',
    description: 'Iedereen komt aan het woord en we schrijven op wie wat doet.',
    level: 4,
  },
  {
    value: '5',
    label: 'Vergevorderd',
    description: 'Elk half jaar kijken we samen wat beter kan.',
    level: 5,
  },
  {
    value: 'onbekend',
    label: 'Onbekend of n.v.t.',
    description: 'Ik ben niet bij deze overleggen.',
    level: null,
  },
]

const base = {
  total: 3,
  levels: 5,
  options,
  headingLevel: 3 as const,
  autosaveUrl: '#bewaar',
}

export const statementExamples: ComponentExamples[] = [
  {
    component: 'StatementField',
    examples: [
      {
        name: 'met een antwoord',
        render: () => (
          <StatementField
            {...base}
            name="voorbeeld-1"
            number={1}
            statement="Ons overleg helpt ons verder."
            explanation="Een overleg kost iedereen tijd. Die tijd is goed besteed als je daarna weet wat je gaat doen."
            chosen="3"
          />
        ),
      },
      {
        name: 'met een fout en een notitie',
        render: () => (
          <StatementField
            {...base}
            name="voorbeeld-fout"
            number={2}
            statement="In ons overleg durft iedereen een andere mening te geven."
            explanation="Wie zwijgt, denkt soms het meest. Zo iemand hoor je alleen als je ernaar vraagt."
            note="Vragen aan Noor."
            error="Dit antwoord bestaat niet. Kies een van de antwoorden hieronder."
          />
        ),
      },
      {
        name: 'in een ander venster veranderd, met drie treden',
        render: () => (
          <StatementField
            {...base}
            name="voorbeeld-3"
            number={3}
            levels={3}
            options={options.filter(({ level }) => level === null || level < 4)}
            statement="Wat we afspreken, doen we."
            chosen="onbekend"
            conflict="In een ander venster koos je Startend. Bewaar opnieuw als dit antwoord moet gelden."
          />
        ),
      },
    ],
  },
  {
    component: 'Ladder',
    examples: [
      {
        name: 'onbekend, en elk niveau van vijf',
        render: () => (
          <p>
            {[null, 1, 2, 3, 4, 5].map((level) => (
              <>
                <Ladder level={level} of={5} key={level} />{' '}
              </>
            ))}
          </p>
        ),
      },
      { name: 'drie van zeven', render: () => <Ladder level={3} of={7} /> },
    ],
  },
]
