import { checkContent } from '#domain/check-content.ts'
import type { ContentPlace, Data } from '#domain/content-tree.ts'
import { changeText, textAt } from '#domain/editable-text.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { cleanText, type FormFields, readForm, readJson } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { fragment } from '#web/page.tsx'
import { refuseMissing } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchTime } from '#words/dutch.ts'
import { changeDraft } from './change-draft.ts'
import { partPage } from './part-page.tsx'
import { findPart, nameOfPart, type Part, placesOfPart } from './parts.ts'
import { Preview } from './preview.tsx'
import { remarksAt } from './remarks.ts'
import { type DraftVisit, requireDraft } from './require-draft.ts'
import { fieldName, LANGUAGE, type UnkeptText } from './typed-texts.ts'

const WAS = 'was:'

/** Saves a whole page of texts. What somebody else changed meanwhile is not written over, and nothing typed is lost. */
export function savePart(c: RequestContext): Promise<Response> {
  return requireDraft(c, async (visit) => {
    const part = findPart(visit.draft.content, c.req.param('part') ?? '')
    const form = await readForm(c)
    if (!part) return refuse(c, 404)
    const sent = form && readTexts(visit.draft.content, part, form)
    if (!sent) return refuse(c, 400)
    const outcome = await changeDraft(
      c.get('house'),
      { id: visit.draft.id, account: visit.account },
      (draft) => {
        const saved = saveTexts(draft.content, sent)
        return {
          ...saved,
          outcome: { draft: { ...draft, content: saved.content ?? draft.content }, unkept: saved.unkept },
        }
      },
    )
    if (outcome === 'gone') return refuseMissing(c)
    if (outcome.unkept.length > 0)
      return partPage(c, { ...visit, draft: outcome.draft }, part, outcome.unkept)
    const here = urls.draftPart.to({ draft: visit.draft.id, part: nameOfPart(part) })
    return c.redirect(`${here}?gelukt=bewaard`, 303)
  })
}

/** One text, saved while somebody types. 200 only after the database has it. */
export function saveTextInBackground(c: RequestContext): Promise<Response> {
  return requireDraft(c, async (visit: DraftVisit) => {
    const part = findPart(visit.draft.content, c.req.param('part') ?? '')
    if (!part) return refuse(c, 404)
    const sent = readText(await readJson(c))
    const place =
      sent && placesOfPart(visit.draft.content, part, LANGUAGE).find((one) => fieldName(one) === sent.name)
    if (!sent || !place) return refuse(c, 400, 'Dit is geen tekst van deze pagina. Er is niets veranderd.')
    const house = c.get('house')
    const outcome = await changeDraft(house, { id: visit.draft.id, account: visit.account }, (draft) => {
      const { content, changed, unkept } = saveTexts(draft.content, [
        { place, was: sent.was, text: sent.text },
      ])
      return { content, changed, outcome: { content: content ?? draft.content, unkept } }
    })
    if (outcome === 'gone') return refuseMissing(c)
    const [unkept] = outcome.unkept
    if (unkept?.refused === 'too-long')
      return refuse(c, 400, 'Deze tekst is te lang om te bewaren. Maak hem korter.')
    if (unkept?.refused)
      return refuse(c, 404, 'Iemand anders haalde deze tekst weg. Wat je typte staat er nog.')
    if (unkept) return answerConflict(c, unkept.stored ?? '')
    const remarks = remarksAt(outcome.content, checkContent(outcome.content), place)
    const saved = `Bewaard om ${dutchTime(house.clock())}`
    return c.json({
      text: textAt(outcome.content, place),
      status: remarks.length > 0 ? `${saved}. Onder het veld staat een opmerking.` : saved,
      remarks,
      preview: fragment(<Preview content={outcome.content} part={part} house={house} />),
    })
  })
}

type SentText = { place: ContentPlace; was: string; text: string }

function saveTexts(
  content: PublishedInstrument,
  sent: readonly SentText[],
): { content?: PublishedInstrument; changed: string[]; unkept: UnkeptText[] } {
  let data: Data = content
  const changed: string[] = []
  const unkept: UnkeptText[] = []
  for (const one of sent) {
    const change = changeText(data, one)
    if (change.kind === 'changed') {
      data = change.content
      changed.push(fieldName(one.place))
    } else if (change.kind === 'conflict')
      unkept.push({ place: one.place, text: one.text, stored: change.stored })
    else if (change.kind === 'refused') {
      unkept.push({ place: one.place, text: one.text, refused: change.reason })
    }
  }
  // Only texts were changed, so it is an instrument still.
  return { ...(changed.length > 0 && { content: data as PublishedInstrument }), changed, unkept }
}

/** The texts that are different from what the page was made with; null when a field is no text of this page. */
function readTexts(content: PublishedInstrument, part: Part, form: FormFields): SentText[] | null {
  const places = new Map(placesOfPart(content, part, LANGUAGE).map((place) => [fieldName(place), place]))
  for (const field of form.keys()) {
    const name = field.startsWith(WAS) ? field.slice(WAS.length) : field
    // A tip may have been taken away since the page was made. What was typed in it is not thrown away in silence.
    const tip = tipPlace(part, name)
    if (!places.has(name) && tip) places.set(name, tip)
    if (!places.has(name)) return null
  }
  return [...places].flatMap(([name, place]) => {
    const [text, was] = [form.get(name), form.get(`${WAS}${name}`)]
    return text === undefined || was === undefined || text === was ? [] : [{ place, was, text }]
  })
}

function tipPlace(part: Part, name: string): ContentPlace | null {
  if (part.kind !== 'statement') return null
  const tips = ['texts', LANGUAGE, 'statements', part.id, 'tips']
  const place = name.split('.')
  return place.length === tips.length + 1 && tips.every((one, at) => place[at] === one) ? place : null
}

function readText(body: unknown): { name: string; was: string; text: string } | null {
  if (typeof body !== 'object' || body === null || Object.keys(body).length !== 3) return null
  const { name, was, text } = body as Record<string, unknown>
  if (typeof name !== 'string' || typeof was !== 'string' || typeof text !== 'string') return null
  return { name, was: cleanText(was), text: cleanText(text) }
}

function answerConflict(c: RequestContext, stored: string): Response {
  const problem = {
    type: 'about:blank',
    title: 'Iemand anders veranderde deze tekst ook',
    status: 409,
    detail:
      'Wat jij typte staat er nog, en is niet bewaard. Druk op Bewaar om beide teksten naast elkaar te zien.',
    stored,
  }
  return c.body(JSON.stringify(problem), 409, { 'content-type': 'application/problem+json; charset=utf-8' })
}
