import type { JSX } from 'preact'
import { Button } from '#ui/button.tsx'
import { urls } from '#web/urls.ts'
import { NextField } from './form-page.tsx'

/**
 * A button that asks the device for a passkey. The script passkey.js shows it where the browser knows passkeys, and
 * sends the form with what the device answered. `withoutScript` says what to do where that cannot be.
 */
export function PasskeyForm({
  label,
  next,
  stays = false,
  staysAs,
  withoutScript = false,
}: {
  label: string
  next: string | null
  stays?: boolean
  /** Name of the box on the same page that says whether this is one's own device. */
  staysAs?: string
  withoutScript?: boolean
}): JSX.Element {
  return (
    <>
      <form
        method="post"
        action={urls.passkeySignIn.to()}
        class="stack-small"
        data-passkey="use"
        data-question={urls.passkeyQuestion.to()}
        data-stays-as={staysAs}
        hidden
      >
        <input type="hidden" name="passkey" />
        <input type="hidden" name="eigen-apparaat" value={stays ? 'ja' : 'nee'} />
        <NextField next={next} />
        <div class="buttons">
          <Button quiet>{label}</Button>
        </div>
        <p class="passkey-status" role="status" />
      </form>
      {withoutScript && (
        <noscript>
          <p>Een passkey werkt alleen met JavaScript. Zet dat aan, of gebruik een herstelcode.</p>
        </noscript>
      )}
    </>
  )
}
