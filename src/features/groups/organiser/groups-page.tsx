import type { JSX } from 'preact'
import { listGroupsOf, type SeenGroup } from '#database/groups.ts'
import { listInvitationsFor, type StandingInvitation } from '#database/invitations.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { RowList } from '#ui/row-list.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireAccount } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { groupInWords, untilInWords } from '#words/group-words.ts'

/** What somebody is invited to, and the groups they organise or take part in. */
export function showGroups(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const { db, clock } = c.get('house')
    const now = clock()
    const invitations = (await listInvitationsFor(db, account.id)).filter(({ closesAt }) => closesAt > now)
    const groups = await listGroupsOf(db, account.id)
    const isEmpty = invitations.length === 0 && groups.length === 0
    return page(
      c,
      { title: 'Groepen', section: 'group' },
      <div class="wrap page stack narrow">
        <h1>Groepen</h1>
        {c.req.query('gelukt') === 'vertrokken' && (
          <Notice>Je doet niet meer mee. Wat je had ingestuurd, is weg uit de groep.</Notice>
        )}
        {isEmpty && <Empty />}
        {invitations.length > 0 && <Invitations invitations={invitations} />}
        {groups.length > 0 && <Groups groups={groups} now={now} />}
        <div class="buttons">
          <ButtonLink quiet={invitations.length > 0} href={urls.newGroup.to()}>
            Maak een groep
          </ButtonLink>
        </div>
      </div>,
    )
  })
}

function Empty(): JSX.Element {
  return (
    <>
      <p class="lead">
        In een groep vult ieder voor zich dezelfde scan in. Daarna zien jullie samen waar je staat.
      </p>
      <p>
        Je hebt nog geen groep en geen uitnodiging. Nodigt iemand je uit? Dan staat dat hier. Je kunt ook zelf
        een groep maken. Dat kost twee minuten.
      </p>
    </>
  )
}

function Invitations({ invitations }: { invitations: StandingInvitation[] }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="uitgenodigd">
      <h2 id="uitgenodigd">Je bent uitgenodigd</h2>
      <RowList
        items={invitations.map(({ id, groupName, organiser, closesAt }) => ({
          title: groupName,
          text: `${organiser ?? 'Iemand'} vraagt je mee te doen. ${untilInWords(closesAt)}`,
          href: urls.invitation.to({ invitation: id }),
        }))}
      />
    </section>
  )
}

function Groups({ groups, now }: { groups: SeenGroup[]; now: Date }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="jouw-groepen">
      <h2 id="jouw-groepen">Jouw groepen</h2>
      <RowList
        items={groups.map((group) => ({
          title: group.name,
          text: groupInWords(group, now),
          href: urls.group.to({ group: group.id }),
        }))}
      />
    </section>
  )
}
