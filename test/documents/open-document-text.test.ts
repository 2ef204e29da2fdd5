import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Block } from '#ui/documents/document.ts'
import { openDocumentText } from '#ui/documents/open-document/text.ts'
import { undeclaredStyles } from './open-document-names.ts'
import { everyNode, findAll, type Node, readXml, visibleText } from './open-document-reader.ts'
import { documentOf, EVERY_BLOCK, packed, readContent, readPackage } from './open-document-samples.ts'

const files = openDocumentText(documentOf(...EVERY_BLOCK))
const content = readContent(files)
const stylesOf = (name: string) => (node: Node) =>
  node.attributes['style:name'] === name || node.attributes['text:style-name'] === name

function contentOf(...blocks: Block[]): Node {
  return readContent(openDocumentText(documentOf(...blocks)))
}

/** The paragraphs after the cover and the contents, with their styles. */
function paragraphsOf(node: Node): [string | undefined, string][] {
  const [text] = findAll(node, 'office:text')
  const own = text?.children.flatMap((child) => (typeof child === 'string' ? [] : [child])) ?? []
  const start = own.findIndex(({ name }) => name === 'text:h')
  return own
    .slice(start + 1)
    .flatMap(everyNode)
    .filter(({ name }) => name === 'text:p' || name === 'text:h')
    .map((one) => [one.attributes['text:style-name'], visibleText(one)])
}

describe('the package of an editable text', () => {
  test('says in its first bytes what it is', () => {
    const bytes = Buffer.from(packed(files))
    expect(bytes.subarray(30, 38).toString()).toBe('mimetype')
    expect(bytes.subarray(38, 38 + 39).toString()).toBe('application/vnd.oasis.opendocument.text')
  })

  test('lists every file that is in it, and holds every picture that it shows', () => {
    const paths = Object.keys(unzipSync(packed(files))).filter(
      (path) => path !== 'mimetype' && !/^META/.test(path),
    )
    const manifest = readXml(strFromU8(unzipSync(packed(files))['META-INF/manifest.xml'] ?? new Uint8Array()))
    const listed = findAll(manifest, 'manifest:file-entry').map(
      ({ attributes }) => attributes['manifest:full-path'],
    )
    expect(listed).toEqual(['/', ...paths])
    const shown = everyNode(content).flatMap(({ attributes }) => attributes['xlink:href'] ?? [])
    const pictures = new Set(shown.filter((address) => address.startsWith('Pictures/')))
    expect([...pictures].sort()).toEqual(paths.filter((path) => path.startsWith('Pictures/')).sort())
    expect(pictures.size).toBe(7)
  })

  test('is the same for the same document, and tells its title, its language and its day', () => {
    expect(openDocumentText(documentOf(...EVERY_BLOCK))).toEqual(files)
    const meta = readPackage(files).get('meta.xml')
    const said = meta && everyNode(meta).flatMap(({ name, children }) => `${name}: ${children[0]}`)
    expect(said).toContain('dc:title: Jouw resultaat')
    expect(said).toContain('dc:language: nl-NL')
    expect(said).toContain('meta:creation-date: 2026-01-02T00:00:00')
  })

  test('asks for no style that it does not have', () => {
    expect(undeclaredStyles(readPackage(files).values())).toEqual([])
  })

  test('would be caught asking for one', () => {
    const asking = readXml(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a><text:p text:style-name="Nergens"/></a>',
    )
    expect(undeclaredStyles([asking])).toEqual(['Nergens'])
  })
})

describe('what one reads', () => {
  test('has an entry in the contents for every part, that leads there and asks for its page', () => {
    const [entry] = findAll(content, 'text:index-body').flatMap((body) => findAll(body, 'text:a'))
    const [reference] = entry ? findAll(entry, 'text:bookmark-ref') : []
    const places = findAll(content, 'text:bookmark-start').map(({ attributes }) => attributes['text:name'])
    expect(entry && visibleText(entry)).toBe('Waar jullie staan\t')
    expect(places).toEqual([reference?.attributes['text:ref-name']])
    expect(entry?.attributes['xlink:href']).toBe(`#${places[0]}`)
  })

  test('has headings with their levels, also those of two lines', () => {
    const headings = findAll(content, 'text:h').map((one) => [
      one.attributes['text:outline-level'],
      visibleText(one),
    ])
    expect(headings).toEqual([
      ['1', 'Waar jullie staan'],
      ['2', 'Stelling 3: \nWij spreken ouders.'],
      ['3', 'Tips'],
    ])
  })

  test('has a picture as wide as the text, in its own proportion, with what is read in its place', () => {
    const [frame] = findAll(content, 'draw:frame')
    expect(frame?.attributes).toMatchObject({ 'svg:width': '16.600cm', 'svg:height': '4.150cm' })
    expect(frame && findAll(frame, 'svg:desc')[0]?.children).toEqual(['Proces: 3,4 van 5'])
  })

  test('has a picture no higher than the page, and one without a size in a usual one', () => {
    const sizes = ['viewBox="0 0 10 40"', 'width="20" height="10"', ''].map((size) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}></svg>`
      const [frame] = findAll(
        contentOf({ kind: 'picture', svg, description: 'x', caption: 'y' }),
        'draw:frame',
      )
      return [frame?.attributes['svg:width'], frame?.attributes['svg:height']]
    })
    expect(sizes).toEqual([
      ['5.500cm', '22.000cm'],
      ['16.600cm', '8.300cm'],
      ['16.600cm', '9.338cm'],
    ])
  })

  test('has tables whose first row returns on every page, with numbers at the right', () => {
    const [heading] = findAll(content, 'table:table-header-rows')
    expect(heading && findAll(heading, 'text:p').map(visibleText)).toEqual(['Onderdeel', 'Gemiddeld'])
    expect(paragraphsOf(content)).toContainEqual(['Getal', '3,4'])
    const number = everyNode(readPackage(files).get('styles.xml') ?? content).find(stylesOf('Getal'))
    expect(number && findAll(number, 'style:paragraph-properties')[0]?.attributes['fo:text-align']).toBe(
      'end',
    )
  })

  test('has lines to write on, each with a line of its own', () => {
    expect(paragraphsOf(contentOf({ kind: 'lines', count: 2 }))).toEqual([
      ['Schrijfregel', ''],
      ['Schrijfregel', ''],
    ])
  })

  test('keeps together what belongs together, and sets the rest free', () => {
    const text = (word: string): Block => ({ kind: 'paragraph', text: [{ text: word }] })
    const list: Block = { kind: 'list', items: [[{ text: 'twee' }], [{ text: 'drie' }]] }
    const node = contentOf({ kind: 'together', blocks: [text('een'), list] }, text('vier'))
    expect(paragraphsOf(node)).toEqual([
      ['Text_20_body_kept', 'een'],
      ['Opsomming_kept', 'twee'],
      ['Opsomming', 'drie'],
      ['Text_20_body', 'vier'],
    ])
  })

  test('turns the direction where what was typed does', () => {
    const node = contentOf({ kind: 'typed', label: 'Notitie', text: 'een\r\ntwee\n\n«שלום»\n12 مرحبا\ndrie' })
    expect(paragraphsOf(node)).toEqual([
      ['Notitiekop', 'Notitie:'],
      ['Notitie', 'een\ntwee\n'],
      ['Notitie_20_van_20_rechts_20_naar_20_links', '«שלום»\n12 مرحبا'],
      ['Notitie', 'drie'],
    ])
  })
})
