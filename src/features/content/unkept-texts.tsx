import type { JSX } from 'preact'
import type { PublishedInstrument } from '#domain/published-instrument.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { placeInWords } from '#words/content-place-words.ts'
import { fieldName, type UnkeptText } from './typed-texts.ts'

/** What could not be kept as it was sent, and why. What was typed is never thrown away in silence. */
export function UnkeptTexts({
  content,
  unkept,
}: {
  content: PublishedInstrument
  unkept: readonly UnkeptText[]
}): JSX.Element {
  const gone = unkept.filter(({ refused }) => refused === 'no-such-text')
  return (
    <>
      <ErrorSummary
        title="Niet alles is bewaard"
        kept="Wat je typte, staat nog op deze pagina. De andere teksten zijn bewaard."
        errors={unkept.map((one) => ({
          text: whyUnkept(content, one),
          href: `#${one.refused === 'no-such-text' ? 'weg' : fieldName(one.place)}`,
        }))}
      />
      {gone.length > 0 && (
        <section class="stack-small" aria-labelledby="weg">
          <h2 id="weg" class="h3" tabIndex={-1}>
            Wat je typte in een tekst die weg is
          </h2>
          {gone.map(({ place, text }) => (
            <blockquote key={fieldName(place)}>{text}</blockquote>
          ))}
        </section>
      )}
    </>
  )
}

function whyUnkept(content: PublishedInstrument, { place, refused }: UnkeptText): string {
  const where = placeInWords(content, place)
  if (refused === 'too-long') return `${where} is te lang om te bewaren. Maak de tekst korter.`
  if (refused === 'no-such-text') return `${where} is intussen door iemand anders weggehaald.`
  return `${where} is intussen ook door iemand anders veranderd.`
}
