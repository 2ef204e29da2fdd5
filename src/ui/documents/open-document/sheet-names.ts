import { writable } from './xml.ts'

const LONGEST = 31
const EMPTY = 'Blad'

/** Names that every spreadsheet program takes: without its signs, at most 31 long, and none twice, also in capitals. */
export function sheetNames(wanted: string[]): string[] {
  const names: string[] = []
  for (const name of wanted) names.push(unique(allowed(name), names))
  return names
}

function allowed(name: string): string {
  // An apostrophe is only refused at the beginning and the end.
  const plain = writable(name)
    .replace(/[[\]*?:/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+/, '')
  return ended(plain, LONGEST) || EMPTY
}

/** At most so long, without half a sign, and without what a name may not end with. */
function ended(name: string, length: number): string {
  return name
    .slice(0, length)
    .replace(/[\u{d800}-\u{dbff}]$/u, '')
    .replace(/[' ]+$/, '')
}

function unique(name: string, taken: string[]): string {
  const isTaken = (one: string) => taken.some((other) => other.toLowerCase() === one.toLowerCase())
  for (let number = 2, one = name; ; number += 1) {
    if (!isTaken(one)) return one
    const ending = ` ${number}`
    one = ended(name, LONGEST - ending.length) + ending
  }
}
