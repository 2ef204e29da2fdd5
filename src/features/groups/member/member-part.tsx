import type { JSX } from 'preact'
import type { Membership } from '#database/groups.ts'
import type { ListedScan } from '#database/scans.ts'
import { roundState } from '#domain/round.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import type { GroupVisit } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'
import { RoleField } from './role-field.tsx'

/** On the page of a group: what a member can do in the newest round, and an organiser who wants to take part. */
export function MemberPart({
  visit,
  now,
  scan,
  usable,
}: {
  visit: GroupVisit
  now: Date
  /** The scan that the member fills in for the round. */
  scan: ListedScan | null
  /** Finished scans of the member that may be sent in instead. */
  usable: ListedScan[]
}): JSX.Element | null {
  const { group } = visit
  if (roundState(group.round, now) !== 'open') return null
  if (!group.membership) return group.isOrganiser ? <TakePart visit={visit} /> : null
  return (
    <section class="stack" aria-labelledby="jouw-deel">
      <h2 id="jouw-deel">Jouw deel</h2>
      <NextStep visit={visit} membership={group.membership} scan={scan} usable={usable} />
      <p class="small">
        <a href={urls.groupLeave.to({ group: group.id })}>Stap uit deze groep</a>
      </p>
    </section>
  )
}

function NextStep({
  visit: { group, instrument },
  membership,
  scan,
  usable,
}: {
  visit: GroupVisit
  membership: Membership
  scan: ListedScan | null
  usable: ListedScan[]
}): JSX.Element {
  if (membership.sentAt) return <Sent group={group} sentAt={membership.sentAt} scan={scan} />
  if (!scan) return <Begin group={group.id} title={instrument.texts.shortTitle} usable={usable} />
  if (!scan.finishedAt) {
    return (
      <>
        <p>Je bent begonnen met invullen. Alleen jij ziet je antwoorden, tot je ze zelf instuurt.</p>
        <div class="buttons">
          <ButtonLink href={urls.scan.to({ scan: scan.id })}>Ga verder met invullen</ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <p>Je scan is af. Hij is nog niet ingestuurd: alleen jij ziet je antwoorden.</p>
      <div class="buttons">
        <ButtonLink href={urls.groupSend.to({ group: group.id })}>Bekijk wat je instuurt</ButtonLink>
        <ButtonLink quiet href={urls.scanResult.to({ scan: scan.id })}>
          Bekijk je eigen resultaat
        </ButtonLink>
      </div>
    </>
  )
}

function Begin({
  group,
  title,
  usable,
}: {
  group: string
  title: string
  usable: ListedScan[]
}): JSX.Element {
  return (
    <form class="stack" method="post" action={urls.groupFillIn.to({ group })}>
      {usable.length > 0 && (
        <RadioGroup
          name="scan"
          legend="Waarmee doe je mee?"
          chosen="nieuw"
          options={[
            {
              value: 'nieuw',
              label: 'Ik vul een nieuwe scan in',
              description: 'Dat kost ongeveer een half uur.',
            },
            ...usable.map(({ id, name, finishedAt }) => ({
              value: id,
              label: name || title,
              description: finishedAt
                ? `Af sinds ${dutchDate(finishedAt)}. Je ziet eerst wat je instuurt.`
                : '',
            })),
          ]}
        />
      )}
      {usable.length === 0 && (
        <p>
          Vul de scan in. Alleen jij ziet je antwoorden, tot je ze zelf instuurt. Je kunt tussendoor stoppen.
        </p>
      )}
      <div class="buttons">
        <Button>{usable.length > 0 ? 'Ga verder' : 'Begin met invullen'}</Button>
      </div>
    </form>
  )
}

function Sent({
  group,
  sentAt,
  scan,
}: {
  group: GroupVisit['group']
  sentAt: Date
  scan: ListedScan | null
}): JSX.Element {
  const isOpen = group.kind === 'open'
  return (
    <>
      <p>
        {`${isOpen ? 'Je deelt je antwoorden sinds' : 'Je stuurde je antwoorden in op'} ${dutchDate(sentAt)}. Tot de ronde sluit, kun je ze vervangen of terughalen.`}
      </p>
      <div class="buttons">
        {isOpen && (
          <ButtonLink href={urls.groupRound.to({ group: group.id, round: String(group.round.number) })}>
            Leg de antwoorden naast elkaar
          </ButtonLink>
        )}
        {scan && (
          <ButtonLink quiet href={urls.scan.to({ scan: scan.id })}>
            Bekijk of wijzig je scan
          </ButtonLink>
        )}
        {scan?.finishedAt && (
          <ButtonLink quiet href={urls.groupSend.to({ group: group.id })}>
            Stuur opnieuw in
          </ButtonLink>
        )}
      </div>
      <form method="post" action={urls.groupTakeBack.to({ group: group.id })}>
        <Button quiet>Haal mijn antwoorden terug</Button>
      </form>
    </>
  )
}

/** An organiser may take part as anybody else does. */
function TakePart({ visit: { group, instrument } }: { visit: GroupVisit }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="zelf-meedoen">
      <h2 id="zelf-meedoen">Zelf meedoen</h2>
      <p>
        {group.kind === 'confidential'
          ? `Je kunt de scan zelf ook invullen. Jouw antwoorden tellen mee in de cijfers, maar niet voor het minimum van ${group.round.least}: wie zijn eigen antwoorden kent, kan ze van het geheel aftrekken.`
          : 'Je kunt de scan zelf ook invullen, en je antwoorden met de anderen delen.'}
      </p>
      <form class="stack" method="post" action={urls.groupFillIn.to({ group: group.id })}>
        {group.kind === 'confidential' && instrument.roles.length > 0 && (
          <RoleField instrument={instrument} chosen={null} least={group.round.least} />
        )}
        <div class="buttons">
          <Button quiet>Doe zelf ook mee</Button>
        </div>
      </form>
    </section>
  )
}
