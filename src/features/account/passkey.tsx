import { type ListedPasskey, listPasskeys, removePasskey, renamePasskey } from '#database/passkeys.ts'
import type { Session } from '#database/sessions.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readFields } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'
import { requireRecentProof } from '#web/require.ts'
import { urls } from '#web/urls.ts'
import { dutchDate } from '#words/dutch.ts'
import { changeSecurity } from './change-security.ts'
import { formPage } from './form-page.tsx'
import { readPasskeyName } from './passkey-name.ts'

/** One passkey: another name for it, or away with it. */
export function showPasskey(c: RequestContext): Promise<Response> {
  return requireOwnPasskey(c, (_, passkey) => passkeyPage(c, passkey))
}

export function answerOwnPasskey(c: RequestContext): Promise<Response> {
  return requireOwnPasskey(c, async (session, passkey) => {
    const form = await readFields(c, ['naam', 'wis'])
    if (!form) return refuse(c, 400)
    if (form.get('wis') === 'ja') {
      await changeSecurity(c, session, (trx) => removePasskey(trx, session.account.id, passkey.id))
      return c.redirect(`${urls.accountSecurity.to()}?bewaard=passkey-weg`, 303)
    }
    const name = readPasskeyName(form.get('naam'))
    if (!name) return passkeyPage(c, passkey, 'Vul een naam in.')
    await renamePasskey(c.get('house').db, session.account.id, passkey.id, name)
    return c.redirect(`${urls.accountSecurity.to()}?bewaard=passkey-naam`, 303)
  })
}

function requireOwnPasskey(
  c: RequestContext,
  handle: (session: Session, passkey: ListedPasskey) => Response | Promise<Response>,
): Promise<Response> {
  return requireRecentProof(c, async (session) => {
    const own = await listPasskeys(c.get('house').db, session.account.id)
    const passkey = own.find(({ id }) => id === c.req.param('passkey'))
    return passkey ? handle(session, passkey) : refuse(c, 404)
  })
}

function passkeyPage(c: RequestContext, { id, name, createdAt }: ListedPasskey, error?: string): Response {
  const action = urls.accountPasskey.to({ passkey: id })
  return formPage(
    c,
    {
      title: name,
      lead: `Een passkey van ${dutchDate(createdAt)}.`,
      ...(error && { errors: [{ text: error, href: '#naam' }] }),
    },
    <>
      <form method="post" action={action} class="stack" novalidate>
        <TextField
          name="naam"
          label="Naam"
          hint="Waaraan je deze passkey herkent."
          value={error ? '' : name}
          maxLength={60}
          autocomplete="off"
          {...(error && { error })}
        />
        <div class="buttons">
          <Button>Bewaar de naam</Button>
          <ButtonLink quiet href={urls.accountPasskeys.to()}>
            Ga terug
          </ButtonLink>
        </div>
      </form>
      <section class="stack-small" aria-labelledby="weghalen">
        <h2 class="h3" id="weghalen">
          Niet meer nodig?
        </h2>
        <p>Daarna kun je met deze passkey niet meer inloggen. Je andere manieren van inloggen blijven.</p>
        <form method="post" action={action}>
          <Button quiet name="wis" value="ja">
            Haal deze passkey weg
          </Button>
        </form>
      </section>
    </>,
  )
}
