/** `detail` is for the log: in fixed words what was wrong, without anything secret or personal that was sent. */
export type Refusal = { ok: false; reason: RefusalReason; detail: string }

/**
 * - `refused`: the person pressed "cancel", or may not or did not sign in at the provider
 * - `replayed`: the state, the nonce or the code belongs to another attempt, or was used before
 * - `unreachable`: no whole answer in time, or an answer that says to come back later
 * - `invalid`: anything else that is not right; also when our id or secret is not known to the provider
 */
export type RefusalReason = 'refused' | 'replayed' | 'invalid' | 'unreachable'

/** Named as a provider that still answers would say it, so that both end up the same. */
export function unreachable(message: string): Error {
  return Object.assign(new Error(message), { error: 'temporarily_unavailable' })
}

/** What an error at the provider means for the person. Source: RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core, 3.1.2.6. */
const REASONS = new Map<string, RefusalReason>([
  ['access_denied', 'refused'],
  ['login_required', 'refused'],
  ['consent_required', 'refused'],
  ['interaction_required', 'refused'],
  ['account_selection_required', 'refused'],
  ['invalid_grant', 'replayed'],
  ['server_error', 'unreachable'],
  ['temporarily_unavailable', 'unreachable'],
])

/** The library throws for everything that may be wrong, wraps what it found, and at the bottom holds tokens. */
export function explain(error: unknown): Refusal {
  const causes = causesOf(error)
  const code = causes.map((cause) => cause.error).find(isErrorCode)
  const isOtherNonce = causes.some((cause) => cause.claim === 'nonce')
  const reason = isOtherNonce ? 'replayed' : (REASONS.get(code ?? '') ?? 'invalid')
  // The library's own words are fixed. A syntax error is not its own, and quotes what could not be read.
  const told = causes.filter((cause) => cause instanceof Error && !(cause instanceof SyntaxError)).at(-1)
  return { ok: false, reason, detail: [told?.message, code].filter(Boolean).join(': ') }
}

type Cause = { message?: unknown; error?: unknown; claim?: unknown; cause?: unknown }

/** The error and what it was caused by, outermost first. */
function causesOf(error: unknown): Cause[] {
  const causes: Cause[] = []
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as Cause).cause) {
    causes.push(cause)
  }
  return causes
}

/** What a provider or a visitor sends as an error may be any text; the codes of the standards look like this. */
function isErrorCode(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z_]{1,40}$/.test(value)
}
