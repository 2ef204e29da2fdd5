import type { JSX } from 'preact'
import { findGroupName } from '#database/groups.ts'
import { addJoinRequest, hasAsked } from '#database/join-requests.ts'
import { findMembership } from '#database/round-members.ts'
import { findRoundByLink, type StoredRound } from '#database/rounds.ts'
import { roundState } from '#domain/round.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { withNext } from '#web/next-path.ts'
import { page } from '#web/page.tsx'
import { requireAccount } from '#web/require.ts'
import { sessionOf } from '#web/session.ts'
import { urls } from '#web/urls.ts'

const NAME_LENGTH = 100
const LINK = /^[A-Za-z0-9_-]{43}$/

/** Behind the link that an organiser hands out: one asks to take part, and the organiser says yes or no. */
export async function showJoinByLink(c: RequestContext): Promise<Response> {
  const session = await sessionOf(c)
  if (!session) return signInFirst(c)
  const found = await findByLink(c)
  if (!found) return refuse(c, 404)
  return askPage(c, found, session.account.id)
}

export function askToJoin(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const form = await readFields(c, ['naam'])
    const found = await findByLink(c)
    if (!found) return refuse(c, 404)
    if (!form) return refuse(c, 400)
    const { db, clock, secrets } = c.get('house')
    if (await findMembership(db, found.round.id, account.id)) {
      return c.redirect(urls.group.to({ group: found.round.groupId }), 303)
    }
    const name = (form.get('naam') ?? '').replace(/\s+/g, ' ').trim()
    const error =
      name === ''
        ? 'Vul je naam in, zodat de organisator weet wie je bent.'
        : name.length > NAME_LENGTH
          ? `Je naam is te lang. Gebruik hooguit ${NAME_LENGTH} tekens.`
          : undefined
    if (error) return askPage(c, found, account.id, { name, error })
    const request = { id: secrets.createId(), roundId: found.round.id, accountId: account.id, name }
    await addJoinRequest(db, { ...request, askedAt: clock() })
    return c.redirect(c.req.path, 303)
  })
}

type Found = { round: StoredRound; name: string }

async function findByLink(c: RequestContext): Promise<Found | null> {
  const { db, clock, secrets } = c.get('house')
  const link = c.req.param('link') ?? ''
  const round = LINK.test(link) ? await findRoundByLink(db, secrets.hash(link)) : undefined
  if (!round || roundState(round, clock()) !== 'open') return null
  return { round, name: await findGroupName(db, round.groupId) }
}

async function askPage(
  c: RequestContext,
  { round, name: group }: Found,
  account: string,
  typed: { name: string; error?: string } = { name: '' },
): Promise<Response> {
  const { db } = c.get('house')
  if (await findMembership(db, round.id, account)) {
    return c.redirect(urls.group.to({ group: round.groupId }), 303)
  }
  const isWaiting = await hasAsked(db, round.id, account)
  return page(
    c,
    {
      title: typed.error ? `Let op: meedoen met ${group}` : `Meedoen met ${group}`,
      section: 'group',
      status: typed.error ? 400 : 200,
    },
    <div class="wrap page stack narrow">
      {typed.error && (
        <ErrorSummary
          title="Dit lukte nog niet"
          kept="Er is niets verstuurd."
          errors={[{ text: typed.error, href: '#naam' }]}
        />
      )}
      <h1>{group}</h1>
      {isWaiting ? <Waiting /> : <Question action={c.req.path} {...typed} />}
    </div>,
  )
}

function Waiting(): JSX.Element {
  return (
    <>
      <p class="lead">Je vraag ligt bij de organisator.</p>
      <p>
        Zegt die ja, dan krijg je een mail met je uitnodiging. Daar lees je eerst wie straks wat ziet. Je kunt
        deze pagina sluiten.
      </p>
      <p>
        <ButtonLink quiet href={urls.groups.to()}>
          Naar je groepen
        </ButtonLink>
      </p>
    </>
  )
}

function Question({ action, name, error }: { action: string; name: string; error?: string }): JSX.Element {
  return (
    <>
      <p class="lead">Wil je meedoen met deze groep? Vraag het aan de organisator.</p>
      <form class="stack" method="post" action={action} novalidate>
        <TextField
          name="naam"
          label="Je naam"
          hint="De organisator ziet je naam en je e-mailadres, om te weten wie het vraagt. Wie straks iets van je antwoorden ziet, lees je voordat je meedoet."
          value={name}
          maxLength={NAME_LENGTH}
          autocomplete="name"
          {...(error && { error })}
        />
        <div class="buttons">
          <Button>Vraag om mee te doen</Button>
        </div>
      </form>
    </>
  )
}

function signInFirst(c: RequestContext): Response {
  return page(
    c,
    { title: 'Meedoen met een groep', section: 'group' },
    <div class="wrap page stack narrow">
      <h1>Meedoen met een groep</h1>
      <p class="lead">
        Log in met je werkadres, of maak een account. Open daarna deze link nog een keer. Dan vraag je de
        organisator of je mee mag doen.
      </p>
      <div class="buttons">
        <ButtonLink href={withNext(urls.signIn.to(), c.req.path)}>Log in</ButtonLink>
        <ButtonLink quiet href={urls.signUp.to()}>
          Maak een account
        </ButtonLink>
      </div>
    </div>,
  )
}
