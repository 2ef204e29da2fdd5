import { checkStructure } from './check-structure.ts'
import { checkTexts } from './check-texts.ts'
import type { ContentPlace, Data } from './content-tree.ts'
import { type CheckedFile, type Finding, type KnownProblem, type Place, reporterOf } from './finding.ts'
import { instrumentStructureSchema } from './instrument-structure.ts'
import { instrumentTextsSchema } from './instrument-texts.ts'
import type { PublishedInstrument } from './published-instrument.ts'
import { readChecked } from './read-checked.ts'
import { readabilityOf, wordsOf } from './readability.ts'

/** Something that is wrong with an instrument that is being changed: it cannot be published like this. */
export type ContentFinding = {
  place: ContentPlace
  known: KnownProblem | null
  /** In English, with a place, for what no screen has words for. */
  problem: string
}

const MANUAL = 'docs/instrument-format.md'

/**
 * Everything that stands in the way of publishing: the same rules as for files, also when some texts are still empty.
 * An empty list means that it can be published.
 */
export function checkContent({ structure, texts }: PublishedInstrument): ContentFinding[] {
  const parts: [string[], CheckedFile, (findings: Finding[]) => void][] = [
    [
      ['structure'],
      asFile('structure', structure),
      (findings) => checkStructure(structure, reporterOf(asFile('structure', structure), findings)),
    ],
    ...Object.entries(texts).map(
      ([language, own]): [string[], CheckedFile, (findings: Finding[]) => void] => [
        ['texts', language],
        asFile(language, own),
        (findings) => checkTexts(structure, own, reporterOf(asFile(language, own), findings)),
      ],
    ),
  ]
  return parts.flatMap(([root, file, check]) => {
    const findings: Finding[] = []
    const schema = root[0] === 'structure' ? instrumentStructureSchema : instrumentTextsSchema
    readChecked(file, schema, MANUAL, reporterOf(file, findings))
    check(findings)
    return findings.map(({ place, known, problem }) => ({
      place: [...root, ...byIds(file.data, place ?? [])],
      known,
      problem,
    }))
  })
}

/** A text that can be published but reads badly. */
export type ReadingAdvice = { ease: number; wordsPerSentence: number }

/** From here on a text reads well (Flesch-Douma); the bar for every text of ours. */
const EASY = 60
/** In fewer words the measure says little, in number of words. */
const LEAST_WORDS = 20

/** Null when the text reads well, or is too short to say. */
export function adviseReading(text: string): ReadingAdvice | null {
  if (wordsOf(text).length < LEAST_WORDS) return null
  const { ease, wordsPerSentence } = readabilityOf(text)
  return ease < EASY ? { ease, wordsPerSentence } : null
}

function asFile(path: string, data: unknown): CheckedFile {
  return { path, data, errors: [], lineOf: () => 1 }
}

/** A place with numbers in it as one with the ids of what stands there. */
function byIds(data: unknown, place: Place): string[] {
  let inner = data as Data | undefined
  return place.map((key) => {
    const isList = Array.isArray(inner)
    inner = stepInto(inner, key)
    const id = isList && typeof inner === 'object' && inner !== null && 'id' in inner ? inner.id : undefined
    return typeof id === 'string' ? id : String(key)
  })
}

function stepInto(data: Data | undefined, key: string | number): Data | undefined {
  if (Array.isArray(data)) return data[Number(key)]
  return typeof data === 'object' && data !== null ? data[key] : undefined
}
