import type { Letter, MailRequest } from '#domain/letter.ts'
import type { House } from './house.ts'

/** What somebody needs who writes letters. */
export type Desk = Pick<House, 'db' | 'clock' | 'secrets' | 'site' | 'catalogue'>

/** Null when there is nothing to say any more. */
export type LetterWriter = (desk: Desk, request: MailRequest) => Promise<Letter | null>

/** An address in full, as a letter needs it. */
export function linkTo({ site }: Pick<Desk, 'site'>, path: string): string {
  return `${site.linkBase}${path}`
}
