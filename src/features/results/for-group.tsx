import type { JSX } from 'preact'
import { findRoundOfScan } from '#database/round-members.ts'
import { ButtonLink } from '#ui/button.tsx'
import type { House } from '#web/house.ts'
import type { OwnScan } from '#web/require.ts'
import { urls } from '#web/urls.ts'

export type GroupOfScan = NonNullable<Awaited<ReturnType<typeof findRoundOfScan>>>

/** The group for which somebody fills this scan in, while its round is open. */
export async function groupOfScan(
  { db }: Pick<House, 'db'>,
  { scan, viewer }: OwnScan,
): Promise<GroupOfScan | null> {
  if (!scan.accountId || scan.accountId !== viewer.account) return null
  return (await findRoundOfScan(db, scan.id, scan.accountId)) ?? null
}

/** After the own result comes the choice whether the group gets it; nothing was sent by finishing. */
export function ForGroup({ group, isFinished }: { group: GroupOfScan; isFinished: boolean }): JSX.Element {
  const href = urls.groupSend.to({ group: group.group })
  const home = urls.group.to({ group: group.group })
  return (
    <section class="panel stack-small print-hidden" aria-labelledby="voor-de-groep">
      <h2 class="h3" id="voor-de-groep">
        {`Voor ${group.name}`}
      </h2>
      <p>{textFor(group, isFinished)}</p>
      <p>
        <ButtonLink quiet href={isFinished ? href : home}>
          {isFinished ? 'Bekijk wat je instuurt' : 'Naar de groep'}
        </ButtonLink>
      </p>
    </section>
  )
}

function textFor({ sentAt, kind }: GroupOfScan, isFinished: boolean): string {
  if (sentAt)
    return 'Je stuurde antwoorden in. Pas je iets aan? Dan verandert dat pas als je opnieuw instuurt.'
  if (!isFinished) return 'Je vult deze scan in voor deze groep. Er is nog niets ingestuurd.'
  return kind === 'open'
    ? 'Je scan is af. Er is nog niets gedeeld. Kijk eerst rustig naar je eigen resultaat, en kies dan.'
    : 'Je scan is af. Er is nog niets ingestuurd. Kijk eerst wat de groep te zien krijgt, en kies dan.'
}
