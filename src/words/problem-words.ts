import type { ContentFinding } from '#domain/check-content.ts'
import type { KnownProblem } from '#domain/finding.ts'

/** What is wrong with a text, and what to do about it, for whoever writes it. */
export function problemInWords({ known, problem }: Pick<ContentFinding, 'known' | 'problem'>): string {
  return known ? inDutch(known) : `Er klopt iets niet in de opbouw. De controle zegt: ${problem}.`
}

function inDutch(known: KnownProblem): string {
  switch (known.code) {
    case 'missing':
      return 'Hier staat nog niets. Schrijf een tekst.'
    case 'not-written':
      return 'Deze tekst is nog niet geschreven.'
    case 'too-long':
      return `Deze tekst is te lang: er passen ${known.most} tekens. Maak hem korter.`
    case 'html':
      return 'Hier staat HTML in. Schrijf gewone tekst, zonder < en >.'
    case 'markdown':
      return 'Hier staan tekens voor opmaak in, zoals ** of #. Schrijf gewone tekst.'
    case 'long-sentence':
      return `Een zin heeft ${known.words} woorden: “${known.start}…”. Maak er twee zinnen van.`
    case 'explanation-length':
      return `De uitleg heeft ${known.words} woorden. Schrijf er ${known.least} tot ${known.most}.`
    case 'like-neighbour':
      return known.what === 'tips'
        ? 'Deze tip zegt bijna hetzelfde als de tip ervoor. Maak het verschil duidelijk, of haal er een weg.'
        : 'Dit antwoord zegt bijna hetzelfde als het antwoord ervoor. Maak het verschil duidelijk.'
    case 'same-tip':
      return 'Deze tip staat er al, precies zo. Maak hem anders, of haal er een weg.'
    case 'dead-reference':
      return `De tekst verwijst naar stelling ${known.number}. Die is er niet. Verander het nummer.`
    case 'answer-without-tip':
      return `Bij het antwoord “${known.answer}” hoort geen tip. Geef er een, of laat een tip er ook voor gelden.`
    case 'unused-source':
      return 'Geen tip noemt deze bron. Noem hem bij een tip, of haal hem weg.'
    case 'unknown-source':
      return `Een tip noemt de bron “${known.source}”. Die staat niet in de lijst met bronnen.`
    case 'id-twice':
      return `De code “${known.id}” komt twee keer voor. Elke code hoort bij één ding.`
  }
}

/** That a text reads badly; it may be published all the same. */
export const HARD_TO_READ = 'Dit leest lastig. Probeer kortere zinnen en kortere woorden. Publiceren mag wel.'
