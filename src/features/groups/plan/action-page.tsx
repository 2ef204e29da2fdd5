import type { JSX } from 'preact'
import { changeAction, eraseAction, findAction, type StoredAction } from '#database/plans.ts'
import { type Action, checkAction } from '#domain/plan.ts'
import { type GroupVisit, idIn, requireGroup } from '#features/groups/require-group.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { urls } from '#web/urls.ts'
import { isoDate } from '#words/dutch.ts'
import { firstStepInWords, statusInWords, whoAndWhen } from '#words/plan-words.ts'
import { ActionFields, type ActionProblems } from './action-fields.tsx'
import { listProblems } from './list-problems.ts'
import { findStatement } from './new-action.tsx'
import { ACTION_FIELDS, readAction } from './read-action.ts'

type Visit = GroupVisit & { stored: StoredAction }

/** One action of the plan, to change; with `?wis=ja` the question whether it has to go. */
export function showAction(c: RequestContext): Promise<Response> {
  return requireAction(c, (visit) =>
    c.req.query('wis') === 'ja' ? erasePage(c, visit) : changePage(c, visit, visit.stored),
  )
}

/** Changes or erases it. Whoever was behind sees what it is now, and keeps what they typed. */
export function changeOne(c: RequestContext): Promise<Response> {
  return requireAction(c, async (visit) => {
    const form = await readFields(c, [...ACTION_FIELDS, 'versie', 'doe'])
    const revision = Number(form?.get('versie'))
    if (!form || !Number.isInteger(revision)) return refuse(c, 400)
    const { db, clock } = c.get('house')
    const { group, stored } = visit
    const place = { groupId: group.id, id: stored.id, revision }
    const plan = urls.groupPlan.to({ group: group.id })
    // What somebody else made of it in the meantime; gone when they erased it.
    const whenBehind = async (show: (now: Visit) => Response) => {
      const fresh = await findAction(db, group.id, stored.id)
      return fresh ? show({ ...visit, stored: fresh }) : refuse(c, 404)
    }
    if (form.get('doe') === 'wissen') {
      if (await eraseAction(db, place)) return c.redirect(`${plan}?gelukt=gewist`, 303)
      return whenBehind((fresh) => erasePage(c, fresh, true))
    }
    const action = readAction(form, visit.instrument)
    if (!action) return refuse(c, 400)
    const now = clock()
    const problems = checkAction(action, isoDate(now))
    if (Object.keys(problems).length > 0) return changePage(c, visit, action, { problems })
    if (await changeAction(db, { ...place, at: now }, action))
      return c.redirect(`${plan}?gelukt=bewaard`, 303)
    return whenBehind((fresh) => changePage(c, fresh, action, { isBehind: true }))
  })
}

function requireAction(
  c: RequestContext,
  handle: (visit: Visit) => Response | Promise<Response>,
): Promise<Response> {
  return requireGroup(c, async (visit) => {
    const id = idIn(c, 'action')
    const stored = id && (await findAction(c.get('house').db, visit.group.id, id))
    return stored ? handle({ ...visit, stored }) : refuse(c, 404)
  })
}

function changePage(
  c: RequestContext,
  { group, instrument, stored }: Visit,
  action: Action,
  { problems = {}, isBehind = false }: { problems?: ActionProblems; isBehind?: boolean } = {},
): Response {
  const listed = listProblems(problems)
  const statement = findStatement(instrument, stored.statement)
  const here = urls.groupAction.to({ group: group.id, action: stored.id })
  const isWrong = listed.length > 0
  return page(
    c,
    {
      title: isWrong || isBehind ? 'Let op: pas de afspraak aan' : 'Pas de afspraak aan',
      section: 'group',
      status: isWrong ? 400 : isBehind ? 409 : 200,
    },
    <div class="wrap page stack narrow">
      {isWrong && (
        <ErrorSummary title="Dit lukte nog niet" kept="Wat je invulde, staat er nog." errors={listed} />
      )}
      {isBehind && (
        <ErrorSummary
          title="Iemand anders paste dit net aan"
          kept="Er is niets overschreven. Wat jij typte, staat er nog."
          errors={[{ text: 'Vergelijk het, en bewaar dan opnieuw.', href: '#wat' }]}
        />
      )}
      <div class="stack-small">
        <p class="muted">{group.name}</p>
        <h1>Pas de afspraak aan</h1>
        {statement && <p class="lead">{`Bij: ${statement.statement}`}</p>}
      </div>
      {isBehind && <AsItIsNow stored={stored} />}
      <form class="stack" method="post" action={here} novalidate>
        <input type="hidden" name="versie" value={stored.revision} />
        <ActionFields action={action} problems={problems} statement={statement} isNew={false} />
        <div class="buttons">
          <Button>Bewaar</Button>
          <ButtonLink quiet href={urls.groupPlan.to({ group: group.id })}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
      <p class="small">
        <a href={`${here}?wis=ja`}>Wis deze afspraak</a>
      </p>
    </div>,
  )
}

function AsItIsNow({ stored }: { stored: StoredAction }): JSX.Element {
  const firstStep = firstStepInWords(stored)
  return (
    <Notice kind="panel">
      <p>
        <b>Zo staat het nu in het plan</b>
      </p>
      <p class="as-typed">{stored.what}</p>
      <p>{`${whoAndWhen(stored)}. ${statusInWords(stored.status)}.`}</p>
      {firstStep && <p class="as-typed">{firstStep}</p>}
      {stored.remark && <p class="as-typed">{stored.remark}</p>}
    </Notice>
  )
}

function erasePage(c: RequestContext, { group, stored }: Visit, isBehind = false): Response {
  const here = urls.groupAction.to({ group: group.id, action: stored.id })
  return page(
    c,
    { title: 'Wil je deze afspraak wissen?', section: 'group', status: isBehind ? 409 : 200 },
    <div class="wrap page stack narrow">
      {isBehind && (
        <ErrorSummary
          title="Iemand anders paste dit net aan"
          kept="Er is niets gewist."
          errors={[{ text: 'Kijk of hij nog weg moet.' }]}
        />
      )}
      <h1>Wil je deze afspraak wissen?</h1>
      <p class="lead as-typed">{stored.what}</p>
      <p>
        Hij is dan weg voor iedereen in de groep. Gaat het niet door? Zet dat er liever bij, met de reden. Dan
        weet iedereen het nog.
      </p>
      <form class="buttons" method="post" action={here}>
        <input type="hidden" name="versie" value={stored.revision} />
        <Button name="doe" value="wissen">
          Wis de afspraak
        </Button>
        <ButtonLink quiet href={here}>
          Nee, ga terug
        </ButtonLink>
      </form>
    </div>,
  )
}
