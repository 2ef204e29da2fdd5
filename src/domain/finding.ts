/** A file of an instrument as data, with a way back from a place in the data to its line. */
export type CheckedFile = {
  path: string
  data: unknown
  errors: { line: number; message: string }[]
  lineOf: (place: Place) => number
}

export type Place = (string | number)[]

/** Something that is wrong, where, and what to do about it. `place` is null of a file that cannot be read. */
export type Finding = {
  file: string
  line: number
  place: Place | null
  problem: string
  remedy: string
  known: KnownProblem | null
}

/** What is wrong in a form that a screen can say in its own words: what somebody can cause by changing content there. */
export type KnownProblem =
  | { code: 'missing' }
  | { code: 'too-long'; most: number }
  | { code: 'not-written' }
  | { code: 'html' }
  | { code: 'markdown' }
  | { code: 'long-sentence'; words: number; start: string }
  | { code: 'explanation-length'; words: number; least: number; most: number }
  | { code: 'like-neighbour'; neighbour: string; what: 'answers' | 'tips' }
  | { code: 'same-tip'; other: string }
  | { code: 'dead-reference'; number: string }
  | { code: 'answer-without-tip'; answer: string }
  | { code: 'unused-source'; source: string }
  | { code: 'unknown-source'; source: string }
  | { code: 'id-twice'; id: string }

/** Says what is wrong at a place in one file; a file that cannot be read has lines only. */
export type Report = (
  place: Place | { line: number },
  problem: string,
  remedy: string,
  known?: KnownProblem,
) => void

/** What reports what is wrong with a file, into this list. */
export function reporterOf(file: CheckedFile, findings: Finding[]): Report {
  return (place, problem, remedy, known) =>
    findings.push({
      file: file.path,
      line: lineIn(file, place),
      place: Array.isArray(place) ? place : null,
      problem,
      remedy,
      known: known ?? null,
    })
}

function lineIn(file: CheckedFile, place: Place | { line: number }): number {
  return Array.isArray(place) ? file.lineOf(place) : place.line
}
