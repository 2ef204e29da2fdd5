/** A file of an instrument as data, with a way back from a place in the data to its line. */
export type CheckedFile = {
  path: string
  data: unknown
  errors: { line: number; message: string }[]
  lineOf: (place: Place) => number
}

export type Place = (string | number)[]

/** Something that is wrong, where, and what to do about it. */
export type Finding = { file: string; line: number; problem: string; remedy: string }

/** Says what is wrong at a place in one file; a file that cannot be read has lines only. */
export type Report = (place: Place | { line: number }, problem: string, remedy: string) => void

export function lineIn(file: CheckedFile, place: Place | { line: number }): number {
  return Array.isArray(place) ? file.lineOf(place) : place.line
}
