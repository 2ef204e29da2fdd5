import { findPasswordHash } from '#database/accounts.ts'
import { listOrganisationLinks } from '#database/organisation-links.ts'
import { secondFactorsOf } from '#database/second-factors.ts'
import { needsSecondFactor, type SecondFactors } from '#domain/second-factor.ts'
import { Notice } from '#ui/notice.tsx'
import { type RowItem, RowList } from '#ui/row-list.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireAccount } from '#web/require.ts'
import { urls } from '#web/urls.ts'

const DONE: Record<string, string> = {
  wachtwoord:
    'Je nieuwe wachtwoord is bewaard. Op andere apparaten ben je uitgelogd. Staat hieronder iets wat je niet kent? Haal het weg.',
  app: 'De app staat aan. Voortaan vragen we na je wachtwoord een code.',
  'app-weg': 'De app staat uit.',
  passkey: 'De passkey is bewaard. Voortaan kun je ermee inloggen.',
  'passkey-weg': 'De passkey is weg. Haal hem ook weg op je apparaat zelf.',
  'passkey-naam': 'De naam is bewaard.',
  organisatie: 'Je account is gekoppeld aan dat van je organisatie.',
  'organisatie-weg': 'De koppeling met je organisatie is weg.',
}

/** How somebody signs in: everything beside the password, one row each. */
export function showSecurity(c: RequestContext): Promise<Response> {
  return requireAccount(c, async ({ account }) => {
    const { db, organisationSignIn } = c.get('house')
    const factors = await secondFactorsOf(db, account.id)
    const links = await listOrganisationLinks(db, account.id)
    const hasPassword = (await findPasswordHash(db, account.id)) !== null
    const done = DONE[c.req.query('bewaard') ?? '']
    const rows = [
      ...(hasPassword ? [PASSWORD] : [NO_PASSWORD]),
      ...factorRows(factors),
      ...(organisationSignIn || links.length > 0 ? [organisationRow(links.length > 0)] : []),
    ]
    return page(
      c,
      { title: 'Inloggen en beveiliging', section: 'account' },
      <div class="wrap page stack narrow">
        <h1>Inloggen en beveiliging</h1>
        {done && <Notice>{done}</Notice>}
        <p class="lead">
          {needsSecondFactor(factors)
            ? 'Alleen je wachtwoord weten is niet genoeg om in je account te komen.'
            : 'Je kunt een tweede stap aanzetten. Wie je wachtwoord raadt, komt dan nog niet in je account.'}
        </p>
        <RowList items={rows} />
        <p>
          <a href={urls.account.to()}>Terug naar je account</a>
        </p>
      </div>,
    )
  })
}

const PASSWORD: RowItem = {
  title: 'Wachtwoord',
  text: 'Kies een ander wachtwoord.',
  href: urls.accountPassword.to(),
}
const NO_PASSWORD: RowItem = {
  title: 'Wachtwoord',
  text: 'Je account heeft geen wachtwoord. Je kunt er een kiezen.',
  href: urls.forgotPassword.to(),
}

function factorRows({ authenticator, passkeys, recoveryCodes }: SecondFactors): RowItem[] {
  return [
    {
      title: 'Passkeys',
      text:
        passkeys === 0
          ? 'Log in met je vinger, je gezicht of een pincode. Zonder wachtwoord.'
          : `Je hebt ${passkeys === 1 ? 'één passkey' : `${passkeys} passkeys`}.`,
      href: urls.accountPasskeys.to(),
    },
    {
      title: 'App voor codes',
      text: authenticator
        ? 'Staat aan. Na je wachtwoord vragen we een code.'
        : 'Staat uit. Een app op je telefoon geeft een code die je na je wachtwoord invult.',
      href: urls.accountAuthenticator.to(),
    },
    ...(authenticator || passkeys > 0
      ? [
          {
            title: 'Herstelcodes',
            text:
              recoveryCodes === 0
                ? 'Je codes zijn op. Maak nieuwe, voor als je telefoon kwijt is.'
                : `Nog ${recoveryCodes}, voor als je telefoon kwijt is.`,
            href: urls.accountRecoveryCodes.to(),
          },
        ]
      : []),
  ]
}

function organisationRow(isLinked: boolean): RowItem {
  return {
    title: 'Account van je organisatie',
    text: isLinked ? 'Gekoppeld. Je kunt er hier mee inloggen.' : 'Log hier in met je account van je werk.',
    href: urls.accountOrganisation.to(),
  }
}
