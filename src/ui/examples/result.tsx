import { ButtonLink } from '#ui/button.tsx'
import { Chart } from '#ui/chart.tsx'
import { levelBars } from '#ui/charts/level-bars.ts'
import { tickRows } from '#ui/charts/tick-rows.ts'
import { LadderDrawing, PlanDrawing, TalkDrawing } from '#ui/drawings/steps.tsx'
import { LevelSummary } from '#ui/level-summary.tsx'
import { Runs } from '#ui/runs.tsx'
import { StepUp } from '#ui/step-up.tsx'
import { TickGrid } from '#ui/tick-grid.tsx'
import type { ComponentExamples } from './component-examples.ts'

const scale = { min: 1, max: 5, labels: ['Inactief', 'Startend', 'Goed op weg', 'Gevorderd', 'Vergevorderd'] }

export const resultExamples: ComponentExamples[] = [
  {
    component: 'LevelSummary',
    examples: [
      {
        name: 'niveau 3 van 5',
        render: () => (
          <LevelSummary
            level={3}
            levels={5}
            kicker="Jouw scan van 22 november 2026"
            heading={
              <>
                Jullie team is <em>goed op weg</em>
              </>
            }
            headingLevel={3}
          >
            <p class="lead">
              Sterk in <b>Afspraken</b>. De meeste ruimte zit in <b>Randvoorwaarden</b>.
            </p>
            <div class="buttons">
              <ButtonLink href="#opvallend">Bekijk wat opvalt</ButtonLink>
            </div>
          </LevelSummary>
        ),
      },
      {
        name: 'nog te weinig bekend, met vier treden',
        render: () => (
          <LevelSummary level={null} levels={4} heading="Er is nog te weinig bekend" headingLevel={3} />
        ),
      },
    ],
  },
  {
    component: 'Chart met levelBars',
    examples: [
      {
        name: 'met een onderdeel waarover te weinig bekend is',
        render: () => (
          <Chart
            chart={levelBars({
              idPrefix: 'voorbeeld-balken',
              title: 'Niveau per onderdeel',
              scale,
              bars: [
                { label: 'Overleg', value: 3.4, word: 'goed op weg' },
                { label: 'Samenwerken met partners in de wijk', value: 4.8, word: 'vergevorderd' },
                { label: 'Randvoorwaarden', value: 1, word: 'inactief' },
                { label: 'Afspraken', value: null, word: 'te weinig bekend' },
              ],
            })}
            caption="De schaal loopt van 1 (inactief) tot 5 (vergevorderd)."
          />
        ),
      },
    ],
  },
  {
    component: 'Chart met tickRows',
    examples: [
      {
        name: 'een checklist, met een onderdeel van 25 punten',
        render: () => (
          <Chart
            chart={tickRows({
              idPrefix: 'voorbeeld-vakjes',
              title: 'Wat er staat, per onderdeel',
              rows: [
                {
                  label: 'Overleg',
                  ticks: ['full', 'full', 'half', 'empty', 'unknown', 'open'],
                  words: '2 ja, 1 deels, 1 nee, 1 onbekend, 1 zonder antwoord',
                },
                {
                  label: 'Samenwerken met partners in de wijk',
                  ticks: Array.from({ length: 25 }, (_, index) => (index < 18 ? 'full' : 'half')),
                  words: '18 ja, 7 deels',
                },
              ],
            })}
            caption="Elk vakje is één punt."
          />
        ),
      },
    ],
  },
  {
    component: 'TickGrid',
    examples: [
      {
        name: 'zeven punten',
        render: () => (
          <TickGrid
            ticks={['full', 'full', 'full', 'half', 'empty', 'unknown', 'open']}
            label="3 ja, 1 deels, 1 nee, 1 onbekend, 1 zonder antwoord"
          />
        ),
      },
    ],
  },
  {
    component: 'StepUp',
    examples: [
      {
        name: 'naar de vierde trede',
        render: () => (
          <StepUp
            level={4}
            levels={5}
            text={[
              { text: 'Een trede hoger: gevorderd.', isBold: true },
              { text: ' Iedereen komt aan het woord en we schrijven op wie wat doet.' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'Runs',
    examples: [
      {
        name: 'een zin met een vet woord en een link',
        render: () => (
          <p>
            <Runs
              runs={[
                { text: 'Sterk in ' },
                { text: 'Proces', isBold: true },
                { text: '. Lees ' },
                { text: 'hoe je dit leest', link: '#uitleg' },
                { text: '.' },
              ]}
            />
          </p>
        ),
      },
    ],
  },
  {
    component: 'Drawings',
    examples: [
      {
        name: 'de drie stappen',
        render: () => (
          <div class="buttons">
            <LadderDrawing />
            <TalkDrawing />
            <PlanDrawing />
          </div>
        ),
      },
    ],
  },
]
