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

/** Where people agree, where they differ and what many do not know: what to talk about. */
export function togetherWords(
  instrument: Instrument,
  { agreed, differing, unknown }: TeamReading,
): TeamHighlightWords[] {
  const { more } = wordsFor(instrument)
  return [
    {
      title: 'Hier zijn jullie het over eens',
      items: agreed.map((one) => withMean(instrument, one)),
      empty: `Er zijn geen ${more} waarbij jullie antwoorden dicht bij elkaar liggen.`,
      note: null,
    },
    {
      title: 'Hier verschillen jullie',
      items: differing.map((one) => withMean(instrument, one)),
      empty: `Er zijn geen ${more} waarbij jullie antwoorden ver uit elkaar liggen.`,
      note:
        differing.length > 0
          ? 'Verschil is niet fout. Vraag elkaar wat je ziet, en waar je dat aan merkt.'
          : null,
    },
    {
      title: 'Dit weten veel mensen niet',
      items: unknown.map((one) => ({
        one,
        detail: one.told.withoutLevel === null ? TOO_LITTLE : shareInWords(one.told.withoutLevel),
      })),
      empty: `Bij ${wordsFor(instrument).each} gaven genoeg mensen een niveau.`,
      note: unknown.length > 0 ? 'Ook dit is een uitkomst. Zoek uit wie het wel weet.' : null,
    },
  ]
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
