import { writable } from './open-document-xml.ts'

const LONGEST = 31
const EMPTY = 'Blad'

/** Names that every spreadsheet program takes: without its signs, at most 31 long, and none twice, also in capitals. */
export function sheetNames(wanted: string[]): string[] {
  return wanted.reduce<string[]>((names, name) => [...names, unique(allowed(name), names)], [])
}

function allowed(name: string): string {
  // An apostrophe is only refused at the beginning and the end.
  const plain = writable(name)
    .replace(/[[\]*?:/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+/, '')
  return ended(plain, LONGEST) || EMPTY
}

function ended(name: string, length: number): string {
  const cut = [...name].reduce(
    (kept, sign) => (kept.length + sign.length > length ? kept.padEnd(length, '\0') : kept + sign),
    '',
  )
  return cut.replace(/[' \0]+$/, '')
}

function unique(name: string, taken: string[]): string {
  const isTaken = (one: string) => taken.some((other) => other.toLowerCase() === one.toLowerCase())
  for (let number = 2, one = name; ; number += 1) {
    if (!isTaken(one)) return one
    const ending = ` ${number}`
    one = ended(name, LONGEST - ending.length) + ending
  }
}
