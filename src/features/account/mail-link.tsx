import type { JSX } from 'preact'
import { ButtonLink } from '#ui/button.tsx'
import type { RequestContext } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { formPage } from './form-page.tsx'

/** Whether this can be what a link in a mail holds. If not, nobody needs to look. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}

/**
 * The same page for a link that was used, is too old, was replaced, or never was one of ours. `again` is where to
 * ask for a new one, or to sign in when that is what is left to do.
 */
export function deadLinkPage(c: RequestContext, again: string): Response {
  const hasAccount = again === urls.signIn.to()
  return formPage(
    c,
    {
      title: 'Deze link werkt niet meer',
      lead: 'Een link uit een mail werkt een uur en maar één keer. Vroeg je er later nog een, dan werkt alleen de nieuwste.',
      status: 400,
    },
    <>
      <p>
        {`Er is niets veranderd. ${hasAccount ? 'Met je adres is er al een account.' : 'Je kunt meteen een nieuwe mail vragen.'}`}
      </p>
      <p>
        <ButtonLink href={again}>{hasAccount ? 'Log in' : 'Vraag een nieuwe mail'}</ButtonLink>
      </p>
    </>,
  )
}

/** What the link proved goes along with the form; the address is there for the password manager. */
export function ProofFields({ token, address }: { token: string; address: string }): JSX.Element {
  return (
    <>
      <input type="hidden" name="bewijs" value={token} />
      <div class="field">
        <label for="adres">E-mailadres</label>
        <input
          class="input"
          id="adres"
          name="adres"
          type="email"
          autocomplete="username"
          value={address}
          readOnly
        />
      </div>
    </>
  )
}
