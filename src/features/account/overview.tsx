import { type Action, may } from '#domain/permissions.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { type RowItem, RowList } from '#ui/row-list.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'
import { requireAccount } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'

const DONE: Record<string, string> = {
  wachtwoord: 'Je nieuwe wachtwoord is bewaard. Op andere apparaten ben je uitgelogd.',
  profiel: 'Je profiel is bewaard.',
  adres: 'Je nieuwe e-mailadres is bewaard. Daarmee log je voortaan in.',
}

/** Everything of an account, one row each. */
export function showAccount(c: RequestContext): Promise<Response> {
  return requireAccount(c, ({ account }) => {
    const done = DONE[c.req.query('bewaard') ?? '']
    return page(
      c,
      { title: 'Je account', section: 'account' },
      <div class="wrap page stack narrow">
        <h1>Je account</h1>
        {c.req.query('nieuw') && (
          <Notice>
            Je account is klaar en je bent ingelogd. Een scan die je nu begint, komt in je account.
          </Notice>
        )}
        {done && <Notice>{done}</Notice>}
        <div>
          <p class="lead">{account.address}</p>
          <p class="muted">{`Account sinds ${dutchDate(account.createdAt)}.`}</p>
        </div>
        <RowList
          items={[
            ...ADMINISTRATION.flatMap(({ action, row }) => (may(account.permission, action) ? [row] : [])),
            ...ROWS,
          ]}
        />
        <form method="post" action={urls.signOut.to()}>
          <Button quiet>Log uit</Button>
        </form>
      </div>,
    )
  })
}

const ROWS: RowItem[] = [
  {
    title: 'Mijn scans',
    text: 'Ga verder, bekijk je resultaat of begin opnieuw.',
    href: urls.scans.to(),
  },
  {
    title: 'Profiel',
    text: 'Je functie en je organisatie. Invullen hoeft niet.',
    href: urls.accountProfile.to(),
  },
  {
    title: 'Inloggen en beveiliging',
    text: 'Je wachtwoord, passkeys en een tweede stap.',
    href: urls.accountSecurity.to(),
  },
  {
    title: 'E-mailadres',
    text: 'Gebruik een ander adres om in te loggen.',
    href: urls.accountAddress.to(),
  },
  {
    title: 'Apparaten',
    text: 'Zie waar je bent ingelogd, en log daar uit.',
    href: urls.accountSessions.to(),
  },
  {
    title: 'Mijn gegevens',
    text: 'Bekijk en download alles wat we van je bewaren.',
    href: urls.accountData.to(),
  },
  {
    title: 'Account wissen',
    text: 'Wis je account met al je scans.',
    href: urls.accountErase.to(),
  },
]

/** What only administrators have. */
const ADMINISTRATION: { action: Action; row: RowItem }[] = [
  {
    action: 'edit-content',
    row: {
      title: 'Inhoud',
      text: 'Verander teksten, tips en bronnen, en publiceer ze.',
      href: urls.content.to(),
    },
  },
  {
    action: 'see-operation',
    row: {
      title: 'Beheer',
      text: 'Zie of de mail, de links en de database het doen.',
      href: urls.operation.to(),
    },
  },
  {
    action: 'see-overview',
    row: {
      title: 'Overzicht',
      text: 'Zie hoe de scans gebruikt worden, alleen in sommen.',
      href: urls.overview.to(),
    },
  },
  {
    action: 'see-log',
    row: { title: 'Logboek', text: 'Zie wat beheerders deden.', href: urls.auditLog.to() },
  },
]
