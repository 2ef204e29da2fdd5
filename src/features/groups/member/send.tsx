import type { JSX } from 'preact'
import { findMembership, findSendableScan, lockSendableScan, saveSent } from '#database/round-members.ts'
import { lockRound } from '#database/rounds.ts'
import { findScanOf, type StoredScan } from '#database/scans.ts'
import { exampleRelease } from '#domain/example-release.ts'
import { ORGANISER_NAME_LENGTH } from '#domain/group.ts'
import { decideSend } from '#domain/round.ts'
import { GroupRules } from '#features/groups/group-rules.tsx'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { TeamResultContent } from '#features/groups/result/team-result-content.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { type GroupVisit, requireGroup } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { SentAnswersList } from './sent-answers-list.tsx'

/** Before anything is sent in: what goes along, what does not, and exactly what others will see. */
export function showSend(c: RequestContext): Promise<Response> {
  return requireSendable(c, (visit, scan) => sendPage(c, visit, scan))
}

/** Sends in what the scan says now; nothing of it changes in the group until it is sent in again. */
export function send(c: RequestContext): Promise<Response> {
  return requireSendable(c, async (visit, scan) => {
    const { group, account } = visit
    const isOpen = group.kind === 'open'
    const form = await readFields(c, isOpen ? ['naam'] : [])
    if (!form) return refuse(c, 400)
    const name = (form.get('naam') ?? '').replace(/\s+/g, ' ').trim()
    const error = isOpen ? nameError(name) : undefined
    if (error) return sendPage(c, visit, scan, { name, error })
    const { db, clock } = c.get('house')
    const decision = await db.transaction().execute(async (trx) => {
      const round = (await lockRound(trx, group.round.id, 'use')) ?? group.round
      const membership = await findMembership(trx, round.id, account.id)
      const sendable = await lockSendableScan(trx, scan.id, account.id)
      if (!sendable) return { ok: false as const, refusal: 'scan-is-not-finished' as const }
      const member = membership ? { account: account.id, ...membership } : null
      const now = clock()
      const decided = decideSend(round, member, sendable, now)
      if (decided.ok && membership) {
        const sent = { memberId: membership.id, scanId: scan.id, at: now }
        await saveSent(trx, { ...sent, sharedName: isOpen ? name : null })
      }
      return decided
    })
    if (!decision.ok) return refuseInRound(c, group.id, decision.refusal)
    return c.redirect(`${urls.group.to({ group: group.id })}?gelukt=ingestuurd`, 303)
  })
}

function nameError(name: string): string | undefined {
  if (name === '') return 'Vul in hoe de anderen je mogen zien, bijvoorbeeld je voornaam.'
  return name.length > ORGANISER_NAME_LENGTH
    ? `Je naam is te lang. Gebruik hooguit ${ORGANISER_NAME_LENGTH} tekens.`
    : undefined
}

/** A member with a finished scan for the round; others are told what comes first. */
function requireSendable(
  c: RequestContext,
  handle: (visit: GroupVisit, scan: StoredScan) => Response | Promise<Response>,
): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const { group, account } = visit
    const { db, clock } = c.get('house')
    const scan = group.membership?.scan
      ? await findScanOf(db, group.membership.scan, { browser: null, account: account.id })
      : undefined
    const sendable = scan && (await findSendableScan(db, scan.id, account.id))
    if (!scan || !sendable) return c.redirect(urls.group.to({ group: group.id }), 303)
    const member = group.membership && { account: account.id, ...group.membership }
    const decision = decideSend(group.round, member, sendable, clock())
    if (!decision.ok) return refuseInRound(c, group.id, decision.refusal)
    return handle(visit, scan)
  })
}

async function sendPage(
  c: RequestContext,
  visit: GroupVisit,
  scan: StoredScan,
  typed: { name: string; error?: string } = { name: '' },
): Promise<Response> {
  const { group } = visit
  const isOpen = group.kind === 'open'
  const title = isOpen ? 'Wil je je antwoorden delen?' : 'Dit stuur je in'
  return page(
    c,
    {
      title: typed.error ? `Let op: ${title}` : title,
      section: 'group',
      status: typed.error ? 400 : 200,
    },
    <>
      <div class="wrap page stack narrow">
        {typed.error && (
          <ErrorSummary
            title="Dit lukte nog niet"
            kept="Er is niets gedeeld."
            errors={[{ text: typed.error, href: '#naam' }]}
          />
        )}
        <div class="stack-small">
          <p class="muted">{group.name}</p>
          <h1>{title}</h1>
          <p class="lead">
            {isOpen
              ? 'De leden van deze groep zien dan je antwoorden met je naam erbij. Niemand anders ziet ze. Tot de ronde sluit, kun je ze terughalen.'
              : 'Je antwoorden gaan naar de groep, zonder je naam. Niemand ziet ze los van die van anderen.'}
          </p>
        </div>
        <WhatGoesAlong visit={visit} scan={scan} />
        <GroupRules kind={group.kind} least={group.round.least} closesAt={group.round.closesAt} />
        <form class="stack" method="post" action={urls.groupSend.to({ group: group.id })} novalidate>
          {isOpen && (
            <TextField
              name="naam"
              label="Onder welke naam?"
              hint="Zo zien de andere leden van de groep wie dit zijn."
              value={typed.name}
              maxLength={ORGANISER_NAME_LENGTH}
              autocomplete="name"
              {...(typed.error && { error: typed.error })}
            />
          )}
          <div class="buttons">
            <Button>{isOpen ? 'Deel mijn antwoorden met de groep' : 'Stuur mijn antwoorden in'}</Button>
            <ButtonLink quiet href={urls.group.to({ group: group.id })}>
              Nu niet
            </ButtonLink>
          </div>
        </form>
      </div>
      {!isOpen && <Example visit={visit} />}
    </>,
  )
}

function WhatGoesAlong({
  visit: { group, instrument },
  scan,
}: {
  visit: GroupVisit
  scan: StoredScan
}): JSX.Element {
  const isOpen = group.kind === 'open'
  const hasRole = group.membership?.role
  const role = instrument.roles.find(({ id }) => id === hasRole)
  return (
    <section class="stack-small" aria-labelledby="gaat-mee">
      <h2 class="h3" id="gaat-mee">
        Dit gaat mee, en dit niet
      </h2>
      <ul>
        <li>{`Wel: je antwoorden zoals ze nu zijn${!isOpen && role ? `, en je functie (${role.label.toLowerCase()})` : ''}.`}</li>
        <li>{`Niet: je notities${isOpen ? '' : ', je naam en je e-mailadres'}.`}</li>
        <li>Verander je je scan later? Dan verandert hier niets, tot je opnieuw instuurt.</li>
      </ul>
      <Details summary="Bekijk de antwoorden die meegaan">
        <SentAnswersList instrument={instrument} answers={scan.answers} />
      </Details>
    </section>
  )
}

/** The very page that the group gets, with invented people: nothing that anybody answered is in it. */
function Example({ visit: { group, instrument } }: { visit: GroupVisit }): JSX.Element {
  const { least, number, closesAt } = group.round
  return (
    <section class="wrap page stack-large" aria-labelledby="voorbeeld">
      <div class="narrow stack-small">
        <h2 id="voorbeeld">Zo ziet de groep het straks</h2>
        <p>
          Hieronder staat het resultaat zoals de groep het krijgt, met verzonnen mensen en verzonnen
          antwoorden. Alleen deze cijfers zien de anderen. Zijn er minder dan tien mensen, dan staat er nog
          minder.
        </p>
      </div>
      <TeamResultContent
        group={{ name: 'Voorbeeld', kind: 'confidential' }}
        instrument={instrument}
        round={{ number, closedAt: closesAt, least }}
        release={exampleRelease(instrument, least)}
        before={null}
        own={null}
        isExample
      />
    </section>
  )
}
