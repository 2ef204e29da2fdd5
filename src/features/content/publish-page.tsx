import type { ComponentChildren, JSX } from 'preact'
import {
  changesOfInstrument,
  DECLARED_MEANINGS,
  type Declarations,
  type InstrumentChanges,
  nextVersion,
  stepOf,
} from '#domain/content-changes.ts'
import type { Draft } from '#domain/draft.ts'
import { type Obstacle, SUMMARY_LENGTH } from '#domain/publication.ts'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary, type ListedError } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextChanges } from '#ui/text-changes.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { changeInWords, MEANING_WORDS, STEP_WORDS } from '#words/change-words.ts'
import { placeInWords, statementInWords } from '#words/content-place-words.ts'
import { counted, dutchDate, dutchTime, isoDate, listed } from '#words/dutch.ts'
import { problemInWords } from '#words/problem-words.ts'
import { nameOfPart, partOfPlace } from './parts.ts'
import { type DraftVisit, requireDraft } from './require-draft.ts'

/** What was filled in on the page. */
export type TypedPublication = {
  summary: string
  declared: Declarations
  movesScans: boolean
  when: 'now' | 'later'
  day: string
  time: string
}

export const MEANING_FIELD = 'betekenis-'

export function showPublish(c: RequestContext): Promise<Response> {
  return requireDraft(c, (visit) => {
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
  { draft, current, isBehind }: DraftVisit,
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
        <Breadcrumbs
          items={[
            { label: 'Inhoud', href: urls.content.to() },
            { label: draft.title, href: urls.draft.to({ draft: draft.id }) },
          ]}
          current={title}
        />
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
          <Decide draft={draft} current={current} found={found} typed={typed} house={c.get('house')} />
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

type Both = { found: InstrumentChanges; before: PublishedInstrument; after: PublishedInstrument }

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
          <Changes
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
      <Changes {...{ found, before, after }} isIncluded={isOther} />
    </section>
  )
}

function Changes({
  found,
  before,
  after,
  isIncluded,
}: Both & { isIncluded: (place: readonly string[]) => boolean }): JSX.Element {
  return (
    <dl class="facts">
      {found.changes
        .filter(({ place }) => isIncluded(place))
        .map((change) => {
          const { where, parts } = changeInWords(change, { before, after })
          return (
            <div key={change.place.join('.')}>
              <dt>{where}</dt>
              <dd>
                <TextChanges parts={parts} />
              </dd>
            </div>
          )
        })}
    </dl>
  )
}

function Decide({
  draft,
  current,
  found,
  typed,
  house,
}: {
  draft: Draft
  current: PublishedInstrument
  found: InstrumentChanges
  typed: TypedPublication
  house: Pick<House, 'clock' | 'needsFourEyes'>
}): JSX.Element {
  const { version } = current.structure
  return (
    <section class="stack" aria-labelledby="publiceren">
      <h2 id="publiceren">Publiceren</h2>
      <p>
        {`Nu is het versie ${version}. ${
          found.reworded.length > 0
            ? `Het nummer volgt uit wat je hierboven kiest: alleen spelling wordt ${nextVersion(version, 'spelling')}, andere woorden of tips ${nextVersion(version, 'wording')}, een andere vraag ${nextVersion(version, 'meaning')}.`
            : `Het wordt versie ${nextVersion(version, stepOf(found, {}))}. ${STEP_WORDS[stepOf(found, {})]}`
        }`}
      </p>
      {house.needsFourEyes && (
        <Notice kind="panel">
          Bij jullie kijken er altijd twee. Wie aan deze wijziging meeschreef, kan haar niet zelf publiceren.
        </Notice>
      )}
      <TextAreaField
        name="samenvatting"
        label="Wat is er veranderd, in een of twee zinnen?"
        hint="Iedereen kan dit lezen, bij de versies van het instrument."
        value={typed.summary}
        rows={3}
        maxLength={SUMMARY_LENGTH.most}
      />
      <CheckboxField
        name="verhuizen"
        label="Laat scans die nog niet af zijn verdergaan met de nieuwe teksten"
        description="Dat gebeurt alleen als geen vraag van betekenis verandert. Antwoorden blijven wat ze zijn. Scans in een groep gaan altijd verder in hun eigen versie."
        isChecked={typed.movesScans}
      />
      <RadioGroup
        name="wanneer"
        legend="Wanneer?"
        options={[
          { value: 'nu', label: 'Nu meteen' },
          {
            value: 'later',
            label: 'Op een moment dat ik kies',
            description: 'Vul hieronder de dag en de tijd in.',
          },
        ]}
        chosen={typed.when === 'now' ? 'nu' : 'later'}
      />
      <TextField name="dag" label="Dag" type="date" value={typed.day} least={isoDate(house.clock())} />
      <TextField name="tijd" label="Tijd" hint="Zoals 09:00, in Nederland." value={typed.time} />
      <div class="buttons">
        <Button name="doe" value="publiceer">
          Publiceer
        </Button>
        {draft.publishAt && (
          <Button name="doe" value="trek-in" quiet>
            Toch niet publiceren op dat moment
          </Button>
        )}
        <ButtonLink quiet href={urls.draft.to({ draft: draft.id })}>
          Ga terug
        </ButtonLink>
      </div>
    </section>
  )
}

/** What stands in the way, each with the way there. */
export function obstaclesInWords(draft: Draft, obstacles: readonly Obstacle[]): ListedError[] {
  return obstacles.flatMap((obstacle) => obstacleInWords(draft, obstacle))
}

function obstacleInWords(draft: Draft, obstacle: Obstacle): ListedError[] {
  const { content } = draft
  switch (obstacle.kind) {
    case 'nothing-changed':
      return [{ text: 'Er is niets veranderd.' }]
    case 'summary-length':
      return [
        {
          text: `Schrijf in ${SUMMARY_LENGTH.least} tot ${SUMMARY_LENGTH.most} tekens wat er veranderd is.`,
          href: '#samenvatting',
        },
      ]
    case 'undeclared':
      return [
        {
          text: `Zeg wat de verandering betekent bij ${listed(obstacle.statements.map((id) => statementInWords(content, id).toLowerCase()))}.`,
          href: `#${MEANING_FIELD}${obstacle.statements[0]}`,
        },
      ]
    case 'findings':
      return obstacle.findings.map((finding) => {
        const part = partOfPlace(content, finding.place)
        return {
          text: `${placeInWords(content, finding.place)}. ${problemInWords(finding)}`,
          ...(part && {
            href: `${urls.draftPart.to({ draft: draft.id, part: nameOfPart(part) })}#${finding.place.join('.')}`,
          }),
        }
      })
    case 'succession':
      return obstacle.problems.map((problem) => ({
        text: `Een code van vroeger staat nu voor iets anders. De controle zegt: ${problem}.`,
      }))
  }
}
