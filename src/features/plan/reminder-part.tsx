import type { JSX } from 'preact'
import { startReminder, stopReminder } from '#database/plan-reminders.ts'
import { Button } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { reminderInWords } from '#words/plan-words.ts'
import type { PlanPlace } from './plan-place.ts'

/** On or off: whoever looks at a plan is mailed only when they asked for it, and ends it in the same place. */
export function ReminderPart({
  of,
  links,
  isOn,
}: Pick<PlanPlace, 'of' | 'links'> & { isOn: boolean }): JSX.Element {
  return (
    <section class="stack-small print-hidden" aria-labelledby="mail">
      <h2 class="h3" id="mail">
        Mail over dagen die eraan komen
      </h2>
      <p>{reminderInWords(isOn, of)}</p>
      <form method="post" action={links.plan}>
        <Button quiet name="mail" value={isOn ? 'uit' : 'aan'}>
          {isOn ? 'Stuur mij geen mail meer' : 'Stuur mij een mail'}
        </Button>
      </form>
    </section>
  )
}

/** A plan without an account has nobody to write to: there the button is not, and neither is this. */
export async function changeReminder(c: RequestContext, place: PlanPlace): Promise<Response> {
  const wish = (await readFields(c, ['mail']))?.get('mail')
  if (wish !== 'aan' && wish !== 'uit') return refuse(c, 400)
  const { account, keeper, links } = place
  if (!account) return refuse(c, 404)
  const { db, clock } = c.get('house')
  if (wish === 'aan') await startReminder(db, { keeper, accountId: account, at: clock() })
  else await stopReminder(db, account, keeper)
  return c.redirect(`${links.plan}?gelukt=mail-${wish}`, 303)
}
