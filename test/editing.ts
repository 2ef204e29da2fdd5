import type { Visitor } from './visitor.ts'

/** What is written in a draft: a text at a place, and what stood there. */
export type Writing = { place: string; was: string; text: string }

/** Begins a draft and gives its address. */
export async function beginChange(
  who: Visitor,
  instrument: string,
  titel = 'Een wijziging',
): Promise<string> {
  const begun = await who.post(`/beheer/inhoud/instrumenten/${instrument}`, { titel, doe: 'begin' })
  if (begun.status !== 303 || !begun.location) throw new Error(`no change was begun: ${begun.status}`)
  return begun.location
}

/** Writes texts of one statement, with the button under the page. */
export async function write(who: Visitor, draft: string, statement: string, texts: Writing[]): Promise<void> {
  const fields = Object.fromEntries(
    texts.flatMap(({ place, was, text }) => [
      [place, text],
      [`was:${place}`, was],
    ]),
  )
  const saved = await who.post(`${draft}/teksten/stelling-${statement}`, fields)
  if (saved.status !== 303) throw new Error(`it was not saved: ${saved.status}`)
}

/** Publishes a draft as it is now. */
export async function publish(
  who: Visitor,
  draft: string,
  { summary = 'Er is iets veranderd.', ...rest }: { summary?: string } & Record<string, string> = {},
): Promise<void> {
  const page = await who.get(`${draft}/publiceren`)
  const stand = /name="stand" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  const published = await who.post(`${draft}/publiceren`, {
    stand,
    samenvatting: summary,
    wanneer: 'nu',
    doe: 'publiceer',
    ...rest,
  })
  if (published.status !== 303) {
    const why = /<div class="error-summary"[\s\S]*?<\/div>/.exec(published.text)?.[0]
    throw new Error(`it was not published: ${published.status} ${why?.replace(/<[^>]+>/g, ' ')}`)
  }
}
