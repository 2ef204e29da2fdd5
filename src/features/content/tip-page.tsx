import type { JSX } from 'preact'
import {
  addTip,
  changeTip,
  type Edit,
  type EditRefusal,
  findTip,
  nextTipId,
  removeTip,
  type TipSettings,
  tipIdsIn,
} from '#domain/edit-tips.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { type FormFields, readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { refuseMissing } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { answerInWords, statementInWords, tipInWords } from '#words/content-place-words.ts'
import { capitalised } from '#words/dutch.ts'
import { changeDraft } from './change-draft.ts'
import { findPart, nameOfPart } from './parts.ts'
import { type DraftVisit, listPublished, requireDraft } from './require-draft.ts'

/** So many sources a tip can name. */
const MOST_SOURCES = 4

/** A new tip at the end of a statement; its text is written on the page of the statement. */
export function addNewTip(c: RequestContext): Promise<Response> {
  return requireDraft(c, async ({ draft, account }) => {
    const part = findPart(draft.content, c.req.param('part') ?? '')
    const form = await readFields(c, [])
    if (!form) return refuse(c, 400)
    if (part?.kind !== 'statement') return refuse(c, 404)
    const published = await listPublished(c.get('house').db, draft.instrument)
    const outcome = await changeDraft(c.get('house'), { id: draft.id, account }, ({ content }) => {
      const id = nextTipId(part.id, tipIdsIn([...published, content]))
      const edit = addTip(content, part.id, id)
      return edit.kind === 'changed'
        ? { content: edit.content, changed: [`tip ${id}`], outcome: id }
        : { outcome: null }
    })
    if (outcome === 'gone') return refuseMissing(c)
    if (outcome === null) return refuse(c, 404)
    const here = urls.draftPart.to({ draft: draft.id, part: nameOfPart(part) })
    return c.redirect(`${here}?gelukt=tip#texts.nl.statements.${part.id}.tips.${outcome}`, 303)
  })
}

export function showTip(c: RequestContext): Promise<Response> {
  return requireDraft(c, (visit) => {
    const found = findTip(visit.draft.content, c.req.param('tip') ?? '')
    return found ? tipPage(c, visit, found.tip.id, found.tip) : refuse(c, 404)
  })
}

export function answerTip(c: RequestContext): Promise<Response> {
  return requireDraft(c, async (visit) => {
    const { draft, account } = visit
    const tip = c.req.param('tip') ?? ''
    const found = findTip(draft.content, tip)
    if (!found) return refuse(c, 404)
    const form = await readFields(c, fieldsOf(draft.content))
    if (!form) return refuse(c, 400)
    const settings = readSettings(draft.content, form)
    const was = readWas(form.get('was') ?? '')
    if (!settings || !was) return refuse(c, 400)
    const isRemoval = form.get('doe') === 'weg'
    const outcome = await changeDraft<Edit>(c.get('house'), { id: draft.id, account }, ({ content }) => {
      const edit = isRemoval ? removeTip(content, tip) : changeTip(content, tip, { was, settings })
      return edit.kind === 'changed'
        ? { content: edit.content, changed: [`tip ${tip}`], outcome: edit }
        : { outcome: edit }
    })
    if (outcome === 'gone') return refuseMissing(c)
    if (outcome.kind === 'refused') return tipPage(c, visit, tip, settings, outcome.reason)
    const part = nameOfPart({ kind: 'statement', id: found.statement })
    const done = isRemoval ? 'tip-weg' : 'bewaard'
    return c.redirect(`${urls.draftPart.to({ draft: draft.id, part })}?gelukt=${done}`, 303)
  })
}

const REFUSALS: Record<EditRefusal, string> = {
  'changed-meanwhile': 'Iemand anders veranderde deze tip ook. Bekijk eerst hoe het nu staat.',
  'no-such-tip': 'Deze tip is intussen weggehaald.',
  'no-such-answer': 'Een van de antwoorden bestaat niet meer.',
  'no-such-source': 'Een van de bronnen staat niet meer in de lijst.',
  'no-answer-chosen': 'Kies minstens één antwoord waar de tip bij hoort.',
  'last-tip': 'Dit is de laatste tip van deze stelling. Een stelling houdt er altijd één.',
}

function tipPage(
  c: RequestContext,
  { draft }: DraftVisit,
  tip: string,
  { fits, sources }: TipSettings,
  refusal?: EditRefusal,
): Response {
  const { content } = draft
  const found = findTip(content, tip)
  if (!found) return refuse(c, 404)
  const statement = statementInWords(content, found.statement)
  const title = `${capitalised(tipInWords(content, found.statement, tip))} van ${statement.toLowerCase()}`
  const part = nameOfPart({ kind: 'statement', id: found.statement })
  const back = urls.draftPart.to({ draft: draft.id, part })
  return page(
    c,
    { title: refusal ? `Let op: ${title}` : title, section: 'account', status: refusal ? 400 : 200 },
    <div class="wrap page stack-large narrow">
      <div class="stack-small">
        <Breadcrumbs
          items={[
            { label: 'Inhoud', href: urls.content.to() },
            { label: draft.title, href: urls.draft.to({ draft: draft.id }) },
            { label: statement, href: back },
          ]}
          current={title}
        />
        {refusal && (
          <ErrorSummary
            title="Dit lukte niet"
            kept="Er is niets veranderd."
            errors={[{ text: REFUSALS[refusal], href: `#antwoord-${content.structure.answers[0]?.id}` }]}
          />
        )}
        <h1>{title}</h1>
        <p class="lead">
          {content.texts.nl?.statements[found.statement]?.tips[tip] || 'Deze tip heeft nog geen tekst.'}
        </p>
      </div>
      <form method="post" action={urls.draftTip.to({ draft: draft.id, tip })} class="stack">
        <Settings content={content} fits={fits} sources={sources} />
        <input
          type="hidden"
          name="was"
          value={JSON.stringify({ fits: found.tip.fits, sources: found.tip.sources })}
        />
        <div class="buttons">
          <Button name="doe" value="bewaar">
            Bewaar
          </Button>
          <Button quiet name="doe" value="weg">
            Haal deze tip weg
          </Button>
          <ButtonLink quiet href={back}>
            Ga terug
          </ButtonLink>
        </div>
        <p class="small muted">
          Een tip die je weghaalt, blijft in oudere resultaten staan. Je kunt hem terugzetten door deze
          wijziging weg te gooien.
        </p>
      </form>
    </div>,
  )
}

function Settings({ content, fits, sources }: TipSettings & { content: PublishedInstrument }): JSX.Element {
  const options = [
    { value: '', label: 'Geen' },
    ...content.structure.sources.map(({ id, title }) => ({ value: id, label: title })),
  ]
  const fields = Math.min(MOST_SOURCES, Math.max(2, sources.length + 1))
  return (
    <>
      <fieldset class="choices" id={`antwoord-${content.structure.answers[0]?.id}`} tabIndex={-1}>
        <legend>Bij welke antwoorden hoort deze tip?</legend>
        <div class="answers">
          {content.structure.answers.map(({ id }) => (
            <CheckboxField
              name={`antwoord-${id}`}
              label={answerInWords(content, id)}
              isChecked={fits.includes(id)}
              key={id}
            />
          ))}
        </div>
      </fieldset>
      {Array.from({ length: fields }, (_, index) => (
        <SelectField
          name={`bron-${index + 1}`}
          label={`Bron ${index + 1}`}
          {...(index === 0 && { hint: 'Staat de bron er niet bij? Voeg hem eerst toe bij Bronnen.' })}
          options={options}
          chosen={sources[index] ?? ''}
          key={index}
        />
      ))}
    </>
  )
}

function fieldsOf(content: PublishedInstrument): string[] {
  return [
    'was',
    'doe',
    ...content.structure.answers.map(({ id }) => `antwoord-${id}`),
    ...Array.from({ length: MOST_SOURCES }, (_, index) => `bron-${index + 1}`),
  ]
}

function readSettings(content: PublishedInstrument, form: FormFields): TipSettings | null {
  if (!['bewaar', 'weg'].includes(form.get('doe') ?? 'bewaar')) return null
  const fits = content.structure.answers.flatMap(({ id }) =>
    form.get(`antwoord-${id}`) === 'ja' ? [id] : [],
  )
  const sources = Array.from({ length: MOST_SOURCES }, (_, index) => form.get(`bron-${index + 1}`) ?? '')
  return { fits, sources: [...new Set(sources.filter(Boolean))] }
}

function readWas(text: string): TipSettings | null {
  try {
    const { fits, sources } = JSON.parse(text) as Record<string, unknown>
    const isIds = (value: unknown): value is string[] =>
      Array.isArray(value) && value.every((one) => typeof one === 'string')
    return isIds(fits) && isIds(sources) ? { fits, sources } : null
  } catch {
    return null
  }
}
