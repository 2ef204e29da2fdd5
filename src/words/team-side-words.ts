import type { AnswerOption, Instrument } from '#domain/instrument.ts'
import type { SideBySideReading, StatementBeside } from '#domain/side-by-side.ts'
import { listed } from './dutch.ts'
import { answerInShort } from './outcome-words.ts'
import { wordsFor } from './statement-words.ts'

/** A short list over what people chose to share; `empty` is said when there is nothing in it. */
export type SideWords = {
  title: string
  items: { one: StatementBeside; detail: string }[]
  empty: string
  note: string | null
}

/** What a shared answer is called: as its level, or with one word of a checklist. */
export function sharedAnswer({ kind }: Instrument, answer: AnswerOption | null): string {
  return kind === 'levels' && answer ? answer.label.toLowerCase() : answerInShort({ answer })
}

/** Where people differ on top; `names` in the order in which the answers came. */
export function sideWords(instrument: Instrument, reading: SideBySideReading, names: string[]): SideWords[] {
  const { more } = wordsFor(instrument)
  return [
    {
      title: 'Hier verschillen jullie het meest',
      items: reading.differing.map((one) => ({ one, detail: whoChoseWhat(instrument, one, names) })),
      empty: `Er zijn geen ${more} waarbij jullie antwoorden ver uit elkaar liggen.`,
      note:
        reading.differing.length > 0 ? 'Verschil is niet fout. Vraag elkaar wat je ziet in het werk.' : null,
    },
    {
      title: 'Hier kozen jullie hetzelfde',
      items: reading.alike.map((one) => ({
        one,
        detail: sharedAnswer(instrument, one.answers[0] ?? null),
      })),
      empty: `Er zijn geen ${more} waarbij jullie allemaal hetzelfde kozen.`,
      note: null,
    },
    {
      title: 'Dit weet niemand van jullie',
      items: reading.unknown.map((one) => ({ one, detail: '' })),
      empty: `Bij ${wordsFor(instrument).each} weet minstens iemand hoe het ervoor staat.`,
      note: reading.unknown.length > 0 ? 'Ook dit is een uitkomst. Zoek uit wie het wel weet.' : null,
    },
  ]
}

/** "Noor: startend; Karim: gevorderd" */
function whoChoseWhat(instrument: Instrument, { answers }: StatementBeside, names: string[]): string {
  return answers.map((answer, index) => `${names[index]}: ${sharedAnswer(instrument, answer)}`).join('; ')
}

/** "Noor, Karim en jou", for after "van": you last, as one says it. */
export function whoShares(people: readonly { name: string; isSelf: boolean }[]): string {
  const others = people.filter(({ isSelf }) => !isSelf).map(({ name }) => name)
  return listed([...others, ...(others.length < people.length ? ['jou'] : [])])
}
