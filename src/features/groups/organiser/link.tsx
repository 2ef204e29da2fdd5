import { lockRound, setLink } from '#database/rounds.ts'
import { roundState } from '#domain/round.ts'
import { refuseInRound } from '#features/groups/refusal-page.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { linkTo } from '#web/letter-writer.ts'
import { page } from '#web/page.tsx'
import { requireOrganiser } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'
import { untilInWords } from '#words/group-words.ts'

/** Makes the link by which people may ask to take part, in place of the one before, or takes it away. */
export function changeLink(c: RequestContext): Promise<Response> {
  return requireOrganiser(c, async ({ group }) => {
    const form = await readFields(c, ['doe'])
    const wanted = form?.get('doe')
    if (wanted !== 'nieuw' && wanted !== 'weg') return refuse(c, 400)
    const { db, clock, secrets, site } = c.get('house')
    const link = secrets.createToken()
    const isDone = await db.transaction().execute(async (trx) => {
      const round = await lockRound(trx, group.round.id, 'change')
      if (!round || roundState(round, clock()) !== 'open') return false
      await setLink(trx, round.id, wanted === 'nieuw' ? secrets.hash(link) : null)
      return true
    })
    const back = urls.group.to({ group: group.id })
    if (!isDone) return refuseInRound(c, group.id, 'round-is-closed')
    if (wanted === 'weg') return c.redirect(`${back}?gelukt=link-weg`, 303)
    return page(
      c,
      { title: 'De link voor je groep', section: 'group' },
      <div class="wrap page stack narrow">
        <h1>Dit is de link</h1>
        <p class="lead">
          Kopieer hem nu, en zet hem bijvoorbeeld in een mail of op intranet. Een eerdere link werkt niet
          meer.
        </p>
        <CopyField
          name="link"
          label="Link om mee te vragen"
          hint="Je ziet hem maar één keer."
          value={linkTo({ site }, urls.joinByLink.to({ link }))}
        />
        <p>
          {`Wie de link opent, vraagt jou om mee te doen, met naam en e-mailadres. Jij zegt ja of nee. ${untilInWords(group.round.closesAt)}`}
        </p>
        <p>
          <ButtonLink quiet href={back}>
            Terug naar de groep
          </ButtonLink>
        </p>
      </div>,
    )
  })
}
