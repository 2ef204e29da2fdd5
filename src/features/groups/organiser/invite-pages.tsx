import type { JSX } from 'preact'
import { INVITED_NAME_LENGTH, type InvitedAddresses, MOST_AT_ONCE } from '#domain/invited-addresses.ts'
import { invitationLines } from '#features/groups/invitation-lines.ts'
import type { GroupVisit } from '#features/groups/require-group.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { counted } from '#words/dutch.ts'
import { noticedInWords } from '#words/group-words.ts'

const NOBODY = 'Er staat geen nieuw e-mailadres in. Plak of typ de adressen van wie je wilt uitnodigen.'

/** The first step: a place to paste addresses. With `found` nobody new was in what was typed. */
export function askAddressesPage(
  c: RequestContext,
  { group }: GroupVisit,
  { typed = '', found, made }: { typed?: string; found?: InvitedAddresses; made?: string },
): Response {
  const isWrong = found !== undefined
  const noticed = found ? noticedInWords(found) : []
  return page(
    c,
    {
      title: isWrong ? 'Let op: nodig mensen uit' : 'Nodig mensen uit',
      section: 'group',
      status: isWrong ? 400 : 200,
    },
    <div class="wrap page stack narrow">
      {isWrong && (
        <ErrorSummary
          title="Dit lukte nog niet"
          kept="Er is niets verstuurd. Wat je typte, staat er nog."
          errors={[{ text: NOBODY, href: '#adressen' }, ...noticed.map((text) => ({ text }))]}
        />
      )}
      <div class="stack-small">
        <p class="muted">{group.name}</p>
        <h1>Nodig mensen uit</h1>
        {made && <Notice>{made}</Notice>}
        <p class="lead">Plak hieronder de e-mailadressen. Je ziet eerst wie er mail krijgt.</p>
      </div>
      <form class="stack" method="post" action={urls.groupInvite.to({ group: group.id })} novalidate>
        <TextAreaField
          name="adressen"
          label="E-mailadressen"
          hint={`Hoe je ze scheidt, maakt niet uit: elk op een regel, met komma’s of puntkomma’s. Namen mogen erbij staan. Hooguit ${MOST_AT_ONCE} tegelijk.`}
          value={typed}
          rows={8}
          {...(isWrong && { error: NOBODY })}
        />
        <div class="buttons">
          <Button name="stap" value="bekijk">
            Bekijk wie er mail krijgt
          </Button>
          <ButtonLink quiet href={urls.group.to({ group: group.id })}>
            Later
          </ButtonLink>
        </div>
      </form>
    </div>,
  )
}

/** The second step: who gets a mail, what was noticed in what was pasted, and what the mail says. */
export function previewPage(c: RequestContext, visit: GroupVisit, found: InvitedAddresses): Response {
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
      <section class="stack-small" aria-labelledby="wie">
        <h2 class="h3" id="wie">
          Deze mensen
        </h2>
        <ul class="plain-list">
          {people.map(({ address, key, name }) => (
            <li key={key}>{name ? `${name}, ${address}` : address}</li>
          ))}
        </ul>
      </section>
      <Details summary="Lees wat er in de mail staat" isOpen={people.length < 6}>
        <LetterPreview visit={visit} />
      </Details>
      <form class="buttons" method="post" action={urls.groupInvite.to({ group: group.id })}>
        <input type="hidden" name="adressen" value={asTyped(people)} />
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

/** One per line, as they would be pasted: what is sent is what was looked at. */
export function asTyped(people: { address: string; name: string }[]): string {
  return people
    .map(({ address, name }) =>
      name ? `"${name.slice(0, INVITED_NAME_LENGTH).replaceAll('"', '')}" <${address}>` : address,
    )
    .join('\n')
}
