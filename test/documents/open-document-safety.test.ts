import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Document } from '#ui/documents/document.ts'
import { openDocumentText } from '#ui/documents/open-document/text.ts'
import { everyNode, findAll, type Node, readXml, visibleText } from './open-document-reader.ts'
import { documentOf, readContent, readPackage } from './open-document-samples.ts'
import { anyText, asRead } from './open-document-texts.ts'

const typedBlock = (text: string): Block => ({ kind: 'typed', label: 'Notitie', text })

/** What stands in the note, its paragraphs under each other. */
function noteIn(content: Node): string {
  const own = findAll(content, 'text:p').filter(({ attributes }) =>
    /^Notitie(?:_20_van|$)/.test(attributes['text:style-name'] ?? ''),
  )
  return own.map(visibleText).join('\n')
}

/** A document that has the same text wherever a text can stand. */
function everywhere(text: string): Document {
  const runs = [{ text }, { text, isBold: true }, { text, link: text }]
  const mark = { kind: 'ladder' as const, level: 1, levels: 5 }
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
  const document = documentOf(
    { kind: 'heading', level: 2, text, kicker: text },
    { kind: 'paragraph', text: runs },
    { kind: 'list', items: [runs] },
    { kind: 'picture', svg, description: text, caption: text },
    { kind: 'table', caption: text, columns: [{ label: text }], rows: [[text]] },
    { kind: 'notice', text: runs },
    typedBlock(text),
    { kind: 'typed', label: text, text: '' },
    { kind: 'rung', mark, text: runs },
    { kind: 'rungs', rungs: [{ mark, label: text, text }] },
    { kind: 'tips', tips: [{ label: text, text, lines: [runs] }] },
  )
  const part = { title: text, blocks: [] }
  return {
    ...document,
    title: text,
    kicker: text,
    lead: runs,
    colophon: [text],
    author: text,
    parts: [part, ...document.parts],
  }
}

describe('what somebody typed', () => {
  test('is read back as it was, whatever it was', () => {
    let signs = 0
    fc.assert(
      fc.property(anyText(), (text) => {
        signs += text.length
        expect(noteIn(readContent(openDocumentText(documentOf(typedBlock(text)))))).toBe(asRead(text))
      }),
      { numRuns: 400 },
    )
    console.log(`400 typed texts, ${signs} signs, read back as they were`)
  })

  test('never breaks a file, wherever it stands', () => {
    let read = 0
    fc.assert(
      fc.property(anyText(), (text) => {
        read += readPackage(openDocumentText(everywhere(text))).size
      }),
      { numRuns: 200 },
    )
    expect(read).toBe(200 * 4)
  })

  test('keeps the spaces where two stretches of text meet', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { maxLength: 4 }), (texts) => {
        const runs = texts.map((text, index) => ({ text, isBold: index % 2 === 1 }))
        const content = readContent(openDocumentText(documentOf({ kind: 'notice', text: runs })))
        const notice = findAll(content, 'text:p').find(
          (one) => one.attributes['text:style-name'] === 'Valt_20_op',
        )
        expect(notice && visibleText(notice)).toBe(texts.map(asRead).join(''))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a link', () => {
  const linksIn = (link: string) => {
    const content = readContent(
      openDocumentText(documentOf({ kind: 'paragraph', text: [{ text: 'hier', link }] })),
    )
    const addresses = findAll(content, 'text:a').map(({ attributes }) => attributes['xlink:href'] ?? '')
    const texts = findAll(content, 'text:p').map(visibleText)
    // The contents have links within the document.
    return { addresses: addresses.filter((address) => !/^#deel-\d+$/.test(address)), texts }
  }

  test.each([
    ['https://example.org/a?b=1&c=%20"', 'https://example.org/a?b=1&c=%20%22'],
    ['http://example.org', 'http://example.org/'],
    ['mailto:iemand@example.org', 'mailto:iemand@example.org'],
  ])('%s leads there', (link, address) => {
    expect(linksIn(link).addresses).toEqual([address])
  })

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vnd.sun.star.script:x?language=Basic',
    'macro:///x',
    'ftp://example.org',
    '//example.org',
    '/bibliotheek',
    '#deel-1 ',
    'https:',
    '',
  ])('%j stays a text', (link) => {
    const { addresses, texts } = linksIn(link)
    expect(addresses).toEqual([])
    expect(texts).toContain('hier')
  })

  test('is of an allowed kind, whatever it was', () => {
    const scheme = fc.constantFrom(
      'https:',
      'http:',
      'mailto:',
      'javascript:',
      'JAVASCRIPT:',
      'vnd.sun.star:',
      '',
    )
    fc.assert(
      fc.property(scheme, fc.constantFrom('', '//', '\t', ' '), anyText(), (start, slashes, rest) => {
        const strange = linksIn(start + slashes + rest).addresses.filter(
          (one) => !/^(?:https?:\/\/|mailto:)/.test(one),
        )
        expect(strange).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('the reader of these tests', () => {
  const around = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<a>${inner}</a>`

  test.each([
    ['a sign that means something', 'Jan & Piet'],
    ['a tag that stays open', '<b>'],
    ['a tag closed too early', '<b><c></b></c>'],
    ['one too many closed', '</a>'],
    ['a control character', 'a\u{1}b'],
    ['half a sign', 'a\u{d83d}b'],
    ['a sign that is none', 'a\u{ffff}b'],
    ['an attribute without quotes', '<b c=d/>'],
    ['an attribute twice', '<b c="d" c="e"/>'],
    ['an attribute that is a tag', '<b c="<"/>'],
    ['a name that is none', '<1/>'],
    ['a carriage return', 'a\rb'],
    ['a second root', '</a><a>'],
    ['a document type', '<!DOCTYPE a>'],
  ])('refuses %s', (_, inner) => {
    expect(() => readXml(around(inner))).toThrow(SyntaxError)
  })

  test('sees one space in a row of them, and none at the ends', () => {
    expect(visibleText(readXml(around(' a  b<text:s text:c="2"/> c ')))).toBe('a b   c')
    expect(everyNode(readXml(around('<b/>'))).length).toBe(2)
  })
})
