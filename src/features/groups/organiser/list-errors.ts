import type { ListedError } from '#ui/error-summary.tsx'

/** What is wrong with each field, with a link to it. */
export function listErrors(errors: Partial<Record<string, string>>): ListedError[] {
  return Object.entries(errors).flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []))
}
