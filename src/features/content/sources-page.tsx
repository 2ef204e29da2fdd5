import { addSource, sourceIdFor, usesOf } from '#domain/edit-sources.ts'
import { isDead } from '#domain/link-check.ts'
import { Notice } from '#ui/notice.tsx'
import { RowList } from '#ui/row-list.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { refuseMissing } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { changeDraft } from './change-draft.ts'
import { DraftBreadcrumbs } from './draft-breadcrumbs.tsx'
import { type DraftVisit, listPublished, requireDraft } from './require-draft.ts'
import {
  EMPTY_SOURCE,
  readSource,
  readTypedSource,
  SOURCE_FIELDS,
  SourceErrorSummary,
  type SourceErrors,
  SourceForm,
  type SourceReading,
  type TypedSource,
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
        {hasErrors && <SourceErrorSummary errors={errors} />}
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

/** Every id that a source ever had: none is used again for another one. */
async function sourceIdsEver(db: House['db'], instrument: string): Promise<Set<string>> {
  const versions = await listPublished(db, instrument)
  return new Set(versions.flatMap(({ structure }) => structure.sources.map(({ id }) => id)))
}
