import { examples } from '#ui/examples.tsx'
import type { Router } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'

/** Every component in every state. Only for development and tests. */
export function componentRoutes(router: Router): void {
  router.get(urls.components.pattern, (c) =>
    page(
      c,
      { title: 'Componenten' },
      <div class="wrap page stack-large">
        <h1>Componenten</h1>
        {examples.map(({ component, examples: states }) => (
          <section class="stack" aria-label={component} key={component}>
            <h2>{component}</h2>
            {states.map(({ name, render }) => (
              <div class="stack-small" key={name}>
                <p class="muted small">{name}</p>
                {render()}
              </div>
            ))}
          </section>
        ))}
      </div>,
    ),
  )
}
