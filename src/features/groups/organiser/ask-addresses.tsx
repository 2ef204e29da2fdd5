import { MOST_AT_ONCE } from '#domain/invited-addresses.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import type { GroupVisit } from '#web/require-group.ts'
import { urls } from '#web/urls.ts'

/** What was wrong with what was typed, and what was noticed in it. */
export type WrongAddresses = { error: string; noticed?: string[]; status?: 400 | 429 }

/** The first step: a place to paste addresses. */
export function askAddressesPage(
  c: RequestContext,
  { group }: GroupVisit,
  { typed, wrong, made }: { typed: string; wrong?: WrongAddresses; made?: string },
): Response {
  return page(
    c,
    {
      title: wrong ? 'Let op: nodig mensen uit' : 'Nodig mensen uit',
      section: 'group',
      status: wrong ? (wrong.status ?? 400) : 200,
    },
    <div class="wrap page stack narrow">
      {wrong && (
        <ErrorSummary
          title="Dit lukte nog niet"
          kept="Er is niets verstuurd. Wat je typte, staat er nog."
          errors={[
            { text: wrong.error, href: '#adressen' },
            ...(wrong.noticed ?? []).map((text) => ({ text })),
          ]}
        />
      )}
      <div class="stack-small">
        <p class="muted">{group.name}</p>
        <h1>Nodig mensen uit</h1>
        {made && <Notice>{made}</Notice>}
        <p class="lead">Plak hieronder de e-mailadressen. Je ziet eerst wie er mail krijgt.</p>
      </div>
      <form class="stack" method="post" action={urls.groupInvite.to({ group: group.id })} novalidate>
        <TextAreaField
          name="adressen"
          label="E-mailadressen"
          hint={`Hoe je ze scheidt, maakt niet uit: elk op een regel, met komma’s of puntkomma’s. Namen mogen erbij staan. Hooguit ${MOST_AT_ONCE} tegelijk.`}
          value={typed}
          rows={8}
          {...(wrong && { error: wrong.error })}
        />
        <div class="buttons">
          <Button name="stap" value="bekijk">
            Bekijk wie er mail krijgt
          </Button>
          <ButtonLink quiet href={urls.group.to({ group: group.id })}>
            Later
          </ButtonLink>
        </div>
      </form>
    </div>,
  )
}
