import type { JSX } from 'preact'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { SaveStatus } from '#ui/save-status.tsx'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { DraftBreadcrumbs } from './draft-breadcrumbs.tsx'
import { PartFields } from './part-fields.tsx'
import { findPart, nameOfPart, type Part, partInWords, partsOfContent } from './parts.ts'
import { Preview } from './preview.tsx'
import { type DraftVisit, requireDraft } from './require-draft.ts'
import type { UnkeptText } from './typed-texts.ts'
import { UnkeptTexts } from './unkept-texts.tsx'

export function showPart(c: RequestContext): Promise<Response> {
  return requireDraft(c, (visit) => {
    const part = findPart(visit.draft.content, c.req.param('part') ?? '')
    return part ? partPage(c, visit, part) : refuse(c, 404)
  })
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
        <DraftBreadcrumbs draft={draft} current={title} />
        {unkept.length > 0 && <UnkeptTexts content={content} unkept={unkept} />}
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
          <PartFields content={content} draft={draft.id} part={part} unkept={unkept} />
          <div class="buttons">
            <Button>Bewaar</Button>
            <SaveStatus />
          </div>
        </form>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse */}
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
