import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDraft } from '#database/drafts.ts'
import { administrator } from '#test/administrator.ts'
import { beginChange } from '#test/editing.ts'
import { openTestDatabase } from '#test/stores/stores.ts'
import { startTestApp, type TestApp } from '#test/test-app.ts'
import type { Visitor } from '#test/visitor.ts'

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><script>alert(1)</script>',
  '</title><svg/onload=alert(1)>',
  'javascript:alert(1)',
  '[klik](javascript:alert(1))',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  '\u202Egnirts\u202C \u0000 \uFFFD',
  ']]><!--<script>',
]
const NEUTRAL = 'een gewone tekst'

let app: TestApp
let willemijn: Visitor
let draft: string
let pages: string[]
beforeAll(async () => {
  app = await startTestApp(await openTestDatabase('embedded'))
  willemijn = await administrator(app, 'willemijn@ministerie.voorbeeld')
  const instrument = app.instruments[0]
  const statement = instrument?.clusters[0]?.statements[0]
  const cluster = instrument?.clusters[0]?.id ?? ''
  draft = await beginChange(willemijn, instrument?.id ?? '')
  const parts = ['algemeen', 'keuzes', `onderdeel-${cluster}`, `stelling-${statement?.id}`]
  pages = [
    draft,
    ...parts.map((part) => `${draft}/teksten/${part}`),
    `${draft}/tips/${statement?.tips[0]?.id}`,
    `${draft}/publiceren`,
  ]
}, 60_000)
afterAll(() => app.close())

/** Writes this text in every field of every page on which texts are written. Gives how many there were. */
async function writeEverywhere(text: string): Promise<number> {
  let fields = 0
  for (const page of pages.filter((one) => one.includes('/teksten/'))) {
    const { text: html } = await willemijn.get(page)
    const names = [...html.matchAll(/data-edit-field="([^"]+)"/g)].map(([, name = '']) => name)
    const content = (await findDraft(app.house.db, draft.split('/').at(-1) ?? ''))?.content
    const was = (name: string) => {
      const value = name
        .split('.')
        .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], content)
      return Array.isArray(value) ? value.join('\n\n') : String(value ?? '')
    }
    const form = Object.fromEntries(
      names.flatMap((name, index) => [
        // Each a little different: a text that is the same as another one is a remark more.
        [name, `${text} ${index}`],
        [`was:${name}`, was(name)],
      ]),
    )
    expect((await willemijn.post(page, form)).status).toBe(303)
    fields += names.length
  }
  return fields
}

/** The elements and attributes of a page, without what is said in them. */
const skeleton = (html: string) =>
  [...html.matchAll(/<[a-z](?:"[^"]*"|[^>"])*>/gi)].map(([tag]) =>
    tag.replace(/="[^"]*"/g, '').replace(/\s+/g, ' '),
  )

const count = (all: string[]) => {
  const found = new Map<string, number>()
  for (const one of all) found.set(one, (found.get(one) ?? 0) + 1)
  return found
}

test('what is written in any field stays a text on every page that shows it', async () => {
  // Remarks of the checker are elements too, and differ from text to text: they are counted apart.
  const bare = (html: string) =>
    count(
      skeleton(
        html
          .replace(/<ul class="remarks"[\s\S]*?<\/ul>/g, '')
          .replace(/<(ins|del|span)[^>]*>|<\/(ins|del|span)>/g, '')
          .replace(/<section class="stack-small" aria-labelledby="in-de-weg">[\s\S]*?<\/section>/, ''),
      ),
    )
  await writeEverywhere(NEUTRAL)
  const expected = new Map<string, Map<string, number>>()
  for (const page of pages) expected.set(page, bare((await willemijn.get(page)).text))
  let looked = 0
  let fields = 0
  const wrong: string[] = []
  for (const payload of PAYLOADS) {
    fields += await writeEverywhere(payload)
    for (const page of pages) {
      const { status, text } = await willemijn.get(page)
      looked += 1
      expect(status).toBe(200)
      const found = bare(text)
      for (const [tag, times] of found) {
        const before = expected.get(page)?.get(tag) ?? 0
        if (times > before) wrong.push(`${page}: ${times - before} more of ${tag} by ${payload}`)
      }
      if (/\son[a-z]+=/i.test(text.replace(/="[^"]*"/g, '=""').replace(/>[^<]*</g, '><')))
        wrong.push(`${page}: a handler by ${payload}`)
    }
  }
  console.log(
    `${PAYLOADS.length} payloads in ${fields} fields, looked at on ${looked} pages: ${wrong.length} new elements or attributes`,
  )
  expect(wrong).toEqual([])
  // Control: a page that would show it as it is, is noticed.
  const broken = `${(await willemijn.get(pages[0] ?? '')).text}${PAYLOADS[1]}`
  expect(bare(broken).get('<img src=x onerror=alert(1)>')).toBe(1)
}, 60_000)

test('a source keeps to its form: no link that is none, no kind that is not there', async () => {
  for (const payload of PAYLOADS) {
    const refused = await willemijn.post(`${draft}/bronnen`, {
      titel: 'Een bron',
      soort: 'publicatie',
      link: payload,
      doe: 'bewaar',
    })
    expect([payload, refused.status]).toEqual([payload, 400])
    const kind = await willemijn.post(`${draft}/bronnen`, {
      titel: 'Een bron',
      soort: payload,
      doe: 'bewaar',
    })
    expect(kind.status).toBe(400)
  }
})

test('a title of a change is a text too, wherever it stands', async () => {
  const instrument = app.instruments[0]?.id ?? ''
  for (const payload of PAYLOADS) await beginChange(willemijn, instrument, payload)
  for (const path of ['/beheer/inhoud', '/beheer/logboek']) {
    const { text } = await willemijn.get(path)
    expect(text).not.toMatch(/<script>alert|<img src=x|<svg\/onload/)
  }
})
