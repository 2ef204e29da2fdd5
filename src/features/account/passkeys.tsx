import {
  type ListedPasskey,
  listPasskeys,
  saveChallenge,
  savePasskey,
  useChallenge,
} from '#database/passkeys.ts'
import type { Session } from '#database/sessions.ts'
import { passkeyChallengeExpiry } from '#domain/second-factor.ts'
import { Button } from '#ui/button.tsx'
import { RowList } from '#ui/row-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import { parseJson, readFields } from '#web/body.ts'
import { deviceOf } from '#web/device.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireRecentProof } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'
import { addFactor } from './add-factor.ts'
import { formPage } from './form-page.tsx'
import { readPasskeyName } from './passkey-name.ts'

export function showPasskeys(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, (session) => passkeysPage(c, session))
}

/** What the device has to answer to become a passkey of this account. */
export function askNewPasskey(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async ({ account }) => {
    if (!(await readFields(c, []))) return refuse(c, 400)
    const { db, clock, secrets, passkeys } = c.get('house')
    const existing = await listPasskeys(db, account.id)
    const options = await passkeys.creationOptions({ ...account, existing })
    await saveChallenge(db, {
      challengeHash: secrets.hash(options.challenge),
      purpose: 'add',
      accountId: account.id,
      expiresAt: passkeyChallengeExpiry(clock()),
    })
    return c.json(options)
  })
}

export function answerNewPasskey(c: RequestContext): Promise<Response> {
  return requireRecentProof(c, async (session) => {
    const form = await readFields(c, ['passkey', 'naam'])
    if (!form) return refuse(c, 400)
    const { db, clock, secrets, passkeys } = c.get('house')
    const { id } = session.account
    const sent = parseJson(form.get('passkey') ?? '')
    const claim = passkeys.readClaim(sent)
    if (!claim) return passkeysPage(c, session, FAILED)
    const question = { challengeHash: secrets.hash(claim.challenge), purpose: 'add', accountId: id } as const
    if (!(await useChallenge(db, question, clock()))) return passkeysPage(c, session, FAILED)
    const answer = await passkeys.checkCreation(sent, claim.challenge)
    if (!answer.ok) return passkeysPage(c, session, FAILED)

    const name = readPasskeyName(form.get('naam')) ?? deviceOf(c.req.header('user-agent') ?? '')
    const kept = { ...answer.passkey, accountId: id, name, createdAt: clock() }
    const added = await addFactor(c, session, (trx) => savePasskey(trx, kept), {
      added: 'passkey',
      done: 'De passkey is bewaard. Nog één ding, voor als je hem kwijtraakt.',
    })
    return added ?? passkeysPage(c, session, FAILED)
  })
}

const FAILED = 'Deze passkey is niet bewaard. Misschien duurde het te lang. Probeer het nog eens.'

async function passkeysPage(c: RequestContext, { account }: Session, error?: string): Promise<Response> {
  const passkeys = await listPasskeys(c.get('house').db, account.id)
  return formPage(
    c,
    {
      title: 'Passkeys',
      lead: 'Met een passkey log je in met je vinger, je gezicht of een pincode. Een wachtwoord heb je dan niet nodig.',
      ...(error && { errors: [{ text: error, href: '#naam' }] }),
    },
    <>
      {passkeys.length > 0 ? (
        <section class="stack-small" aria-labelledby="jouw-passkeys">
          <h2 class="h3" id="jouw-passkeys">
            Jouw passkeys
          </h2>
          <RowList items={passkeys.map(rowOf)} />
        </section>
      ) : (
        <p>
          Je hebt nog geen passkey. Een passkey blijft op je apparaat of in je wachtwoordmanager. Wij krijgen
          je vinger of je gezicht nooit te zien.
        </p>
      )}
      <form
        method="post"
        action={urls.accountPasskeys.to()}
        class="stack"
        data-passkey="add"
        data-question={urls.accountPasskeyQuestion.to()}
        hidden
      >
        <h2 class="h3">Voeg een passkey toe</h2>
        <input type="hidden" name="passkey" />
        <TextField
          name="naam"
          label="Naam"
          hint="Waaraan je deze passkey herkent, zoals Mijn telefoon. Invullen hoeft niet."
          maxLength={60}
          autocomplete="off"
        />
        <div class="buttons">
          <Button>Maak een passkey</Button>
        </div>
        <p class="passkey-status" role="status" />
      </form>
      <p data-without-passkey>
        Deze browser kan geen passkey maken, of JavaScript staat uit. Je kunt wel een{' '}
        <a href={urls.accountAuthenticator.to()}>app voor codes</a> gebruiken.
      </p>
      <p>
        <a href={urls.accountSecurity.to()}>Terug naar inloggen en beveiliging</a>
      </p>
    </>,
  )
}

function rowOf({ id, name, createdAt, usedAt }: ListedPasskey) {
  return {
    title: name,
    text: usedAt
      ? `Gemaakt op ${dutchDate(createdAt)}, gebruikt op ${dutchDate(usedAt)}.`
      : `Gemaakt op ${dutchDate(createdAt)}.`,
    href: urls.accountPasskey.to({ passkey: id }),
  }
}
