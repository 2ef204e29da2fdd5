/**
 * A document as plain blocks, for whichever form it gets: PDF, an editable text, or the plainest of all. It knows
 * what is a heading, a list or a table, and never how these look.
 */
export type Document = {
  title: string
  /** Above the title: what the title is of. */
  kicker: string
  /** Under the title, on the cover. */
  lead: Run[]
  /** Smaller, at the foot of the cover: for whom, when, what it rests on. */
  colophon: string[]
  author: string
  /** BCP 47: "nl". */
  language: string
  /** When it was made, as a day of the calendar; the same day and content give the same bytes. */
  day: { year: number; month: number; day: number }
  /** Each begins with a heading of the first level and stands in the contents. */
  parts: Part[]
  /** A few pages at most: a heading in the place of a cover, and no contents. */
  isLeaflet?: boolean
}

export type Part = { title: string; blocks: Block[]; isOnNewPage?: boolean }

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string; kicker?: string }
  | { kind: 'paragraph'; text: Run[]; look?: 'lead' | 'muted' }
  | { kind: 'list'; items: Run[][] }
  /** `svg` has its own size and colours; `description` is read aloud in its place. */
  | { kind: 'picture'; svg: string; description: string; caption: string }
  /** The first cell of a row is its heading. */
  | { kind: 'table'; caption: string; columns: DocumentColumn[]; rows: string[][] }
  /** Something that stands out: a stroke of the pencil. */
  | { kind: 'notice'; text: Run[] }
  /** What a person typed: always a value, never markup; its line ends stay. */
  | { kind: 'typed'; label: string; text: string }
  /** A text beside its rung of the ladder, or its tick. `isNext` is the one to go to. */
  | { kind: 'rung'; mark: Mark; text: Run[]; isNext?: boolean }
  /** Every answer with what it means. */
  | { kind: 'rungs'; rungs: { mark: Mark; label: string; text: string }[] }
  | { kind: 'tips'; tips: DocumentTip[] }
  /** Empty lines to write on. */
  | { kind: 'lines'; count: number }
  /** What stays on one page. */
  | { kind: 'together'; blocks: Block[] }

/** A stretch of text. With `link` (an absolute address) it leads there. */
export type Run = { text: string; isBold?: boolean; link?: string }

export type DocumentColumn = { label: string; isNumber?: boolean }

/** `level` is null for the answer that is not a number: it has no rung. */
export type Mark = { kind: 'ladder' | 'tick'; level: number | null; levels: number }

/** `label` says when it fits; `lines` are where it comes from and who did it before. */
export type DocumentTip = { label?: string; text: string; lines: Run[][] }

/** A sheet of a spreadsheet. A number is kept as a number, so that one can reckon with it; null is an empty cell. */
export type Sheet = { name: string; columns: SheetColumn[]; rows: (string | number | null)[][] }

/** `decimals` is how many are shown of a number; a column without it has texts. */
export type SheetColumn = { label: string; decimals?: number }

/** A file inside an open document (ISO/IEC 26300): its path in the package, and its text. */
export type PackedFile = { path: string; text: string }
