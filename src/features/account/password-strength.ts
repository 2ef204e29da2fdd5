import {
  isStrong,
  normalisePassword,
  PASSWORD_LENGTH,
  readTypedPassword,
  refusePassword,
} from '#domain/password.ts'
import { readJson } from '#web/body.ts'
import { refuse } from '#web/errors.tsx'
import type { RequestContext } from '#web/house.ts'

/** Says in words how well a password withstands guessing, while somebody chooses one. Nothing is kept. */
export async function showPasswordStrength(c: RequestContext): Promise<Response> {
  const typed = readTypedPassword(await readJson(c))
  if (typed === null) return refuse(c, 400)
  const password = normalisePassword(typed)
  const strength = await c.get('house').measurePassword(password, ['quickscan'])
  const refusal = refusePassword(password, strength)
  const missing = PASSWORD_LENGTH.least - [...password].length
  const words =
    refusal === 'too-short'
      ? `Nog ${missing} ${missing === 1 ? 'teken' : 'tekens'} nodig.`
      : refusal
        ? 'Nog makkelijk te raden. Zet er een los woord bij.'
        : isStrong(strength)
          ? 'Sterk: moeilijk te raden.'
          : 'Goed genoeg. Een woord erbij maakt het sterker.'
  return c.json({ words })
}
