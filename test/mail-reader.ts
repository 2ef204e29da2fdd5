import { forgetMail, takeDueMails } from '#database/mails.ts'
import type { Letter } from '#domain/letter.ts'
import { writeLetter } from '#src/app.ts'
import type { TestApp } from './test-app.ts'

/** Every letter that waits, written as the postman would and taken away. */
export async function readMail({ house }: TestApp): Promise<Letter[]> {
  const letters: Letter[] = []
  for (const request of await takeDueMails(house.db, house.clock(), 100)) {
    const letter = await writeLetter(house, request)
    await forgetMail(house.db, request.id)
    if (letter) letters.push(letter)
  }
  return letters
}

/** The path of the first link in a letter, as somebody would follow it. */
export function linkIn({ text }: Letter): string {
  const link = /http:\/\/localhost(\/\S+)/.exec(text)?.[1]
  if (!link) throw new Error('there is no link in this letter')
  return link
}
