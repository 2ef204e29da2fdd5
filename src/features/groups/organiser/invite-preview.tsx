import type { JSX } from 'preact'
import type { InvitedAddresses, InvitedPerson } from '#domain/invited-addresses.ts'
import { invitationLines } from '#features/groups/invitation-lines.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Notice } from '#ui/notice.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import type { GroupVisit } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { counted } from '#words/dutch.ts'
import { noticedInWords } from '#words/group-words.ts'
import { asTyped } from './as-typed.ts'

/** The second step: who gets a mail, what was noticed in what was pasted, and what the mail says. */
export function previewPage(
  c: RequestContext,
  visit: GroupVisit,
  found: InvitedAddresses,
  typed: string,
): Response {
  const { group } = visit
  const { people } = found
  const title = `${counted(people.length, 'mens krijgt', 'mensen krijgen')} een uitnodiging`
  return page(
    c,
    { title, section: 'group' },
    <div class="wrap page stack narrow">
      <div class="stack-small">
        <p class="muted">{group.name}</p>
        <h1>{title}</h1>
        <p class="lead">Er is nog niets verstuurd. Klopt dit?</p>
      </div>
      <Noticed found={found} />
      <People people={people} />
      <Details summary="Lees wat er in de mail staat" isOpen={people.length < 6}>
        <LetterPreview visit={visit} />
      </Details>
      <form class="buttons" method="post" action={urls.groupInvite.to({ group: group.id })}>
        <input type="hidden" name="adressen" value={asTyped(people)} />
        {/* For going back: also what could not be read, to mend it. */}
        <input type="hidden" name="getypt" value={typed} />
        <Button name="stap" value="verstuur">
          {`Verstuur ${counted(people.length, 'uitnodiging', 'uitnodigingen')}`}
        </Button>
        <Button quiet name="stap" value="terug">
          Pas de adressen aan
        </Button>
      </form>
    </div>,
  )
}

/** More than this many stand behind a summary: what the mail says and the button stay within reach. */
const MANY = 20

function People({ people }: { people: InvitedPerson[] }): JSX.Element {
  const list = (
    <ul class="plain-list">
      {people.map(({ address, key, name }) => (
        <li key={key}>{name ? `${name}, ${address}` : address}</li>
      ))}
    </ul>
  )
  if (people.length > MANY) return <Details summary={`Bekijk deze ${people.length} mensen`}>{list}</Details>
  return (
    <section class="stack-small" aria-labelledby="wie">
      <h2 class="h3" id="wie">
        Deze mensen
      </h2>
      {list}
    </section>
  )
}

function Noticed({ found }: { found: InvitedAddresses }): JSX.Element | null {
  const noticed = noticedInWords(found)
  if (noticed.length === 0) return null
  return (
    <Notice kind="pencil">
      <ul class="stack-small">
        {noticed.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  )
}

function LetterPreview({ visit: { group, instrument } }: { visit: GroupVisit }): JSX.Element {
  const { organiser, round } = group
  const lines = invitationLines({
    groupName: group.name,
    message: organiser?.message ?? '',
    kind: group.kind,
    least: round.least,
    closesAt: round.closesAt,
    number: round.number,
    organiser: organiser?.name ?? null,
    opening: `${organiser?.name ?? 'De organisator'} vraagt je om mee te doen met ${instrument.texts.title}.`,
    purpose: instrument.texts.purpose,
  })
  return (
    <div class="panel stack-small">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
