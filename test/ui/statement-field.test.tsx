import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { StatementField, type StatementFieldProps } from '#ui/statement-field.tsx'

const draw = (change: Partial<StatementFieldProps> = {}) =>
  renderToString(
    <StatementField
      name="s01"
      number={1}
      total={24}
      levels={2}
      statement="Ons overleg helpt ons verder."
      explanation="Een overleg kost tijd."
      options={[
        { value: '1', label: 'Startend', description: 'Soms.', level: 1 },
        { value: '2', label: 'Gevorderd', level: 2 },
        { value: 'onbekend', label: 'Onbekend', level: null },
      ]}
      {...change}
    >
      <input type="hidden" name="s01-was" value="" />
    </StatementField>,
  )

const fieldset = (html: string) => /<fieldset[^>]*>/.exec(html)?.[0] ?? ''

test('a link can lead to the group, and its explanation describes it', () => {
  expect(fieldset(draw())).toContain('id="s01"')
  expect(fieldset(draw())).toContain('aria-describedby="s01-uitleg"')
  expect(draw()).toContain('<p id="s01-uitleg">Een overleg kost tijd.</p>')
})

test('an error is said first, and marks every answer', () => {
  const html = draw({ error: 'Kies een antwoord.' })
  expect(fieldset(html)).toContain('aria-describedby="s01-fout s01-uitleg"')
  expect(html.match(/aria-invalid="true"/g)).toHaveLength(3)
})

test('one answer at most is chosen', () => {
  expect(draw().match(/ checked/g)).toBeNull()
  expect(draw({ chosen: '2' }).match(/value="2" checked/g)).toHaveLength(1)
  expect(draw({ chosen: 'anders' }).match(/ checked/g)).toBeNull()
})

test('the answer without a level is the dashed one, with a question mark for a ladder', () => {
  expect(draw().match(/class="answer unknown"/g)).toHaveLength(1)
  expect(draw()).toMatch(/class="answer unknown">.*<text[^>]*>\?<\/text>/)
})

test('a note is open when there is one, and its text is only text', () => {
  expect(draw()).toContain('<details class="note">')
  const html = draw({ note: '</textarea><b>dik</b>' })
  expect(html).toContain('<details open class="note">'.replace('open class="note"', 'class="note" open'))
  expect(html).toContain('&lt;/textarea>&lt;b>dik&lt;/b></textarea>')
})

test('the autosave script finds its address, the hidden fields and the place for its words', () => {
  const html = draw({ autosaveUrl: '/bewaar' })
  expect(fieldset(html)).toContain('data-autosave-url="/bewaar"')
  expect(html).toMatch(/<fieldset.*data-saved.*name="s01-was".*<\/fieldset>/)
})
