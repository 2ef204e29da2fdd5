import type { JSX } from 'preact'
import { type Conversation, dilemmasFor } from '#domain/conversation.ts'
import { MEETING_HOURS } from '#domain/meeting.ts'
import { findTalk, type Talk } from '#features/groups/talk/find-talk.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import type { GroupVisit } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'

/** Before the meeting: what it is about, a case to warm up with, and who will see what. */
export async function showStart(c: RequestContext, visit: GroupVisit): Promise<Response> {
  const house = c.get('house')
  const { group } = visit
  const talk = await findTalk(house, visit)
  if (!talk) return c.redirect(urls.groupTalk.to({ group: group.id }), 303)
  const ended = c.req.query('gelukt') === 'afgesloten'
  return page(
    c,
    { title: `Begin het gesprek van ${group.name}`, section: 'group' },
    <div class="wrap page stack narrow">
      <div class="stack-small">
        <p class="muted">{group.name}</p>
        <h1>{ended ? 'Het gesprek is afgesloten' : 'Begin het gesprek'}</h1>
        <p class="lead">
          {ended
            ? 'De code werkt niet meer. Wat jullie afspraken, staat in het plan. Wat jullie opschreven en stemden, lees je terug in het verslag.'
            : 'Zet dit scherm op de beamer. Iedereen kan meedoen op de eigen telefoon, maar het lukt ook zonder.'}
        </p>
      </div>
      {ended ? (
        <div class="buttons">
          <ButtonLink href={urls.groupPlan.to({ group: group.id })}>Naar het plan</ButtonLink>
          <ButtonLink quiet href={urls.groupRecord.to({ group: group.id })}>
            Naar het verslag
          </ButtonLink>
        </div>
      ) : (
        <StartForm talk={talk} group={group.id} conversation={house.conversationOn(talk.instrument.id)} />
      )}
    </div>,
  )
}

function StartForm({
  talk,
  group,
  conversation,
}: {
  talk: Talk
  group: string
  conversation: Conversation
}): JSX.Element {
  const statements = talk.topics.map(({ statement }) => statement.id)
  const dilemmas = dilemmasFor(conversation, statements)
  return (
    <form class="stack" method="post" action={urls.groupRoom.to({ group })}>
      <section class="stack-small" aria-labelledby="onderwerpen">
        <h2 id="onderwerpen">Jullie onderwerpen</h2>
        <ol>
          {talk.topics.map(({ statement }) => (
            <li key={statement.id}>{statement.topic}</li>
          ))}
        </ol>
        <p>
          <a href={urls.groupTalk.to({ group })}>Kies andere onderwerpen</a>
        </p>
      </section>
      {dilemmas.length > 0 && (
        <RadioGroup
          name="dilemma"
          legend="Wil je opwarmen met een dilemma?"
          hint="Dat kost vijf tot tien minuten, en maakt het praten makkelijker."
          chosen={dilemmas[0]?.id ?? ''}
          options={[
            ...dilemmas.map(({ id, title, case: story }) => ({
              value: id,
              label: title,
              description: story,
            })),
            { value: '', label: 'Nee, begin meteen' },
          ]}
        />
      )}
      <section class="stack-small" aria-labelledby="wie-ziet-wat">
        <h2 id="wie-ziet-wat">Wie ziet wat?</h2>
        <ul>
          <li>Wie de code heeft, ziet wat er op het scherm staat. Deel de code alleen met wie erbij is.</li>
          <li>Wie stemt, doet dat zonder naam. Niemand ziet wat iemand koos, jij ook niet.</li>
          <li>{`Iedereen in de groep kan het scherm bedienen. Na ${MEETING_HOURS} uur sluit het gesprek vanzelf.`}</li>
        </ul>
      </section>
      <div class="buttons">
        <Button name="doe" value="begin">
          Begin het gesprek
        </Button>
        <ButtonLink quiet href={urls.groupTalk.to({ group })}>
          Ga terug
        </ButtonLink>
      </div>
    </form>
  )
}
