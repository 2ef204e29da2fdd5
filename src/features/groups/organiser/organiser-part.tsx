import type { JSX } from 'preact'
import type { JoinRequest } from '#database/join-requests.ts'
import { progressOf } from '#database/rounds.ts'
import { decideRemind, roundState } from '#domain/round.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { GroupVisit } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { peopleInWords, progressInWords, refusalInWords } from '#words/group-words.ts'
import { Requests } from './requests.tsx'

/** What an organiser may know of a round: how many, and never who. */
export type OrganiserView = {
  invited: number
  accepted: number
  requests: JoinRequest[]
  hasLink: boolean
}

type Props = { visit: GroupVisit; view: OrganiserView; now: Date }

/** What an organiser sees of a round and can do with it; after it closed, that a next one can begin. */
export function OrganiserPart(props: Props): JSX.Element {
  const { visit, view, now } = props
  const { group } = visit
  const state = roundState(group.round, now)
  if (state === 'closed') return <AfterClosing group={group.id} />
  // Its date has come: there is nothing to do any more but to wait a few minutes.
  if (state === 'due') return <HowFar {...props} />
  // What there is to do stands first: until somebody was invited that is inviting.
  const isEmpty = view.invited + view.accepted === 0
  return (
    <>
      {view.requests.length > 0 && <Requests group={group.id} requests={view.requests} />}
      {isEmpty && <Inviting group={group.id} view={view} />}
      <HowFar {...props} />
      {!isEmpty && <Inviting group={group.id} view={view} />}
      <Ending {...props} />
    </>
  )
}

function AfterClosing({ group }: { group: string }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="volgende">
      <h2 id="volgende">Een volgende ronde</h2>
      <p>
        Vul de scan later opnieuw in met de groep, bijvoorbeeld over een half jaar. Dan zien jullie wat er
        veranderde. Je kiest zelf wie je weer uitnodigt.
      </p>
      <div class="buttons">
        <ButtonLink quiet href={urls.groupNextRound.to({ group })}>
          Begin een nieuwe ronde
        </ButtonLink>
      </div>
    </section>
  )
}

function HowFar({ visit: { group }, view }: Props): JSX.Element {
  const isOpen = group.kind === 'open'
  return (
    <section class="stack-small" aria-labelledby="hoe-ver">
      <h2 id="hoe-ver">Hoe ver is de groep?</h2>
      <DefinitionList
        items={[
          { term: 'Uitgenodigd', definition: peopleInWords(view.invited) },
          { term: 'Doen mee', definition: peopleInWords(view.accepted) },
          ...(isOpen
            ? []
            : [
                {
                  term: 'Ingestuurd',
                  definition: progressInWords(progressOf(group.round), group.round.least),
                },
              ]),
        ]}
      />
      {!isOpen && (
        <p class="small muted">
          Wie meedoet en wie klaar is, laten we niet zien. Zo durft iedereen eerlijk te zijn.
        </p>
      )}
    </section>
  )
}

function Inviting({ group, view }: { group: string; view: OrganiserView }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="uitnodigen">
      <h2 id="uitnodigen">Mensen uitnodigen</h2>
      <div class="buttons">
        <ButtonLink quiet={view.invited + view.requests.length > 0} href={urls.groupInvite.to({ group })}>
          {view.invited === 0 ? 'Nodig mensen uit' : 'Nodig meer mensen uit'}
        </ButtonLink>
        {view.invited > 0 && (
          <ButtonLink quiet href={urls.groupInvitations.to({ group })}>
            Bekijk wie is uitgenodigd
          </ButtonLink>
        )}
      </div>
      <p>
        {view.hasLink
          ? 'Er is een link waarmee mensen kunnen vragen om mee te doen. Jij zegt per persoon ja of nee.'
          : 'Weet je niet van iedereen het adres? Maak een link. Wie hem opent, vraagt om mee te doen. Jij zegt ja of nee.'}
      </p>
      <form class="buttons" method="post" action={urls.groupLink.to({ group })}>
        <Button quiet name="doe" value="nieuw">
          {view.hasLink ? 'Maak een nieuwe link' : 'Maak een link'}
        </Button>
        {view.hasLink && (
          <Button quiet name="doe" value="weg">
            Haal de link weg
          </Button>
        )}
      </form>
    </section>
  )
}

function Ending({ visit: { group }, view, now }: Props): JSX.Element {
  const isEmpty = view.invited + view.accepted === 0
  const remind = decideRemind(group.round, group.round.remindedAt, now)
  const reason = remind.ok ? (isEmpty ? 'Nodig eerst mensen uit.' : null) : refusalInWords(remind.refusal)
  return (
    <section class="stack-small" aria-labelledby="afronden">
      <h2 id="afronden">Herinneren en sluiten</h2>
      <p>
        Een herinnering gaat naar iedereen die nog niet klaar is. Drie dagen voor het einde gaat er vanzelf
        een.
      </p>
      {reason ? (
        <p class="muted">{reason}</p>
      ) : (
        <form method="post" action={urls.groupRemind.to({ group: group.id })}>
          <Button quiet>Stuur een herinnering</Button>
        </form>
      )}
      <p>Is iedereen klaar? Dan kun je eerder sluiten.</p>
      <div class="buttons">
        <ButtonLink quiet href={urls.groupClose.to({ group: group.id })}>
          Sluit de ronde
        </ButtonLink>
      </div>
    </section>
  )
}
