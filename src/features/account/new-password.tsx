import type { JSX } from 'preact'
import { normalisePassword, PASSWORD_LENGTH, type PasswordRefusal, refusePassword } from '#domain/password.ts'
import { PasswordField } from '#ui/password-field.tsx'
import type { House } from '#web/house.ts'
import { urls } from '#web/urls.ts'

const REFUSALS: Record<PasswordRefusal, string> = {
  'too-short': `Je wachtwoord is te kort. Gebruik ten minste ${PASSWORD_LENGTH.least} tekens.`,
  'too-long': `Je wachtwoord is te lang. Gebruik hooguit ${PASSWORD_LENGTH.most} tekens.`,
  'easily-guessed':
    'Dit wachtwoord is makkelijk te raden. Neem vier woorden die niets met elkaar te maken hebben.',
}

export type NewPassword = { ok: true; hash: string } | { ok: false; error: string }

/**
 * Judges and hashes a password that somebody chose. `about` is what others know of this person: a password
 * with that in it is easy to guess.
 */
export async function readNewPassword(
  { passwords, measurePassword }: Pick<House, 'passwords' | 'measurePassword'>,
  typed: string,
  about: string[],
): Promise<NewPassword> {
  const password = normalisePassword(typed)
  const isLong = password.length > 2 * PASSWORD_LENGTH.most
  const strength = isLong ? { guesses: 0 } : await measurePassword(password, about)
  const refusal = refusePassword(password, strength)
  if (refusal) return { ok: false, error: REFUSALS[refusal] }
  return { ok: true, hash: await passwords.hash(password) }
}

/** What a guesser tries first: the parts of the address, and our own name. */
export function knownAbout(address: string): string[] {
  return ['quickscan', address, ...address.split(/[@.+_-]/)].filter((part) => part.length > 2)
}

export function NewPasswordField({ error }: { error?: string }): JSX.Element {
  return (
    <PasswordField
      name="wachtwoord"
      label="Kies een wachtwoord"
      hint={`Ten minste ${PASSWORD_LENGTH.least} tekens. Een zin of een paar losse woorden is goed. Hoofdletters en cijfers hoeven niet. Plakken uit een wachtwoordkluis mag.`}
      isNew
      strengthAt={urls.passwordStrength.to()}
      {...(error && { error })}
    />
  )
}
