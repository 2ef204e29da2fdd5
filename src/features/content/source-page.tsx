import { changeSource, removeSource, type SourceEdit, usesOf } from '#domain/edit-sources.ts'
import type { Source } from '#domain/instrument-structure.ts'
import { isDead } from '#domain/link-check.ts'
import { Notice } from '#ui/notice.tsx'
import { parseJson, readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { refuseMissing } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { statementInWords } from '#words/content-place-words.ts'
import { listed } from '#words/dutch.ts'
import { changeDraft } from './change-draft.ts'
import { DraftBreadcrumbs } from './draft-breadcrumbs.tsx'
import { type DraftVisit, requireDraft } from './require-draft.ts'
import {
  readSource,
  readTypedSource,
  SOURCE_FIELDS,
  SourceErrorSummary,
  type SourceErrors,
  SourceForm,
  type TypedSource,
  typedFrom,
} from './source-form.tsx'

/** One source: its title, who published it, its link; and away with it when no tip names it. */
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
        <DraftBreadcrumbs
          draft={draft}
          above={[{ label: 'Bronnen', href: urls.draftSources.to({ draft: draft.id }) }]}
          current={source.title}
        />
        {hasErrors && <SourceErrorSummary errors={errors} />}
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

function findSource({ draft }: DraftVisit, id: string): Source | undefined {
  return draft.content.structure.sources.find((source) => source.id === id)
}
