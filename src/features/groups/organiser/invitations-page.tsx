import type { JSX } from 'preact'
import { type Invitation, listInvitations } from '#database/invitations.ts'
import { roundState } from '#domain/round.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireOrganiser } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'

const DONE: Record<string, string> = {
  opnieuw: 'De uitnodiging is nog een keer onderweg.',
  ingetrokken:
    'De uitnodiging is ingetrokken. Deed deze persoon al mee? Dan blijft dat zo: niemand kan uit een ronde worden gezet.',
}

/** Whom the organiser invited. Not who accepted: that is theirs to tell. */
export function showInvitations(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async ({ group }) => {
    const { db, clock } = c.get('house')
    const invitations = await listInvitations(db, group.round.id)
    const isOpen = roundState(group.round, clock()) === 'open'
    const done = DONE[c.req.query('gelukt') ?? '']
    return page(
      c,
      { title: `Uitgenodigd voor ${group.name}`, section: 'group' },
      <div class="wrap page stack narrow">
        <div class="stack-small">
          <p class="muted">{group.name}</p>
          <h1>Wie is uitgenodigd</h1>
          {done && <Notice>{done}</Notice>}
          <p class="lead">
            {invitations.length === 0
              ? 'Je hebt nog niemand uitgenodigd.'
              : 'Hier zie je aan wie je mailde. Of iemand meedoet, zie je hier niet: dat is aan henzelf.'}
          </p>
        </div>
        <ul class="rows">
          {invitations.map((invitation) => (
            <Row invitation={invitation} group={group.id} isOpen={isOpen} key={invitation.id} />
          ))}
        </ul>
        <div class="buttons">
          {isOpen && (
            <ButtonLink href={urls.groupInvite.to({ group: group.id })}>
              {invitations.length === 0 ? 'Nodig mensen uit' : 'Nodig meer mensen uit'}
            </ButtonLink>
          )}
          <ButtonLink quiet href={urls.group.to({ group: group.id })}>
            Terug naar de groep
          </ButtonLink>
        </div>
      </div>,
    )
  })
}

function Row({
  invitation: { id, name, address, invitedAt, revokedAt },
  group,
  isOpen,
}: {
  invitation: Invitation
  group: string
  isOpen: boolean
}): JSX.Element {
  const who = name || address
  return (
    <li class="stack-small">
      <p>
        <b>{who}</b>
        <br />
        <span class="muted">
          {name && `${address}, `}
          {revokedAt ? `ingetrokken op ${dutchDate(revokedAt)}` : `uitgenodigd op ${dutchDate(invitedAt)}`}
        </span>
      </p>
      {isOpen && (
        <form class="buttons" method="post" action={urls.groupInvitation.to({ group, invitation: id })}>
          <Button quiet name="doe" value="opnieuw">
            Stuur opnieuw<span class="visually-hidden">{` aan ${who}`}</span>
          </Button>
          {!revokedAt && (
            <Button quiet name="doe" value="intrekken">
              Trek in<span class="visually-hidden">{` voor ${who}`}</span>
            </Button>
          )}
        </form>
      )}
    </li>
  )
}
