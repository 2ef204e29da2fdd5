import type { JSX } from 'preact'
import { listOrganisationLinks } from '#database/organisation-links.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { NextField } from './form-page.tsx'

/** A form of its own, beside the one for the password. Nothing when there is no organisation to sign in at. */
export function OrganisationButton({
  c,
  next = null,
}: {
  c: RequestContext
  next?: string | null
}): JSX.Element | null {
  if (!c.get('house').organisationSignIn) return null
  return (
    <form method="post" action={urls.organisationSignIn.to()} class="buttons">
      <NextField next={next} />
      <Button quiet>Log in met het account van je organisatie</Button>
    </form>
  )
}

/** For who has no password to prove with; null when the organisation cannot say it either. */
export async function organisationProof(
  c: RequestContext,
  account: string,
  next: string | null,
): Promise<JSX.Element | null> {
  const { db, organisationSignIn } = c.get('house')
  if (!organisationSignIn || (await listOrganisationLinks(db, account)).length === 0) return null
  return (
    <form method="post" action={urls.organisationSignIn.to()} class="stack">
      <NextField next={next} />
      <input type="hidden" name="doel" value="bewijs" />
      <p>Je account heeft geen wachtwoord. Log daarom nog één keer in bij je organisatie.</p>
      <div class="buttons">
        <Button>Log in met het account van je organisatie</Button>
        <ButtonLink quiet href={urls.account.to()}>
          Ga terug
        </ButtonLink>
      </div>
    </form>
  )
}
