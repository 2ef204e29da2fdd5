import type { JSX } from 'preact'
import { saveTopics } from '#database/talks.ts'
import { statementsOf } from '#domain/instrument.ts'
import { agendaOf, reasonsFor, TALK_MINUTES, TOPICS } from '#domain/talk.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type GroupVisit, requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { PARTS, reasonLabel } from '#words/talk-words.ts'
import { findTalk, type Talk, type Topic } from './find-talk.ts'

const FIELDS = Array.from({ length: TOPICS }, (_, index) => `onderwerp-${index + 1}`)

/** What to talk about, in which order and how long; three are proposed, and can be changed by hand. */
export function showTalk(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const talk = await findTalk(c.get('house'), visit)
    return talk ? talkPage(c, visit, talk) : nothingYet(c, visit)
  })
}

export function chooseTopics(c: RequestContext): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const form = await readFields(c, FIELDS)
    const { db, clock } = c.get('house')
    const talk = await findTalk(c.get('house'), visit)
    if (!form) return refuse(c, 400)
    if (!talk) return c.redirect(urls.groupTalk.to({ group: visit.group.id }), 303)
    const ids = FIELDS.map((name) => form.get(name) ?? '').filter(Boolean)
    const known = statementsOf(talk.instrument).map(({ id }) => id)
    if (ids.some((id) => !known.includes(id))) return refuse(c, 400)
    const chosen = [...new Set(ids)]
    if (chosen.length === 0) return talkPage(c, visit, talk, 'Kies ten minste één onderwerp.')
    await saveTopics(db, talk.round.id, chosen, clock())
    return c.redirect(`${urls.groupTalk.to({ group: visit.group.id })}?gelukt=gekozen`, 303)
  })
}

function talkPage(c: RequestContext, { group }: GroupVisit, talk: Talk, error?: string): Response {
  const asked = Number(c.req.query('minuten'))
  const minutes = TALK_MINUTES.find((one) => one === asked) ?? TALK_MINUTES[0]
  return page(
    c,
    {
      title: error ? `Let op: het gesprek van ${group.name}` : `Het gesprek van ${group.name}`,
      section: 'group',
      status: error ? 400 : 200,
    },
    <div class="wrap page stack-large">
      <div class="stack-small narrow">
        {error && (
          <ErrorSummary
            title="Dit lukte nog niet"
            kept="Er is niets veranderd."
            errors={[{ text: error, href: `#${FIELDS[0]}` }]}
          />
        )}
        <p class="muted">{group.name}</p>
        <h1>Het gesprek voorbereiden</h1>
        {c.req.query('gelukt') === 'gekozen' && <Notice>Jullie onderwerpen zijn bewaard.</Notice>}
        <p class="lead">
          {talk.isChosen
            ? 'Dit kozen jullie om over te praten. Meer past niet in één gesprek.'
            : 'Deze drie onderwerpen stellen we voor. Waarom, staat erbij. Meer past niet in één gesprek.'}
        </p>
      </div>
      {talk.topics.map((topic, index) => (
        <TopicCard
          topic={topic}
          number={index + 1}
          group={group.id}
          round={talk.round.number}
          key={topic.statement.id}
        />
      ))}
      <Agenda talk={talk} minutes={minutes} group={group.id} />
      <Choose talk={talk} group={group.id} isOpen={error !== undefined} />
      <Advice talk={talk} />
      <div class="buttons print-hidden">
        <ButtonLink href={urls.groupRoom.to({ group: group.id })}>Begin het gesprek in de zaal</ButtonLink>
        <ButtonLink quiet href={urls.groupTalkPdf.to({ group: group.id })}>
          Download het blad voor op tafel (PDF)
        </ButtonLink>
        <ButtonLink quiet href={urls.groupRecord.to({ group: group.id })}>
          Lees terug wat jullie bespraken
        </ButtonLink>
        <ButtonLink quiet href={urls.groupPlan.to({ group: group.id })}>
          Naar het plan
        </ButtonLink>
        <ButtonLink quiet href={urls.group.to({ group: group.id })}>
          Terug naar de groep
        </ButtonLink>
      </div>
    </div>,
  )
}

function TopicCard({
  topic: { statement, words },
  number,
  group,
  round,
}: {
  topic: Topic
  number: number
  group: string
  round: number
}): JSX.Element {
  const result = `${urls.groupRound.to({ group, round: String(round) })}#stelling-${statement.id}`
  return (
    <section class="card stack-small" aria-labelledby={`onderwerp-kop-${number}`}>
      <h2 id={`onderwerp-kop-${number}`}>{`${number}. ${statement.topic}`}</h2>
      <p class="lead">{statement.statement}</p>
      <p>{words.why}</p>
      <p>
        <b>Begin met:</b> {words.question}
      </p>
      <p>
        <b>Vraag door:</b> {words.deepen.join(' ')}
      </p>
      <p class="small">
        <a href={result}>
          Bekijk wat de groep antwoordde<span class="visually-hidden">{`: ${statement.topic}`}</span>
        </a>
        {' · '}
        <a href={`${urls.groupNewAction.to({ group })}?stelling=${statement.id}`}>
          Spreek iets af<span class="visually-hidden">{`: ${statement.topic}`}</span>
        </a>
      </p>
    </section>
  )
}

function Agenda({ talk, minutes, group }: { talk: Talk; minutes: number; group: string }): JSX.Element {
  const agenda = agendaOf(
    talk.topics.map(({ statement }) => statement.id),
    minutes,
  )
  const rows = agenda.map(({ kind, statement, minutes: own }) => {
    const topic = talk.topics.find((one) => one.statement.id === statement)
    const [title, text] =
      kind === 'topic'
        ? [topic?.statement.topic ?? '', topic?.words.question ?? '']
        : [PARTS[kind].title, PARTS[kind].text]
    return [title, `${own} minuten`, text]
  })
  const here = urls.groupTalk.to({ group })
  return (
    <section class="stack-small" aria-labelledby="agenda">
      <h2 id="agenda">{`De agenda voor ${minutes} minuten`}</h2>
      <DataTable
        caption="Wat komt wanneer aan de beurt"
        columns={[{ label: 'Onderdeel' }, { label: 'Tijd' }, { label: 'Zo begin je' }]}
        rows={rows}
      />
      <p class="small print-hidden">
        Meer of minder tijd?{' '}
        {TALK_MINUTES.filter((one) => one !== minutes).map((one, index) => (
          <>
            {index > 0 && ' · '}
            <a href={`${here}?minuten=${one}#agenda`}>{`${one} minuten`}</a>
          </>
        ))}
      </p>
    </section>
  )
}

/** Every statement, each with why it is worth talking about. */
function Choose({ talk, group, isOpen }: { talk: Talk; group: string; isOpen: boolean }): JSX.Element {
  const options = [
    { value: '', label: 'Geen' },
    ...statementsOf(talk.instrument).map(({ id, number, topic }) => {
      const label = reasonLabel(reasonsFor(talk.reasons, id))
      const why = label ? ` (${label})` : ''
      return { value: id, label: `${number}. ${topic}${why}` }
    }),
  ]
  return (
    <Details summary="Kies andere onderwerpen" isOpen={isOpen}>
      <form class="stack" method="post" action={urls.groupTalk.to({ group })}>
        {FIELDS.map((name, index) => (
          <SelectField
            name={name}
            label={`Onderwerp ${index + 1}`}
            options={options}
            chosen={talk.topics[index]?.statement.id ?? ''}
            key={name}
          />
        ))}
        <div class="buttons">
          <Button>Bewaar de onderwerpen</Button>
        </div>
      </form>
    </Details>
  )
}

function Advice({ talk }: { talk: Talk }): JSX.Element {
  return (
    <section class="stack-small narrow" aria-labelledby="advies">
      <h2 id="advies">Zo wordt het een goed gesprek</h2>
      <ul class="stack-small">
        {talk.instrument.texts.conversation.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function nothingYet(c: RequestContext, { group }: GroupVisit): Response {
  return page(
    c,
    { title: `Het gesprek van ${group.name}`, section: 'group' },
    <div class="wrap page stack narrow">
      <div class="stack-small">
        <p class="muted">{group.name}</p>
        <h1>Nog even wachten met het gesprek</h1>
        <p class="lead">
          {group.kind === 'open'
            ? 'Zodra twee mensen hun antwoorden delen, stellen we hier onderwerpen voor.'
            : 'Zodra een ronde gesloten is en de groep cijfers heeft, stellen we hier onderwerpen voor.'}
        </p>
      </div>
      <p>
        <ButtonLink quiet href={urls.group.to({ group: group.id })}>
          Terug naar de groep
        </ButtonLink>
      </p>
    </div>,
  )
}
