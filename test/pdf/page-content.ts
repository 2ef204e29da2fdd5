import { PDFArray, type PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import { dictionaryAt, dictionaryOf, nameAt, numberAt, objectAt } from './objects.ts'
import { PAINTING, readOperations } from './operations.ts'
import type { PdfPage } from './pdf-file.ts'
import { readStreamTokens } from './stream-tokens.ts'
import type { MarkedContent } from './structure-tree.ts'
import type { Token } from './tokenize.ts'

/**
 * What a page paints, with the forms that it draws (ISO 32000-1, 7.8.2 and 8.10). The drawings of patterns,
 * masks and Type 3 letters are not read: what paints with them is.
 */
export type PageContent = {
  page: PdfPage
  /** The operators that paint outside every marked content that has a tag or is an artifact. */
  unmarked: string[]
  numbered: MarkedContent[]
  shown: ShownText[]
  /** What is wrong in the streams themselves. */
  faults: string[]
}

export type ShownText = { font: PDFDict; bytes: Uint8Array }

type Stream = {
  contents: PDFObject | undefined
  resources: PDFDict | undefined
  /** The page or the form. */
  owner: PDFObject
  /** The owners of the streams that draw this one. */
  within: PDFObject[]
}
type Mark = { isArtifact: boolean; number: number | undefined }
type State = {
  stream: Stream
  outer: Mark[]
  marks: Mark[]
  font: PDFDict | undefined
  savedFonts: (PDFDict | undefined)[]
  content: PageContent
}

export function readPageContent(page: PdfPage): PageContent {
  const { dictionary } = page
  const content: PageContent = { page, unmarked: [], numbered: [], shown: [], faults: [] }
  const resources = dictionary.Resources()
  readStream({ contents: dictionary.Contents(), resources, owner: dictionary, within: [] }, [], content)
  return content
}

function readStream(stream: Stream, outer: Mark[], content: PageContent): void {
  const reading = readStreamTokens(stream.contents)
  if (!reading.ok) {
    content.faults.push(reading.fault)
    return
  }
  const state: State = { stream, outer, marks: [], font: undefined, savedFonts: [], content }
  for (const { operator, operands } of readOperations(reading.tokens)) {
    if (PAINTING.has(operator)) paint(state, operator)
    EFFECTS[operator]?.(state, operands)
  }
  if (state.marks.length > 0) content.faults.push('has marked content that does not end.')
}

const EFFECTS: Record<string, (state: State, operands: Token[]) => void> = {
  BMC: begin,
  BDC: begin,
  EMC: end,
  q: ({ savedFonts, font }) => savedFonts.push(font),
  Q: (state) => {
    state.font = state.savedFonts.pop()
  },
  Tf: (state, [name]) => {
    state.font = dictionaryOf(resource(state, 'Font', name))
  },
  gs: (state, [name]) => {
    const font = objectAt(dictionaryOf(resource(state, 'ExtGState', name)), 'Font')
    if (font instanceof PDFArray) state.font = dictionaryOf(font.lookup(0))
  },
  Do: draw,
  Tj: show,
  TJ: show,
  "'": show,
  '"': show,
}

function resource({ stream }: State, kind: string, name: Token | undefined): PDFObject | undefined {
  return name?.kind === 'name' ? objectAt(dictionaryAt(stream.resources, kind), name.value) : undefined
}

function paint({ outer, marks, content }: State, operator: string): void {
  const isMarked = [...outer, ...marks].some(({ isArtifact, number }) => isArtifact || number !== undefined)
  if (!isMarked) content.unmarked.push(operator)
}

/**
 * 14.6. What is for nobody cannot stand in what is read, nor the reverse (ISO 14289-1, 7.1; Matterhorn 01-003
 * and 01-004).
 */
function begin(state: State, [tag, properties]: Token[]): void {
  const { stream, outer, marks, content } = state
  const isArtifact = tag?.kind === 'name' && tag.value === 'Artifact'
  const number = isArtifact ? undefined : markNumber(state, properties)
  const around = [...outer, ...marks]
  const isInTagged = around.some((mark) => mark.number !== undefined)
  if (isArtifact && isInTagged) content.faults.push('has an artifact inside tagged content.')
  if (number !== undefined) {
    content.numbered.push({ owner: stream.owner, number })
    if (around.some((mark) => mark.isArtifact)) content.faults.push('has tagged content inside an artifact.')
  }
  marks.push({ isArtifact, number })
}

function markNumber(state: State, properties: Token | undefined): number | undefined {
  if (properties?.kind === 'name') {
    return numberAt(dictionaryOf(resource(state, 'Properties', properties)), 'MCID')
  }
  const number = properties?.kind === 'dictionary' ? properties.entries.get('MCID') : undefined
  return number?.kind === 'number' ? number.value : undefined
}

function end({ marks, content }: State): void {
  if (!marks.pop()) content.faults.push('ends marked content that has not begun.')
}

/** A form is marked by what stands around it, or by what stands in it; another drawing by the first alone. */
function draw(state: State, [name]: Token[]): void {
  const drawn = resource(state, 'XObject', name)
  if (drawn && nameAt(dictionaryOf(drawn), 'Subtype') === 'Form') drawForm(state, drawn)
  else paint(state, 'Do')
}

function drawForm({ stream, outer, marks, content }: State, form: PDFObject): void {
  const resources = dictionaryAt(dictionaryOf(form), 'Resources') ?? stream.resources
  const within = [...stream.within, stream.owner]
  if (within.includes(form)) content.faults.push('draws a form inside itself.')
  else readStream({ contents: form, resources, owner: form, within }, [...outer, ...marks], content)
}

/** Text without a font is shown by nobody; the numbers in an array only move it. */
function show({ font, content }: State, operands: Token[]): void {
  const parts = operands.flatMap((operand) => (operand.kind === 'array' ? operand.items : [operand]))
  for (const part of parts) {
    if (part.kind !== 'string') continue
    if (font) content.shown.push({ font, bytes: part.bytes })
    else content.faults.push('shows text without a font.')
  }
}
