import type { ComponentChildren, JSX } from 'preact'
import {
  changesOfInstrument,
  DECLARED_MEANINGS,
  type Declarations,
  type InstrumentChanges,
} from '#domain/content-changes.ts'
import type { Draft } from '#domain/draft.ts'
import { ButtonLink } from '#ui/button.tsx'
import { ErrorSummary, type ListedError } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { MEANING_WORDS } from '#words/change-words.ts'
import { statementInWords } from '#words/content-place-words.ts'
import { counted, dutchDate, dutchTime } from '#words/dutch.ts'
import { type Both, ChangedTexts } from './changed-texts.tsx'
import { DecidePart } from './decide-part.tsx'
import { DraftBreadcrumbs } from './draft-breadcrumbs.tsx'
import { type ComparedDraft, requireComparedDraft } from './require-draft.ts'
import { MEANING_FIELD, type TypedPublication } from './typed-publication.ts'

export function showPublish(c: RequestContext): Promise<Response> {
  return requireComparedDraft(c, (visit) => {
    const typed = {
      summary: '',
      declared: {},
      movesScans: true,
      when: 'now' as const,
      day: '',
      time: '09:00',
    }
    return publishPage(c, visit, typed)
  })
}

export function publishPage(
  c: RequestContext,
  { draft, current, isBehind }: ComparedDraft,
  typed: TypedPublication,
  errors: ListedError[] = [],
): Response {
  const found = changesOfInstrument(current, draft.content)
  const title = 'Vergelijken en publiceren'
  const isReady = found.changes.length > 0 && !isBehind && draft.conflicts.length === 0
  return page(
    c,
    {
      title: errors.length > 0 ? `Let op: ${title}` : title,
      section: 'account',
      status: errors.length > 0 ? 409 : 200,
    },
    <div class="wrap page stack-large narrow">
      <div class="stack-small">
        <DraftBreadcrumbs draft={draft} current={title} />
        {errors.length > 0 && (
          <ErrorSummary title="Nog niet gepubliceerd" kept="Je wijziging is bewaard." errors={errors} />
        )}
        <h1>{title}</h1>
        <p class="lead">{summaryOf(found)}</p>
        {draft.publishAt && (
          <Notice>
            {`Dit wordt gepubliceerd op ${dutchDate(draft.publishAt)} om ${dutchTime(draft.publishAt)} uur. Verander je nog iets, dan gaat dat niet door.`}
          </Notice>
        )}
        {isBehind && (
          <Notice kind="pencil">
            <p>Intussen is er een nieuwere versie gepubliceerd. Neem die eerst over in je wijziging.</p>
            <p>
              <a href={urls.draft.to({ draft: draft.id })}>Naar de wijziging</a>
            </p>
          </Notice>
        )}
      </div>
      <Frame isForm={isReady} draft={draft}>
        <Reworded found={found} before={current} after={draft.content} declared={typed.declared} />
        <Others found={found} before={current} after={draft.content} />
        {isReady && (
          <DecidePart draft={draft} current={current} found={found} typed={typed} house={c.get('house')} />
        )}
        {!isReady && (
          <p>
            <ButtonLink href={urls.draft.to({ draft: draft.id })}>Terug naar de wijziging</ButtonLink>
          </p>
        )}
      </Frame>
    </div>,
  )
}

/** A form only where there is something to decide. */
function Frame({
  isForm,
  draft,
  children,
}: {
  isForm: boolean
  draft: Draft
  children: ComponentChildren
}): JSX.Element {
  if (!isForm) return <div class="stack-large">{children}</div>
  return (
    <form method="post" action={urls.draftPublish.to({ draft: draft.id })} class="stack-large" novalidate>
      <input type="hidden" name="stand" value={String(draft.revision)} />
      {children}
    </form>
  )
}

function summaryOf({ changes }: InstrumentChanges): string {
  return changes.length === 0
    ? 'Er is nog niets veranderd. Er is dus ook niets te publiceren.'
    : `${counted(changes.length, 'tekst is', 'teksten zijn')} anders dan wat nu gepubliceerd is. Wat weg is, is doorgestreept. Wat erbij kwam, is onderstreept.`
}

/** Per statement: what people answer to, and what its change means. */
function Reworded({ found, before, after, declared }: Both & { declared: Declarations }): JSX.Element | null {
  if (found.reworded.length === 0) return null
  return (
    <section class="stack-large" aria-labelledby="vragen">
      <div class="stack-small">
        <h2 id="vragen">Waar mensen op antwoorden</h2>
        <p>
          Zeg per stelling wat er gebeurde. Zo weten we of oude en nieuwe antwoorden nog te vergelijken zijn.
          Twijfel je? Kies dan “Een andere vraag”.
        </p>
      </div>
      {found.reworded.map((id) => (
        <div class="card stack" key={id}>
          <h3>{statementInWords(after, id)}</h3>
          <ChangedTexts
            {...{ found, before, after }}
            isIncluded={(place) => place[2] === 'statements' && place[3] === id}
          />
          <RadioGroup
            name={`${MEANING_FIELD}${id}`}
            legend={`Wat veranderde er aan ${statementInWords(after, id).toLowerCase()}?`}
            options={DECLARED_MEANINGS.map((meaning) => ({ value: meaning, ...MEANING_WORDS[meaning] }))}
            chosen={declared[id] ?? null}
          />
        </div>
      ))}
    </section>
  )
}

/** Everything else: it never breaks a trend. */
function Others({ found, before, after }: Both): JSX.Element | null {
  const isOther = (place: readonly string[]) =>
    !(place[2] === 'statements' && found.reworded.includes(place[3] ?? ''))
  if (!found.changes.some(({ place }) => isOther(place))) return null
  return (
    <section class="stack" aria-labelledby="overig">
      <h2 id="overig">{found.reworded.length > 0 ? 'En verder' : 'Wat er verandert'}</h2>
      <ChangedTexts {...{ found, before, after }} isIncluded={isOther} />
    </section>
  )
}
