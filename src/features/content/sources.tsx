import {
  addSource,
  changeSource,
  removeSource,
  type SourceEdit,
  sourceIdFor,
  usesOf,
} from '#domain/edit-sources.ts'
import type { Source } from '#domain/instrument-structure.ts'
import { isDead } from '#domain/link-check.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { RowList } from '#ui/row-list.tsx'
import { parseJson, readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { refuseMissing } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { statementInWords } from '#words/content-place-words.ts'
import { listed } from '#words/dutch.ts'
import { changeDraft } from './change-draft.ts'
import { type DraftVisit, listPublished, requireDraft } from './require-draft.ts'
import {
  EMPTY_SOURCE,
  readSource,
  readTypedSource,
  SOURCE_FIELDS,
  type SourceErrors,
  SourceForm,
  type SourceReading,
  type TypedSource,
  typedFrom,
} from './source-form.tsx'

/** Every source of an instrument, and a form for a new one. */
export function showSources(c: RequestContext): Promise<Response> {
  return requireDraft(c, (visit) => sourcesPage(c, visit, EMPTY_SOURCE, {}))
}

export function addNewSource(c: RequestContext): Promise<Response> {
  return requireDraft(c, async (visit) => {
    const form = await readFields(c, [...SOURCE_FIELDS, 'doe'])
    if (!form) return refuse(c, 400)
    const typed = readTypedSource(form)
    const { draft, account } = visit
    const used = await sourceIdsEver(c.get('house').db, draft.instrument)
    const outcome = await changeDraft<SourceReading>(
      c.get('house'),
      { id: draft.id, account },
      ({ content }) => {
        const known = new Set([...used, ...content.structure.sources.map(({ id }) => id)])
        const read = readSource(sourceIdFor(typed.titel, known), typed)
        if ('errors' in read) return { outcome: read }
        const edit = addSource(content, read.source)
        if (edit.kind !== 'changed') return { outcome: { errors: {} } }
        return { content: edit.content, changed: [`source ${read.source.id}`], outcome: read }
      },
    )
    if (outcome === 'gone') return refuseMissing(c)
    if ('errors' in outcome) return sourcesPage(c, visit, typed, outcome.errors)
    return c.redirect(`${urls.draftSources.to({ draft: draft.id })}?gelukt=erbij`, 303)
  })
}

export function showSource(c: RequestContext): Promise<Response> {
  return requireDraft(c, (visit) => {
    const source = findSource(visit, c.req.param('source') ?? '')
    return source ? sourcePage(c, visit, source, typedFrom(source), {}) : refuse(c, 404)
  })
}

export function answerSource(c: RequestContext): Promise<Response> {
  return requireDraft(c, async (visit) => {
    const stored = findSource(visit, c.req.param('source') ?? '')
    if (!stored) return refuse(c, 404)
    const form = await readFields(c, [...SOURCE_FIELDS, 'doe', 'was'])
    const was = form && parseJson(form.get('was') ?? '')
    if (!form || typeof was !== 'object' || was === null) return refuse(c, 400)
    const typed = readTypedSource(form)
    const isRemoval = form.get('doe') === 'weg'
    const read = readSource(stored.id, typed)
    if ('errors' in read && !isRemoval) return sourcePage(c, visit, stored, typed, read.errors)
    const { draft, account } = visit
    const outcome = await changeDraft<SourceEdit>(
      c.get('house'),
      { id: draft.id, account },
      ({ content }) => {
        const edit =
          isRemoval || 'errors' in read
            ? removeSource(content, stored.id)
            : changeSource(content, { was: was as Source, source: read.source })
        return edit.kind === 'changed'
          ? { content: edit.content, changed: [`source ${stored.id}`], outcome: edit }
          : { outcome: edit }
      },
    )
    if (outcome === 'gone') return refuseMissing(c)
    if (outcome.kind === 'refused') {
      const titel =
        outcome.reason === 'still-used'
          ? 'Een tip noemt deze bron nog. Haal hem daar eerst weg.'
          : 'Iemand anders veranderde deze bron ook. Bekijk eerst hoe het nu staat.'
      return sourcePage(c, visit, stored, typed, { titel })
    }
    return c.redirect(
      `${urls.draftSources.to({ draft: draft.id })}?gelukt=${isRemoval ? 'weg' : 'bewaard'}`,
      303,
    )
  })
}

const DONE: Record<string, string> = {
  erbij: 'De bron staat erbij. Noem hem nu bij een tip.',
  bewaard: 'Bewaard. Niemand anders ziet dit, tot je publiceert.',
  weg: 'De bron is weg uit deze wijziging.',
}

function sourcesPage(
  c: RequestContext,
  { draft }: DraftVisit,
  typed: TypedSource,
  errors: SourceErrors,
): Response {
  const { linkCheck } = c.get('house')
  const here = urls.draftSources.to({ draft: draft.id })
  const hasErrors = Object.keys(errors).length > 0
  const done = DONE[c.req.query('gelukt') ?? '']
  return page(
    c,
    { title: hasErrors ? 'Let op: Bronnen' : 'Bronnen', section: 'account', status: hasErrors ? 400 : 200 },
    <div class="wrap page stack-large narrow">
      <div class="stack-small">
        <DraftBreadcrumbs draft={draft} current="Bronnen" />
        {hasErrors && <Errors errors={errors} />}
        <h1>Bronnen</h1>
        {done && <Notice>{done}</Notice>}
        <p class="lead">
          Waar de tips op rusten. Elke bron staat hier één keer. <a href="#nieuw">Voeg een bron toe</a>
        </p>
      </div>
      <RowList
        items={draft.content.structure.sources.map(({ id, title, publisher, year, link }) => {
          const check = link ? linkCheck(link) : undefined
          const isGone = check !== undefined && isDead(check)
          const uses = usesOf(draft.content, id)
          return {
            title,
            href: urls.draftSource.to({ draft: draft.id, source: id }),
            text: [
              ...[publisher, year && String(year)].filter(Boolean),
              uses.length === 0
                ? 'bij geen enkele tip'
                : `bij ${uses.length === 1 ? 'één tip' : `${uses.length} tips`}`,
              ...(isGone ? ['de link werkt niet meer'] : link ? [] : ['zonder link']),
            ].join(' · '),
          }
        })}
      />
      <section class="stack" aria-labelledby="nieuw">
        <h2 id="nieuw" tabIndex={-1}>
          Een nieuwe bron
        </h2>
        <SourceForm action={here} typed={typed} errors={errors} back={urls.draft.to({ draft: draft.id })} />
      </section>
    </div>,
  )
}

function sourcePage(
  c: RequestContext,
  { draft }: DraftVisit,
  source: Source,
  typed: TypedSource,
  errors: SourceErrors,
): Response {
  const hasErrors = Object.keys(errors).length > 0
  const uses = usesOf(draft.content, source.id)
  const statements = [...new Set(uses.map(({ statement }) => statement))]
  const check = source.link ? c.get('house').linkCheck(source.link) : undefined
  return page(
    c,
    {
      title: hasErrors ? `Let op: ${source.title}` : source.title,
      section: 'account',
      status: hasErrors ? 400 : 200,
    },
    <div class="wrap page stack-large narrow">
      <div class="stack-small">
        <DraftBreadcrumbs draft={draft} current={source.title} isSource />
        {hasErrors && <Errors errors={errors} />}
        <h1>{source.title}</h1>
        <p>
          {statements.length === 0
            ? 'Geen tip noemt deze bron. Zo kun je niet publiceren: noem hem bij een tip of haal hem weg.'
            : `Genoemd bij ${listed(statements.map((id) => statementInWords(draft.content, id).toLowerCase()))}.`}
        </p>
        {check && isDead(check) && (
          <Notice kind="pencil">De link werkt niet meer. Zoek een nieuw adres, of laat de link leeg.</Notice>
        )}
      </div>
      <SourceForm
        action={urls.draftSource.to({ draft: draft.id, source: source.id })}
        typed={typed}
        errors={errors}
        was={source}
        back={urls.draftSources.to({ draft: draft.id })}
        canBeRemoved={uses.length === 0}
      />
    </div>,
  )
}

function DraftBreadcrumbs({
  draft,
  current,
  isSource = false,
}: {
  draft: { id: string; title: string }
  current: string
  isSource?: boolean
}) {
  return (
    <Breadcrumbs
      items={[
        { label: 'Inhoud', href: urls.content.to() },
        { label: draft.title, href: urls.draft.to({ draft: draft.id }) },
        ...(isSource ? [{ label: 'Bronnen', href: urls.draftSources.to({ draft: draft.id }) }] : []),
      ]}
      current={current}
    />
  )
}

function Errors({ errors }: { errors: SourceErrors }) {
  return (
    <ErrorSummary
      title="Dit lukte nog niet"
      kept="Er is niets veranderd. Wat je typte, staat nog hieronder."
      errors={Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` }))}
    />
  )
}

function findSource({ draft }: DraftVisit, id: string): Source | undefined {
  return draft.content.structure.sources.find((source) => source.id === id)
}

/** Every id that a source ever had: none is used again for another one. */
async function sourceIdsEver(db: House['db'], instrument: string): Promise<Set<string>> {
  const versions = await listPublished(db, instrument)
  return new Set(versions.flatMap(({ structure }) => structure.sources.map(({ id }) => id)))
}
