import type { JSX } from 'preact'
import { findProfile } from '#database/accounts.ts'
import { findGroupOf } from '#database/groups.ts'
import { findInvitationFor, type StandingInvitation } from '#database/invitations.ts'
import { countTakingPart } from '#database/rounds.ts'
import type { Session } from '#database/sessions.ts'
import type { Instrument } from '#domain/instrument.ts'
import { GroupRules } from '#features/groups/group-rules.tsx'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { findActionsOfLastTime } from '#features/groups/since-last-time/find-since-last-time.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { withNext } from '#web/next-path.ts'
import { page } from '#web/page.tsx'
import { requireAccount } from '#web/require.ts'
import { idIn } from '#web/require-group.ts'
import { sessionOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'
import { capitalised, dutchCount, dutchDate } from '#words/dutch.ts'
import { agreedInWords } from '#words/since-last-time-words.ts'
import { join } from './join.ts'
import { RoleField, readRole } from './role-field.tsx'

/**
 * What somebody is invited to, with the rules and the real numbers. Whoever is not signed in sees the same page
 * whatever the address says; who has another address than the invitation sees the same as when there is none.
 */
export async function showInvitation(c: RequestContext): Promise<Response> {
  const session = await sessionOf(c)
  if (!session) return signInFirst(c)
  const found = await findFor(c, session.account.id)
  if (!found) return noInvitation(c, session.account.address)
  return invitationPage(c, found, session.account)
}

export function acceptInvitation(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const form = await readFields(c, ['functie'])
    const found = await findFor(c, account.id)
    if (!found) return noInvitation(c, account.address)
    const role = form && readRole(found.instrument, form.get('functie'))
    if (!form || role === undefined) return refuse(c, 400)
    const { invitation } = found
    const outcome = await join(c.get('house'), { round: invitation.roundId, account, role })
    const group = urls.group.to({ group: invitation.group })
    if (outcome.ok) return c.redirect(`${group}?gelukt=meedoen`, 303)
    if (outcome.refusal === 'is-member-already') return c.redirect(group, 303)
    return refuseInRound(c, invitation.group, outcome.refusal)
  })
}

type Found = { invitation: StandingInvitation; instrument: Instrument }

async function findFor(c: RequestContext, account: string): Promise<Found | null> {
  const { db, catalogue, clock } = c.get('house')
  const id = idIn(c, 'invitation')
  const invitation = id && (await findInvitationFor(db, id, account))
  if (!invitation || invitation.closesAt <= clock()) return null
  const instrument = catalogue.find(invitation.instrument, invitation.instrumentVersion)
  return instrument ? { invitation, instrument } : null
}

async function invitationPage(
  c: RequestContext,
  { invitation, instrument }: Found,
  account: Session['account'],
): Promise<Response> {
  const { db } = c.get('house')
  const { accepted } = await countTakingPart(db, invitation.roundId)
  const profile = await findProfile(db, account.id)
  // Only who was in the group before may read what came of it.
  const known = await findGroupOf(db, invitation.group, account.id)
  const agreed = known ? await findActionsOfLastTime({ db }, known) : []
  const { organiser, message } = invitation
  return page(
    c,
    { title: `Uitnodiging: ${invitation.groupName}`, section: 'group' },
    <div class="wrap page stack narrow">
      <div class="stack-small">
        <p class="muted">Je bent uitgenodigd</p>
        <h1>{invitation.groupName}</h1>
        <p class="lead">
          {`${organiser ?? 'De groep'} vraagt je mee te doen met ${instrument.texts.title}. Het kost ongeveer een half uur en kan tot en met ${dutchDate(lastDay(invitation.closesAt))}.`}
        </p>
      </div>
      {message && <Message from={organiser} text={message} />}
      <GroupRules kind={invitation.kind} least={invitation.least} closesAt={invitation.closesAt} />
      <p>{acceptedInWords(accepted)}</p>
      {agreed.length > 0 && (
        <p>
          {`${agreedInWords(agreed)} `}
          <a href={urls.groupSinceLastTime.to({ group: invitation.group })}>
            Lees wat er sinds de vorige ronde gebeurde
          </a>
        </p>
      )}
      <form class="stack" method="post" action={urls.invitation.to({ invitation: invitation.id })}>
        {invitation.kind === 'confidential' && instrument.roles.length > 0 && (
          <RoleField instrument={instrument} chosen={profile.role} least={invitation.least} />
        )}
        <div class="buttons">
          <Button>Doe mee</Button>
          <ButtonLink quiet href={urls.groups.to()}>
            Nu niet
          </ButtonLink>
        </div>
        <p class="small muted">
          Doe je niet mee? Dan hoef je niets te doen. Niemand ziet dat je deze pagina hebt bekeken.
        </p>
      </form>
    </div>,
  )
}

function Message({ from, text }: { from: string | null; text: string }): JSX.Element {
  return (
    <div class="panel stack-small">
      <p class="as-typed">{text}</p>
      {from && <p class="small muted">{from}</p>}
    </div>
  )
}

/** Until now, with the real number: who hesitates knows how many others there are. */
export function acceptedInWords(accepted: number): string {
  if (accepted === 0) return 'Nog niemand heeft de uitnodiging aangenomen.'
  return accepted === 1
    ? 'Eén persoon doet al mee.'
    : `${capitalised(dutchCount(accepted))} mensen doen al mee.`
}

/** A round closes as its last day ends. */
function lastDay(closesAt: Date): Date {
  return new Date(closesAt.getTime() - 1)
}

function signInFirst(c: RequestContext): Response {
  const here = c.req.path
  return page(
    c,
    { title: 'Je bent uitgenodigd', section: 'group' },
    <div class="wrap page stack narrow">
      <h1>Je bent uitgenodigd voor een groep</h1>
      <p class="lead">
        Log in met het e-mailadres waarop je de uitnodiging kreeg. Dan zie je wie je uitnodigt en wie straks
        wat ziet.
      </p>
      <p>
        Waarom een account? Zo doet iedereen één keer mee, en kan niemand onder jouw naam meedoen. Heb je nog
        geen account? Maak er een met hetzelfde adres. Je uitnodiging staat daarna klaar bij <i>Groepen</i>.
      </p>
      <div class="buttons">
        <ButtonLink href={withNext(urls.signIn.to(), here)}>Log in</ButtonLink>
        <ButtonLink quiet href={urls.signUp.to()}>
          Maak een account
        </ButtonLink>
      </div>
    </div>,
  )
}

function noInvitation(c: RequestContext, address: string): Response {
  return page(
    c,
    { title: 'Geen uitnodiging', section: 'group', status: 404 },
    <div class="wrap page stack narrow">
      <h1>Hier is geen uitnodiging voor jou</h1>
      <p class="lead">{`Je bent ingelogd als ${address}. Voor dat adres is hier geen uitnodiging.`}</p>
      <p>
        Kreeg je de mail op een ander adres? Log dan in met dat adres. De uitnodiging kan ook zijn
        ingetrokken, of de ronde is gesloten. Vraag het aan wie je uitnodigde.
      </p>
      <p>
        <ButtonLink href={urls.groups.to()}>Naar je groepen</ButtonLink>
      </p>
    </div>,
  )
}
