import { linkIn, readMail } from './mail-reader.ts'
import type { TestApp } from './test-app.ts'
import type { Answer, Visitor } from './visitor.ts'

export const PASSWORD = 'zeven paarse fietsen op zolder'

/** Makes an account as anybody does, by the link in the mail, and stays signed in. */
export async function signUp(app: TestApp, address: string, who = app.newVisitor()): Promise<Visitor> {
  await who.post('/account/aanmelden', { adres: address })
  const letters = await readMail(app)
  const letter = letters.find(({ to }) => to === address)
  if (!letter) throw new Error(`no letter came for ${address}`)
  const bewijs = new URL(linkIn(letter), 'http://localhost').searchParams.get('bewijs') ?? ''
  const made = await who.post('/account/bevestigen', { bewijs, wachtwoord: PASSWORD })
  if (made.status !== 303) throw new Error(`no account was made: ${made.status}`)
  return who
}

/** Gives an address and a password, and what came of it. */
export function giveAddressAndPassword(
  who: Visitor,
  address: string,
  password = PASSWORD,
  rest: Record<string, string> = {},
): Promise<Answer> {
  return who.post('/account/inloggen', { adres: address, wachtwoord: password, ...rest })
}
