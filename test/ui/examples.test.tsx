import { readdirSync, readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '#src/project-folder.ts'
import { examples } from '#ui/examples.tsx'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'no-trailing-whitespace': 'off', 'no-implicit-button-type': 'error' },
})

const all = examples.flatMap(({ component, examples: states }) =>
  states.map(({ name, render }) => ({ title: `${component}, ${name}`, html: renderToString(render()) })),
)

describe.each(all)('$title', ({ html }) => {
  test('is something that html-validate has nothing against', async () => {
    // Headings stand where the page puts them: above an example there is a second level.
    const page = `<main><h1>Componenten</h1><section aria-label="Voorbeeld"><h2>Voorbeeld</h2>${html}</section></main>`
    const report = await validator.validateString(page)
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  })

  test('has no style and no script of its own, which the security policy would refuse', () => {
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+="/)
  })

  test('has a name or silence for every picture', () => {
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) {
      expect(svg).toMatch(/aria-hidden="true"|role="img"[^>]* aria-label(?:ledby)?="[^"]+"/)
    }
  })
})

test('all examples stand on one page: ids occur once, and every reference leads to one', () => {
  const html = all.map((one) => one.html).join('')
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const references = [...html.matchAll(/\saria-(?:describedby|labelledby)="([^"]+)"/g)]
  const missing = references.flatMap(([, list]) => list?.split(' ') ?? []).filter((id) => !ids.includes(id))
  expect(missing).toEqual([])
})

test('every component that pages can use has an example', () => {
  const folder = `${projectFolder}/src/ui`
  const components = readdirSync(folder)
    .filter((name) => name.endsWith('.tsx') && name !== 'examples.tsx')
    .filter((name) =>
      /^\/\*\*[\s\S]*?\*\/\nexport function /m.test(readFileSync(`${folder}/${name}`, 'utf8')),
    )
  const shown = readdirSync(`${folder}/examples`)
    .map((name) => readFileSync(`${folder}/examples/${name}`, 'utf8'))
    .join('')
  const parts = [
    'answer-row.tsx',
    'statement-note.tsx',
    'mark.tsx',
    'rungs.tsx',
    'answer-mark.tsx',
    'tick.tsx',
    'field-hints.tsx',
  ]
  expect(components.filter((name) => !parts.includes(name) && !shown.includes(`#ui/${name}`))).toEqual([])
})
