import type { DatabaseTransaction } from '#database/connect.ts'
import { saveRecoveryCodes, secondFactorsOf } from '#database/second-factors.ts'
import { RECOVERY_CODES_BYTES, recoveryCodesFrom } from '#domain/recovery-code.ts'
import { needsSecondFactor } from '#domain/second-factor.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CodeList } from '#ui/code-list.tsx'
import { Notice } from '#ui/notice.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { House, RequestContext } from '#web/house.ts'
import { requireRecentProof } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { changeSecurity } from './change-security.ts'
import { formPage } from './form-page.tsx'

/** Keeps the hashes of new codes, in place of earlier ones, and gives the codes: they are shown once. */
export async function replaceRecoveryCodes(
  trx: DatabaseTransaction,
  { secrets }: Pick<House, 'secrets'>,
  account: string,
): Promise<string[]> {
  const codes = recoveryCodesFrom(secrets.randomBytes(RECOVERY_CODES_BYTES))
  await saveRecoveryCodes(
    trx,
    account,
    codes.map((code) => secrets.hash(code)),
  )
  return codes
}

/** How many codes are left, and a way to new ones. */
export function showRecoveryCodes(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async ({ account }) => {
    const factors = await secondFactorsOf(c.get('house').db, account.id)
    if (!needsSecondFactor(factors)) return c.redirect(urls.accountSecurity.to(), 303)
    const { recoveryCodes: left } = factors
    return formPage(
      c,
      {
        title: 'Herstelcodes',
        lead: `Met een herstelcode log je in als je telefoon of passkey kwijt is. ${left === 0 ? 'Je hebt er geen meer.' : `Je hebt er nog ${left}.`}`,
      },
      <>
        <p>Weet je niet meer waar je codes zijn? Maak dan nieuwe. Je oude codes werken daarna niet meer.</p>
        <form method="post" action={urls.accountRecoveryCodes.to()}>
          <div class="buttons">
            <Button>Maak nieuwe herstelcodes</Button>
            <ButtonLink quiet href={urls.accountSecurity.to()}>
              Ga terug
            </ButtonLink>
          </div>
        </form>
      </>,
    )
  })
}

export function answerRecoveryCodes(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async (session) => {
    if (!(await readFields(c, []))) return refuse(c, 400)
    const house = c.get('house')
    let codes: string[] = []
    const isChanged = await changeSecurity(c, session, async (trx) => {
      if (!needsSecondFactor(await secondFactorsOf(trx, session.account.id))) return false
      codes = await replaceRecoveryCodes(trx, house, session.account.id)
      return true
    })
    return isChanged
      ? codesPage(c, codes, 'Je nieuwe codes zijn klaar. De oude werken niet meer.')
      : c.redirect(urls.accountSecurity.to(), 303)
  })
}

/** The only moment at which the codes can be seen. `done` says what happened just before. */
export function codesPage(c: RequestContext, codes: string[], done: string): Response {
  return formPage(
    c,
    {
      title: 'Bewaar deze herstelcodes',
      lead: 'Is je telefoon of passkey kwijt? Dan log je in met een van deze codes. Elke code werkt één keer.',
    },
    <>
      <Notice>{done}</Notice>
      <CodeList codes={codes} />
      <p>
        <b>Je ziet ze maar één keer.</b> Schrijf ze op, print deze pagina of zet ze in je wachtwoordmanager.
        Bewaar ze niet op dezelfde plek als je wachtwoord.
      </p>
      <p class="buttons">
        <ButtonLink href={urls.accountSecurity.to()}>Ik heb ze bewaard</ButtonLink>
      </p>
    </>,
  )
}
