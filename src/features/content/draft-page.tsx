import type { JSX } from 'preact'
import { checkContent } from '#domain/check-content.ts'
import { changesOfInstrument } from '#domain/content-changes.ts'
import type { Draft } from '#domain/draft.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { RowList } from '#ui/row-list.tsx'
import { TextChanges } from '#ui/text-changes.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { changeInWords } from '#words/change-words.ts'
import { placeInWords } from '#words/content-place-words.ts'
import { counted, dutchDate, dutchTime } from '#words/dutch.ts'
import { problemInWords } from '#words/problem-words.ts'
import { nameOfPart, type Part, partInWords, partOfPlace, partsOfContent } from './parts.ts'
import { requireComparedDraft } from './require-draft.ts'

/** A set of changes: what is in it, what stands in the way of publishing, and everything that can be changed. */
export function showDraft(c: RequestContext): Promise<Response> {
  return requireComparedDraft(c, ({ draft, current, isBehind }) => {
    const changes = changesOfInstrument(current, draft.content).changes
    return page(
      c,
      { title: draft.title, section: 'account' },
      <div class="wrap page stack-large narrow">
        <div class="stack-small">
          <Breadcrumbs items={[{ label: 'Inhoud', href: urls.content.to() }]} current={draft.title} />
          <h1>{draft.title}</h1>
          {c.req.query('gelukt') === 'bijgewerkt' && (
            <Notice>Wat er intussen gepubliceerd is, staat nu ook in deze wijziging.</Notice>
          )}
          {draft.publishAt && (
            <Notice>
              {`Wordt gepubliceerd op ${dutchDate(draft.publishAt)} om ${dutchTime(draft.publishAt)} uur. Verander je nog iets, dan gaat dat niet door.`}
            </Notice>
          )}
          <p class="lead">
            {changes.length === 0
              ? 'Er is nog niets veranderd. Kies hieronder wat je wilt veranderen. Wat je typt, wordt meteen bewaard, en nog niemand ziet het.'
              : `${counted(changes.length, 'tekst is', 'teksten zijn')} anders dan wat nu gepubliceerd is.`}
          </p>
        </div>
        {isBehind && <Behind draft={draft} current={current} />}
        {draft.conflicts.length > 0 && <Conflicts draft={draft} />}
        <Changed draft={draft} places={changes.map(({ place }) => place)} />
        <InTheWay draft={draft} />
        <p class="buttons">
          <ButtonLink href={urls.draftPublish.to({ draft: draft.id })}>Vergelijk en publiceer</ButtonLink>
          <ButtonLink quiet href={urls.draftRemove.to({ draft: draft.id })}>
            Gooi deze wijziging weg
          </ButtonLink>
        </p>
        <Contents draft={draft} />
      </div>,
    )
  })
}

function Behind({ draft, current }: { draft: Draft; current: PublishedInstrument }): JSX.Element {
  return (
    <Notice kind="pencil">
      <p>
        {`Intussen is versie ${current.structure.version} gepubliceerd. Jouw wijziging begon bij ${draft.baseVersion}. Neem die nieuwe versie over: wat jij schreef blijft staan, en je ziet waar het botst.`}
      </p>
      <form method="post" action={urls.draftUpdate.to({ draft: draft.id })}>
        <Button name="doe" value="overnemen" quiet>
          {`Neem versie ${current.structure.version} over`}
        </Button>
      </form>
    </Notice>
  )
}

/** Places that were changed in two ways: somebody has to choose. */
function Conflicts({ draft }: { draft: Draft }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="botsingen">
      <h2 id="botsingen">Kies wat er blijft staan</h2>
      <p>Deze teksten zijn op twee manieren veranderd. In je wijziging staat nu die van jullie.</p>
      {draft.conflicts.map(({ place, base, ours, theirs }) => {
        const where = placeInWords(draft.content, place)
        const both = { before: draft.content, after: draft.content }
        return (
          <form
            method="post"
            action={urls.draftUpdate.to({ draft: draft.id })}
            class="card stack-small"
            key={place.join('.')}
          >
            <h3>{where}</h3>
            <p class="small muted">Van jullie, vergeleken met eerst:</p>
            <TextChanges parts={changeInWords({ place, before: base, after: ours }, both).parts} />
            <p class="small muted">De andere, vergeleken met eerst:</p>
            <TextChanges parts={changeInWords({ place, before: base, after: theirs }, both).parts} />
            <input type="hidden" name="plaats" value={place.join('.')} />
            <div class="buttons">
              <Button name="doe" value="houd" quiet>
                Houd die van ons<span class="visually-hidden">{`: ${where}`}</span>
              </Button>
              <Button name="doe" value="neem" quiet>
                Neem de andere<span class="visually-hidden">{`: ${where}`}</span>
              </Button>
            </div>
          </form>
        )
      })}
    </section>
  )
}

function Changed({ draft, places }: { draft: Draft; places: (readonly string[])[] }): JSX.Element | null {
  if (places.length === 0) return null
  return (
    <section class="stack-small" aria-labelledby="veranderd">
      <h2 id="veranderd">Wat er veranderd is</h2>
      <ul class="stack-small">
        {places.map((place) => (
          <li key={place.join('.')}>
            <PlaceLink draft={draft} place={place} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function InTheWay({ draft }: { draft: Draft }): JSX.Element | null {
  const findings = checkContent(draft.content)
  if (findings.length === 0) return null
  return (
    <section class="stack-small" aria-labelledby="in-de-weg">
      <h2 id="in-de-weg">Wat nog in de weg staat</h2>
      <p>Zolang dit er staat, kun je niet publiceren.</p>
      <ul class="stack-small">
        {findings.map((finding) => (
          <li key={`${finding.place.join('.')}${finding.problem}`}>
            <PlaceLink draft={draft} place={finding.place} />
            {`. ${problemInWords(finding)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PlaceLink({ draft, place }: { draft: Draft; place: readonly string[] }): JSX.Element {
  const words = placeInWords(draft.content, place)
  const part = partOfPlace(draft.content, place)
  if (!part) return <>{words}</>
  const address = urls.draftPart.to({ draft: draft.id, part: nameOfPart(part) })
  return <a href={`${address}#${place.join('.')}`}>{words}</a>
}

function Contents({ draft }: { draft: Draft }): JSX.Element {
  const { content } = draft
  const parts = partsOfContent(content)
  const whole = parts.filter(({ kind }) => kind === 'general' || kind === 'choices')
  const row = (part: Part) => ({
    title: partInWords(content, part),
    text: part.kind === 'statement' ? (content.texts.nl?.statements[part.id]?.topic ?? '') : ABOUT[part.kind],
    href: urls.draftPart.to({ draft: draft.id, part: nameOfPart(part) }),
  })
  return (
    <section class="stack-large" aria-labelledby="alles">
      <h2 id="alles">Alles wat je kunt veranderen</h2>
      <RowList
        items={[
          ...whole.map(row),
          {
            title: 'Bronnen',
            text: 'Waar de tips op rusten, met de links',
            href: urls.draftSources.to({ draft: draft.id }),
          },
        ]}
      />
      {content.structure.clusters.map(({ id, statements }) => (
        <section class="stack" aria-labelledby={`deel-${id}`} key={id}>
          <h3 id={`deel-${id}`}>{content.texts.nl?.clusters[id]?.title ?? id}</h3>
          <RowList
            items={[
              row({ kind: 'cluster', id }),
              ...statements.map((statement) => row({ kind: 'statement', id: statement.id })),
            ]}
          />
        </section>
      ))}
    </section>
  )
}

const ABOUT: Record<Exclude<Part['kind'], 'statement'>, string> = {
  general: 'Hoe de scan heet, voor wie hij is en waar hij voor is',
  choices: 'Waar je uit kiest, en wat dat zegt',
  cluster: 'Wat erboven staat, en wat je na afloop leest',
}
