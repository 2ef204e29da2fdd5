import { findPasswordHash } from '#database/accounts.ts'
import {
  findLinkedAccount,
  linkOrganisation,
  listOrganisationLinks,
  removeOrganisationLink,
} from '#database/organisation-links.ts'
import type { Session } from '#database/sessions.ts'
import { isRecentProof } from '#domain/account.ts'
import type { OrganisationPerson } from '#platform/organisation-sign-in.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { withNext } from '#web/next-path.ts'
import { requireRecentProof } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'
import { changeSecurity } from './change-security.ts'
import { formPage } from './form-page.tsx'
import { AFTER_LINKING, departForOrganisation } from './organisation-departure.tsx'
import { linkedElsewherePage } from './organisation-person.tsx'

/** Whether the account is linked to an organisation, and a way to change that. */
export function showOrganisation(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, (session) => organisationPage(c, session))
}

export function answerOrganisation(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async (session) => {
    const form = await readFields(c, ['doel'])
    const purpose = form?.get('doel')
    if (purpose === 'koppelen') {
      return departForOrganisation(c, { accountId: session.account.id, nextPath: AFTER_LINKING })
    }
    return purpose === 'ontkoppelen' ? unlink(c, session) : refuse(c, 400)
  })
}

/**
 * Back from the organisation, to link. The proof has to be recent still: who left the computer meanwhile did not
 * sign in there.
 */
export async function finishLinking(
  c: RequestContext,
  session: Session,
  person: OrganisationPerson,
): Promise<Response> {
  const { db, clock } = c.get('house')
  if (!isRecentProof(session.provedAt, clock())) {
    return c.redirect(withNext(urls.prove.to(), urls.accountOrganisation.to()), 303)
  }
  const { id } = session.account
  const holder = await findLinkedAccount(db, person)
  const isLinked =
    holder === id || (await changeSecurity(c, session, (trx) => linkOrganisation(trx, id, person, clock())))
  return isLinked ? c.redirect(AFTER_LINKING, 303) : linkedElsewherePage(c)
}

/** Not without a password: then nothing would be left to sign in with. */
async function unlink(c: RequestContext, session: Session): Promise<Response> {
  const { id } = session.account
  if (!(await findPasswordHash(c.get('house').db, id))) return organisationPage(c, session, NO_PASSWORD)
  await changeSecurity(c, session, async (trx) => {
    const links = await listOrganisationLinks(trx, id)
    for (const link of links) await removeOrganisationLink(trx, id, link)
    return links.length > 0
  })
  return c.redirect(`${urls.accountSecurity.to()}?bewaard=organisatie-weg`, 303)
}

const NO_PASSWORD =
  'Je account heeft nog geen wachtwoord. Kies dat eerst. Anders kun je straks niet meer inloggen.'

async function organisationPage(c: RequestContext, { account }: Session, error?: string): Promise<Response> {
  const { db, organisationSignIn } = c.get('house')
  const links = await listOrganisationLinks(db, account.id)
  // Who linked before the organisation was taken away can still unlink.
  if (links.length === 0 && !organisationSignIn) return refuse(c, 404)
  const hasPassword = (await findPasswordHash(db, account.id)) !== null
  return formPage(
    c,
    {
      title: 'Het account van je organisatie',
      lead: links.length > 0 ? LINKED : NOT_LINKED,
      ...(error && { errors: [{ text: error, href: '#wachtwoord' }] }),
    },
    <>
      {links.map(({ issuer, subject, linkedAt }) => (
        <p key={subject}>{`Gekoppeld met ${new URL(issuer).host} op ${dutchDate(linkedAt)}.`}</p>
      ))}
      {links.length > 0 && !hasPassword && (
        <p id="wachtwoord">
          Wil je de koppeling weghalen? Kies dan eerst een wachtwoord bij{' '}
          <a href={urls.forgotPassword.to()}>Wachtwoord vergeten</a>. Je krijgt daarvoor een mail.
        </p>
      )}
      <div class="buttons">
        {(links.length === 0 || hasPassword) && (
          <form method="post" action={urls.accountOrganisation.to()}>
            {links.length === 0 ? (
              <Button name="doel" value="koppelen">
                Koppel het account van je organisatie
              </Button>
            ) : (
              <Button name="doel" value="ontkoppelen">
                Haal de koppeling weg
              </Button>
            )}
          </form>
        )}
        <ButtonLink quiet href={urls.accountSecurity.to()}>
          Ga terug
        </ButtonLink>
      </div>
    </>,
  )
}

const LINKED = 'Je kunt bij QuickScan inloggen met het account van je organisatie.'
const NOT_LINKED =
  'Koppel het account van je organisatie. Daarna kun je daarmee inloggen, zonder het wachtwoord van QuickScan.'
