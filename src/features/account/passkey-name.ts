const MOST = 60

/** The name that somebody gave a passkey, or null when there is nothing in it. */
export function readPasskeyName(typed: string | undefined): string | null {
  return typed?.replaceAll(/\s+/g, ' ').trim().slice(0, MOST).toWellFormed() || null
}
