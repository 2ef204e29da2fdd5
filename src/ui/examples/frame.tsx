import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Columns } from '#ui/columns.tsx'
import { Footer } from '#ui/footer.tsx'
import { Masthead } from '#ui/masthead.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Stack } from '#ui/stack.tsx'
import { StepNavigation } from '#ui/step-navigation.tsx'
import type { ComponentExamples } from './component-examples.ts'

const navigation = [
  { label: 'Mijn scans', href: '#mijn-scans', isCurrent: true },
  { label: 'Stellingen', href: '#stellingen' },
  { label: 'Meer informatie', href: '#meer-informatie' },
]

export const frameExamples: ComponentExamples[] = [
  {
    component: 'Masthead',
    examples: [
      {
        name: 'met drie onderdelen',
        render: () => <Masthead home="#begin" navigation={navigation} navigationLabel="Voorbeeldmenu" />,
      },
    ],
  },
  {
    component: 'Footer',
    examples: [
      {
        name: 'zin en links',
        render: () => (
          <Footer
            text="Gratis en open source."
            links={[
              { label: 'Privacy', href: '#privacy' },
              { label: 'Colofon', href: '#colofon' },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'PageHeading',
    examples: [
      {
        name: 'met inleiding',
        render: () => (
          <PageHeading
            kicker="Voorbeeldscan"
            title="Overleg"
            lead="Drie stellingen over hoe jullie met elkaar praten. Kies wat het meest klopt."
            headingLevel={3}
          />
        ),
      },
    ],
  },
  {
    component: 'Breadcrumbs',
    examples: [
      {
        name: 'één pagina diep',
        render: () => (
          <Breadcrumbs
            items={[{ label: 'Jouw scan', href: '#scan' }]}
            current="Overleg"
            label="Voorbeeld van een kruimelpad"
          />
        ),
      },
    ],
  },
  {
    component: 'StepNavigation',
    examples: [
      {
        name: 'terug en verder',
        render: () => (
          <StepNavigation
            previous={{ label: 'Overleg', href: '#overleg' }}
            next={{ label: 'Afspraken', href: '#afspraken' }}
          />
        ),
      },
    ],
  },
  {
    component: 'Columns',
    examples: [
      {
        name: 'lezen, en ernaast wat helpt',
        render: () => (
          <Columns
            main={
              <Stack>
                <p class="lead">Hier lees je en geef je antwoord.</p>
                <p>De regels zijn nooit langer dan prettig leest.</p>
              </Stack>
            }
            aside={<p class="panel small">Hier staat wat daarbij helpt.</p>}
          />
        ),
      },
    ],
  },
]
