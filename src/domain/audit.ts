/** What administrators do that is written down. Never an answer, and never the words of a text. */
export type AuditAction =
  | 'draft-begun'
  | 'draft-changed'
  | 'draft-merged'
  | 'draft-imported'
  | 'draft-removed'
  | 'version-published'
  | 'version-planned'
  | 'version-plan-withdrawn'
  | 'version-plan-failed'
  | 'permission-given'

/** What it was about: names and numbers to find it by. */
export type AuditSubject = Readonly<Record<string, string>>

export type AuditEntry = {
  at: Date
  /** The address of the account at that moment. */
  address: string
  action: AuditAction
  about: AuditSubject
}

/** So long a line is kept, in years; the database refuses to lose it earlier. */
export const AUDIT_YEARS = 2

/** Who typed in one text writes one line in this time, in minutes, however often it was saved. */
export const AUDIT_TYPING_MINUTES = 30

/** The same day and time, so many years earlier; 29 February becomes 1 March. */
export function yearsBefore(moment: Date, years: number): Date {
  const earlier = new Date(moment)
  earlier.setUTCFullYear(moment.getUTCFullYear() - years)
  return earlier
}
