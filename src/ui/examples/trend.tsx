import { Chart } from '#ui/chart.tsx'
import { dutchValue } from '#ui/charts/level-scale.ts'
import type { TrendPoint, TrendScale } from '#ui/charts/trend-line.ts'
import { trendLines } from '#ui/charts/trend-lines.ts'
import { TrendMoves } from '#ui/trend-moves.tsx'
import type { ComponentExamples } from './component-examples.ts'

const labels = ['inactief', 'startend', 'goed op weg', 'gevorderd', 'vergevorderd']
const scale: TrendScale = {
  min: 1,
  max: 5,
  steps: labels.map((label, index) => ({
    at: index + 1,
    label: label.charAt(0).toUpperCase() + label.slice(1),
  })),
}

const known = (value: number, isBroken = false): TrendPoint => ({
  kind: 'known',
  value,
  figure: dutchValue(value),
  word: wordFor(value),
  phrase: `${wordFor(value)} (${dutchValue(value)})`,
  isBroken,
})

const wordFor = (value: number) => labels[Math.round(value) - 1] ?? ''

const points = (value: number): TrendPoint => ({
  kind: 'known',
  value,
  figure: String(value),
  word: 'van 24 punten',
  phrase: `${value} van 24 punten`,
  isBroken: false,
})

export const trendExamples: ComponentExamples[] = [
  {
    component: 'Chart met trendLines',
    examples: [
      {
        name: 'drie momenten, met een breuk en een moment waarop te weinig bekend was',
        render: () => (
          <Chart
            chart={trendLines({
              idPrefix: 'voorbeeld-verloop',
              title: 'Verloop per onderdeel',
              moments: [
                { label: '23 november 2026', lines: ['23 nov', '2026'] },
                { label: '3 maart 2027', lines: ['3 mrt', '2027'] },
                { label: '20 september 2027', lines: ['20 sep', '2027'] },
              ],
              lines: [
                { label: 'Alles samen', scale, points: [known(2.2), known(2.6), known(3.1, true)] },
                { label: 'Overleg', scale, points: [known(1.8), known(2.9), known(3.6)] },
                {
                  label: 'Samenwerken met partners in de wijk',
                  scale,
                  points: [known(3.4), known(2.8), known(2.8, true)],
                },
                {
                  label: 'Afspraken',
                  scale,
                  points: [{ kind: 'unknown', isBroken: false }, known(2), known(3)],
                },
              ],
            })}
            caption="Bij de stippellijn veranderde de scan. Wat ervoor en erna staat, kun je niet vergelijken."
          />
        ),
      },
      {
        name: 'een checklist, twee momenten',
        render: () => (
          <Chart
            chart={trendLines({
              idPrefix: 'voorbeeld-verloop-punten',
              title: 'Verloop',
              moments: [
                { label: '23 november 2026 om 09.05 uur', lines: ['23 nov', '2026', '09.05'] },
                { label: '23 november 2026 om 16.40 uur', lines: ['23 nov', '2026', '16.40'] },
              ],
              lines: [
                {
                  label: 'Alles samen',
                  scale: {
                    min: 0,
                    max: 24,
                    steps: [
                      { at: 0, label: 'Geen punt' },
                      { at: 24, label: 'Alle 24 punten' },
                    ],
                  },
                  points: [points(7), points(11)],
                },
              ],
            })}
          />
        ),
      },
    ],
  },
  {
    component: 'TrendMoves',
    examples: [
      {
        name: 'vooruit, weer onbekend en nog zonder antwoord',
        render: () => (
          <TrendMoves
            levels={5}
            items={[
              {
                label: 'Stelling 3: overleg met partners',
                href: '#voorbeeld-verloop-3',
                words: 'van startend naar gevorderd',
                from: 2,
                to: 4,
              },
              {
                label: 'Stelling 8: afspraken nakomen',
                href: '#voorbeeld-verloop-8',
                words: 'van goed op weg naar onbekend',
                from: 3,
                to: null,
              },
              {
                label: 'Stelling 9: samen vieren',
                href: '#voorbeeld-verloop-9',
                words: 'van zonder antwoord naar startend',
                from: undefined,
                to: 2,
              },
            ]}
          />
        ),
      },
      {
        name: 'punten van een checklist',
        render: () => (
          <TrendMoves
            levels={3}
            mark="tick"
            items={[
              {
                label: 'Punt 1: wie mag meedoen',
                href: '#voorbeeld-verloop-punt',
                words: 'van nee naar deels',
                from: 1,
                to: 2,
              },
            ]}
          />
        ),
      },
    ],
  },
]
