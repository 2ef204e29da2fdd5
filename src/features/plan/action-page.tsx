import type { JSX } from 'preact'
import { changeAction, eraseAction, findAction, type StoredAction } from '#database/plans.ts'
import { type Action, type ActionProblems, checkAction } from '#domain/plan.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { ACTION_FIELDS, readAction } from '#web/read-action.ts'
import { idIn } from '#web/require-group.ts'
import { isoDate } from '#words/dutch.ts'
import { firstStepInWords, PLAN_WORDS, statusInWords, whoAndWhen } from '#words/plan-words.ts'
import { ActionFields } from './action-fields.tsx'
import { listProblems } from './list-problems.ts'
import { findStatement } from './new-action.tsx'
import type { PlanPlace } from './plan-place.ts'

type Visit = PlanPlace & { stored: StoredAction }

/** One action of the plan, to change; with `?wis=ja` the question whether it has to go. */
export function showAction(c: RequestContext, place: PlanPlace): Promise<Response> {
  return requireAction(c, place, (visit) =>
    c.req.query('wis') === 'ja' ? erasePage(c, visit) : changePage(c, visit, visit.stored),
  )
}

/** Changes or erases it. Whoever was behind sees what it is now, and keeps what they typed. */
export function changeOne(c: RequestContext, place: PlanPlace): Promise<Response> {
  return requireAction(c, place, async (visit) => {
    const form = await readFields(c, [...ACTION_FIELDS, 'versie', 'doe'])
    const revision = Number(form?.get('versie'))
    if (!form || !Number.isInteger(revision)) return refuse(c, 400)
    const { db, clock } = c.get('house')
    const { keeper, stored } = visit
    const where = { keeper, id: stored.id, revision }
    const { plan } = visit.links
    // What somebody else made of it in the meantime; gone when they erased it.
    const whenBehind = async (show: (now: Visit) => Response) => {
      const fresh = await findAction(db, keeper, stored.id)
      return fresh ? show({ ...visit, stored: fresh }) : refuse(c, 404)
    }
    if (form.get('doe') === 'wissen') {
      if (await eraseAction(db, where)) return c.redirect(`${plan}?gelukt=gewist`, 303)
      return whenBehind((fresh) => erasePage(c, fresh, true))
    }
    const action = readAction(form, visit.instrument)
    if (!action) return refuse(c, 400)
    const now = clock()
    const problems = checkAction(action, isoDate(now))
    if (Object.keys(problems).length > 0) return changePage(c, visit, action, { problems })
    if (await changeAction(db, { ...where, at: now }, action))
      return c.redirect(`${plan}?gelukt=bewaard`, 303)
    return whenBehind((fresh) => changePage(c, fresh, action, { isBehind: true }))
  })
}

async function requireAction(
  c: RequestContext,
  place: PlanPlace,
  handle: (visit: Visit) => Response | Promise<Response>,
): Promise<Response> {
  const id = idIn(c, 'action')
  const stored = id && (await findAction(c.get('house').db, place.keeper, id))
  return stored ? handle({ ...place, stored }) : refuse(c, 404)
}

function changePage(
  c: RequestContext,
  { of, name, instrument, links, stored }: Visit,
  action: Action,
  { problems = {}, isBehind = false }: { problems?: ActionProblems; isBehind?: boolean } = {},
): Response {
  const listed = listProblems(problems, of)
  const statement = findStatement(instrument, stored.statement)
  const here = links.action(stored.id)
  const isWrong = listed.length > 0
  return page(
    c,
    {
      title: isWrong || isBehind ? 'Let op: pas de afspraak aan' : 'Pas de afspraak aan',
      section: of,
      status: isWrong ? 400 : isBehind ? 409 : 200,
    },
    <div class="wrap page stack narrow">
      {isWrong && (
        <ErrorSummary title="Dit lukte nog niet" kept="Wat je invulde, staat er nog." errors={listed} />
      )}
      {isBehind && (
        <ErrorSummary
          title={PLAN_WORDS[of].behind}
          kept="Er is niets overschreven. Wat jij typte, staat er nog."
          errors={[{ text: 'Vergelijk het, en bewaar dan opnieuw.', href: '#wat' }]}
        />
      )}
      <div class="stack-small">
        <p class="muted">{name}</p>
        <h1>Pas de afspraak aan</h1>
        {statement && <p class="lead">{`Bij: ${statement.statement}`}</p>}
      </div>
      {isBehind && <AsItIsNow stored={stored} of={of} />}
      <form class="stack" method="post" action={here} novalidate>
        <input type="hidden" name="versie" value={stored.revision} />
        <ActionFields action={action} problems={problems} statement={statement} of={of} isNew={false} />
        <div class="buttons">
          <Button>Bewaar</Button>
          <ButtonLink quiet href={links.plan}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
      <p>
        <a href={`${here}?wis=ja`}>Wis deze afspraak</a>
      </p>
    </div>,
  )
}

function AsItIsNow({ stored, of }: Pick<Visit, 'stored' | 'of'>): JSX.Element {
  const firstStep = firstStepInWords(stored)
  return (
    <Notice kind="panel">
      <p>
        <b>Zo staat het nu in het plan</b>
      </p>
      <p class="as-typed">{stored.what}</p>
      <p>{`${whoAndWhen(stored, of)}. ${statusInWords(stored.status)}.`}</p>
      {firstStep && <p class="as-typed">{firstStep}</p>}
      {stored.remark && <p class="as-typed">{stored.remark}</p>}
    </Notice>
  )
}

function erasePage(c: RequestContext, { of, links, stored }: Visit, isBehind = false): Response {
  const here = links.action(stored.id)
  return page(
    c,
    { title: 'Wil je deze afspraak wissen?', section: of, status: isBehind ? 409 : 200 },
    <div class="wrap page stack narrow">
      {isBehind && (
        <ErrorSummary
          title={PLAN_WORDS[of].behind}
          kept="Er is niets gewist."
          errors={[{ text: 'Kijk of hij nog weg moet.' }]}
        />
      )}
      <h1>Wil je deze afspraak wissen?</h1>
      <p class="lead as-typed">{stored.what}</p>
      <p>{PLAN_WORDS[of].eraseOrDrop}</p>
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
