import { parseEmailAddress } from './email-address.ts'

/** Most people who can be invited at once. */
export const MOST_AT_ONCE = 500

/** Longest name beside an address, in characters. */
export const INVITED_NAME_LENGTH = 100

export type InvitedPerson = { address: string; key: string; name: string }

/** What somebody pasted, sorted out. Nothing of it was sent yet, and nothing is dropped in silence. */
export type InvitedAddresses = {
  people: InvitedPerson[]
  /** Written more than once, also in other letter case; one invitation goes out. */
  repeated: string[]
  /** Of people who are invited already. */
  known: string[]
  /** The address of whoever invites: they need no letter to themselves. */
  hasOwn: boolean
  /** What has an @ in it, or stands by itself, and is no address. */
  unreadable: string[]
  /** How many were left, past MOST_AT_ONCE. */
  tooMany: number
}

/** A name with quotes or without, before an address in angle brackets, as mail programs copy it. */
const NAMED = /^(.*?)<([^<>@]*@[^<>]*)>$/s

/**
 * Reads addresses as people paste them: one per line or with commas, semicolons, tabs or spaces between, with names
 * or without.
 */
export function readInvitedAddresses(
  text: string,
  { own, invited }: { own: string; invited: ReadonlySet<string> },
): InvitedAddresses {
  const found: InvitedAddresses = {
    people: [],
    repeated: [],
    known: [],
    hasOwn: false,
    unreadable: [],
    tooMany: 0,
  }
  const seen = new Set<string>()
  for (const { written, name, piece } of entriesIn(text)) {
    const address = parseEmailAddress(written)
    if (!address) found.unreadable.push(piece)
    else if (address.key === own) found.hasOwn = true
    else if (seen.has(address.key)) found.repeated.push(address.address)
    else if (invited.has(address.key)) {
      seen.add(address.key)
      found.known.push(address.address)
    } else if (found.people.length === MOST_AT_ONCE) found.tooMany += 1
    else {
      seen.add(address.key)
      found.people.push({ ...address, name: name.slice(0, INVITED_NAME_LENGTH) })
    }
  }
  return { ...found, repeated: [...new Set(found.repeated)] }
}

type Entry = { written: string; name: string; piece: string }

function entriesIn(text: string): Entry[] {
  return piecesOf(text).flatMap((piece): Entry[] => {
    const [, before, within] = NAMED.exec(piece) ?? []
    if (before !== undefined && within !== undefined)
      return [{ written: within.trim(), name: plainName(before), piece }]
    return wordsIn(piece)
  })
}

/** Splits at what people put between addresses, but not within a quoted name: "Vries, Noor de" <noor@…> is one. */
function piecesOf(text: string): string[] {
  const pieces = text.match(/(?:"[^"\n@]*"(?= *<)|[^,;\t\r\n])+/g) ?? []
  return pieces
    .flatMap((piece) => piece.split(/(?<=>)/))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** Without angle brackets: what looks like an address is one, and the words around one address are a name. */
function wordsIn(piece: string): Entry[] {
  const words = piece.split(/\s+/)
  const written = words.filter((word) => word.includes('@'))
  if (written.length === 0) return [{ written: piece, name: '', piece }]
  if (written.length > 1) return written.map((word) => ({ written: word, name: '', piece: word }))
  const name = words.filter((word) => !word.includes('@')).join(' ')
  return [{ written: written[0] ?? '', name: plainName(name), piece }]
}

function plainName(text: string): string {
  return text
    .replace(/["'<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
