import type { Instrument } from '#domain/instrument.ts'
import type { StatementTold, TeamReading } from '#domain/team-reading.ts'
import { wordsFor } from './statement-words.ts'
import { levelInWords, phraseOf, shareInWords, TOO_LITTLE } from './team-words.ts'

/** A short list of what stands out. `empty` is said when nothing does, `note` under the list. */
export type TeamHighlightWords = {
  title: string
  items: { one: StatementTold; detail: string }[]
  empty: string
  note: string | null
}

/** A list of everything would not stand out: the statements themselves follow further on. */
const MOST = 6
const THERE_IS_MORE = 'Verderop staan er meer.'

/** Where people agree, where they differ and what many do not know: what to talk about. */
export function togetherWords(
  instrument: Instrument,
  { agreed, differing, unknown }: TeamReading,
): TeamHighlightWords[] {
  const { more } = wordsFor(instrument)
  return [
    {
      title: 'Hier zijn jullie het over eens',
      items: agreed.slice(0, MOST).map((one) => withMean(instrument, one)),
      empty: `Er zijn geen ${more} waarbij jullie antwoorden dicht bij elkaar liggen.`,
      note: noteUnder(agreed, null),
    },
    {
      title: 'Hier verschillen jullie',
      items: differing.slice(0, MOST).map((one) => withMean(instrument, one)),
      empty: `Er zijn geen ${more} waarbij jullie antwoorden ver uit elkaar liggen.`,
      note: noteUnder(
        differing,
        'Verschil is niet fout. Vraag elkaar wat je ziet, en waar je dat aan merkt.',
      ),
    },
    {
      title: 'Dit weten veel mensen niet',
      items: unknown.slice(0, MOST).map((one) => ({
        one,
        detail: one.told.withoutLevel === null ? TOO_LITTLE : shareInWords(one.told.withoutLevel),
      })),
      empty: `Bij ${wordsFor(instrument).each} gaven genoeg mensen een niveau.`,
      note: noteUnder(unknown, 'Ook dit is een uitkomst. Zoek uit wie het wel weet.'),
    },
  ]
}

function noteUnder(all: StatementTold[], note: string | null): string | null {
  if (all.length === 0) return null
  const notes = [...(all.length > MOST ? [THERE_IS_MORE] : []), ...(note ? [note] : [])]
  return notes.length > 0 ? notes.join(' ') : null
}

/** Strongest, and most room to grow. */
export function levelWords(
  instrument: Instrument,
  { strongest, roomToGrow }: TeamReading,
): TeamHighlightWords[] {
  const { more } = wordsFor(instrument)
  return [
    {
      title: 'Dit staat het stevigst',
      items: strongest.map((one) => withMean(instrument, one)),
      empty: `Er zijn nog geen ${more} die al stevig staan.`,
      note: null,
    },
    {
      title: 'Hier is de meeste ruimte om te groeien',
      items: roomToGrow.map((one) => withMean(instrument, one)),
      empty: `Er zijn geen ${more} over om hier te noemen.`,
      note: null,
    },
  ]
}

function withMean(instrument: Instrument, one: StatementTold) {
  const { mean } = one.told
  return { one, detail: phraseOf(levelInWords(instrument, mean), mean) }
}
