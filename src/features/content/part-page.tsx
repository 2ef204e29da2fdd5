import type { JSX } from 'preact'
import { checkContent } from '#domain/check-content.ts'
import { EXPLANATION_WORDS } from '#domain/check-texts.ts'
import type { ContentPlace } from '#domain/content-tree.ts'
import { type TextKind, textAt, textKindAt } from '#domain/editable-text.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EditField } from '#ui/edit-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { SaveStatus } from '#ui/save-status.tsx'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { placeInWords } from '#words/content-place-words.ts'
import { problemInWords } from '#words/problem-words.ts'
import { findPart, nameOfPart, type Part, partInWords, partsOfContent, placesOfPart } from './parts.ts'
import { Preview } from './preview.tsx'
import { remarksAt, remarksOnStructure } from './remarks.ts'
import { type DraftVisit, requireDraft } from './require-draft.ts'
import { TipSettingsLines } from './tip-settings-lines.tsx'

/** The language that is edited unless another one is asked for. */
export const LANGUAGE = 'nl'

/** A text as it was sent, where it could not be kept as it is. */
export type UnkeptText = {
  place: ContentPlace
  text: string
  stored?: string
  refused?: 'no-such-text' | 'too-long'
}

export function showPart(c: RequestContext): Promise<Response> {
  return requireDraft(c, (visit) => {
    const part = findPart(visit.draft.content, c.req.param('part') ?? '')
    return part ? partPage(c, visit, part) : refuse(c, 404)
  })
}

/** The name of the field for the text at a place. */
export function fieldName(place: ContentPlace): string {
  return place.join('.')
}

export function partPage(
  c: RequestContext,
  { draft }: DraftVisit,
  part: Part,
  unkept: readonly UnkeptText[] = [],
): Response {
  const { content } = draft
  const name = nameOfPart(part)
  const title = partInWords(content, part)
  const here = { draft: draft.id, part: name }
  return page(
    c,
    {
      title: unkept.length > 0 ? `Let op: ${title}` : title,
      section: 'account',
      scripts: ['editor.js'],
      status: unkept.length > 0 ? 409 : 200,
    },
    <div class="wrap page stack-large">
      <div class="stack-small">
        <Breadcrumbs
          items={[
            { label: 'Inhoud', href: urls.content.to() },
            { label: draft.title, href: urls.draft.to({ draft: draft.id }) },
          ]}
          current={title}
        />
        {unkept.length > 0 && <Unkept content={content} unkept={unkept} />}
        <h1>{title}</h1>
        {c.req.query('gelukt') === 'bewaard' && (
          <Notice>Bewaard. Niemand anders ziet dit, tot je publiceert.</Notice>
        )}
        {c.req.query('gelukt') === 'tip' && <Notice>Onderaan staat een lege tip. Schrijf de tekst.</Notice>}
        {c.req.query('gelukt') === 'tip-weg' && <Notice>De tip is weg uit deze wijziging.</Notice>}
        <p class="lead">
          Wat je hier typt, ziet nog niemand. Het staat in je wijziging, tot je die publiceert.{' '}
          <a href="#voorbeeld">Bekijk het voorbeeld</a>
        </p>
      </div>
      <div class="editor">
        <form
          method="post"
          action={urls.draftPart.to(here)}
          class="stack"
          data-editor={urls.draftText.to(here)}
          autocomplete="off"
        >
          <Fields content={content} draft={draft.id} part={part} unkept={unkept} />
          <div class="buttons">
            <Button>Bewaar</Button>
            <SaveStatus />
          </div>
        </form>
        <section class="seen" aria-labelledby="voorbeeld" tabIndex={0} data-preview="">
          <Preview content={content} part={part} house={c.get('house')} />
        </section>
      </div>
      {part.kind === 'statement' && (
        <form method="post" action={urls.draftNewTip.to(here)}>
          <Button quiet>Voeg een tip toe</Button>
        </form>
      )}
      <Neighbours content={content} draft={draft.id} part={part} />
    </div>,
  )
}

function Unkept({
  content,
  unkept,
}: {
  content: PublishedInstrument
  unkept: readonly UnkeptText[]
}): JSX.Element {
  const gone = unkept.filter(({ refused }) => refused === 'no-such-text')
  return (
    <>
      <ErrorSummary
        title="Niet alles is bewaard"
        kept="Wat je typte, staat nog op deze pagina. De andere teksten zijn bewaard."
        errors={unkept.map((one) => ({
          text: whyUnkept(content, one),
          href: `#${one.refused === 'no-such-text' ? 'weg' : fieldName(one.place)}`,
        }))}
      />
      {gone.length > 0 && (
        <section class="stack-small" aria-labelledby="weg">
          <h2 id="weg" class="h3" tabIndex={-1}>
            Wat je typte in een tekst die weg is
          </h2>
          {gone.map(({ place, text }) => (
            <blockquote key={fieldName(place)}>{text}</blockquote>
          ))}
        </section>
      )}
    </>
  )
}

function whyUnkept(content: PublishedInstrument, { place, refused }: UnkeptText): string {
  const where = placeInWords(content, place)
  if (refused === 'too-long') return `${where} is te lang om te bewaren. Maak de tekst korter.`
  if (refused === 'no-such-text') return `${where} is intussen door iemand anders weggehaald.`
  return `${where} is intussen ook door iemand anders veranderd.`
}

function Fields({
  content,
  draft,
  part,
  unkept,
}: {
  content: PublishedInstrument
  draft: string
  part: Part
  unkept: readonly UnkeptText[]
}): JSX.Element {
  const findings = checkContent(content)
  const cluster = content.structure.clusters.find(({ statements }) =>
    statements.some((one) => part.kind === 'statement' && one.id === part.id),
  )
  const onStructure =
    part.kind === 'statement' && cluster
      ? remarksOnStructure(findings, ['structure', 'clusters', cluster.id, 'statements', part.id])
      : []
  return (
    <>
      {onStructure.length > 0 && (
        <ul class="remarks">
          {onStructure.map((finding) => (
            <li key={finding.problem}>{problemInWords(finding)}</li>
          ))}
        </ul>
      )}
      {placesOfPart(content, part, LANGUAGE).map((place) => {
        const name = fieldName(place)
        const typed = unkept.find((one) => fieldName(one.place) === name)
        const stored = textAt(content, place)
        const kind = textKindAt(content, place)
        const tip = place[2] === 'statements' && place[4] === 'tips' ? place[5] : undefined
        return (
          <div class="stack-small" key={name}>
            <EditField
              name={name}
              label={labelOf(content, place)}
              hint={hintFor(place, kind)}
              value={typed?.text ?? stored}
              was={stored}
              remarks={remarksAt(content, findings, place)}
              stored={typed?.stored}
              isLine={kind === 'line'}
              language={LANGUAGE}
            />
            {tip && <TipSettingsLines content={content} draft={draft} tip={tip} />}
          </div>
        )
      })}
    </>
  )
}

/** Without the part that stands above the page already. */
function labelOf(content: PublishedInstrument, place: ContentPlace): string {
  const words = placeInWords(content, place)
  const isLong = place[2] === 'statements' || place[2] === 'clusters' || place.length === 3
  const label = isLong ? words.slice(words.indexOf(': ') + 2) : words
  return label.charAt(0).toUpperCase() + label.slice(1)
}

function hintFor(place: ContentPlace, kind: TextKind | null): string | undefined {
  const name = place.at(-1)
  if (place[2] === 'statements' && name === 'explanation') {
    return `${EXPLANATION_WORDS.least} tot ${EXPLANATION_WORDS.most} woorden: wat het is, waarom het telt en waaraan je het ziet.`
  }
  if (place[2] === 'statements' && name === 'topic') return 'Twee tot zes woorden, voor in lijsten.'
  if (name === 'strength') return 'Komt achter “Sterk in …:”. Begin klein en zet er geen punt achter.'
  if (name === 'growth')
    return 'Komt achter “De meeste ruimte zit in …:”. Begin klein en zet er geen punt achter.'
  if (kind === 'paragraphs') return 'Laat een regel wit tussen twee alinea’s.'
  if (kind === 'optional') return 'Mag leeg blijven.'
  return undefined
}

function Neighbours({
  content,
  draft,
  part,
}: {
  content: PublishedInstrument
  draft: string
  part: Part
}): JSX.Element {
  const all = partsOfContent(content)
  const at = all.findIndex((one) => nameOfPart(one) === nameOfPart(part))
  const link = (other: Part | undefined, label: string) =>
    other && (
      <ButtonLink quiet href={urls.draftPart.to({ draft, part: nameOfPart(other) })}>
        {`${label}: ${partInWords(content, other)}`}
      </ButtonLink>
    )
  return (
    <div class="buttons">
      {link(all[at - 1], 'Vorige')}
      {link(all[at + 1], 'Volgende')}
      <ButtonLink href={urls.draft.to({ draft })}>Naar de wijziging</ButtonLink>
    </div>
  )
}
