import { describe, expect, test } from 'vitest'
import { type Token, tokenize } from './tokenize.ts'

const read = (text: string) => tokenize(new TextEncoder().encode(text))
const string = (text: string): Token => ({ kind: 'string', bytes: new TextEncoder().encode(text) })
const operator = (name: string): Token => ({ kind: 'operator', name })
const name = (value: string): Token => ({ kind: 'name', value })
const number = (value: number): Token => ({ kind: 'number', value })

const cases: [text: string, tokens: Token[]][] = [
  ['1 -2.5 +.5 4. Tj', [number(1), number(-2.5), number(0.5), number(4), operator('Tj')]],
  ['(a) \' (b)"', [string('a'), operator("'"), string('b'), operator('"')]],
  ['f* T* B*', [operator('f*'), operator('T*'), operator('B*')]],
  ['(Tj ET EMC)', [string('Tj ET EMC')]],
  ['(a(b)c)(\\)\\()', [string('a(b)c'), string(')(')]],
  ['(\\101\\n\\q)(a\\\r\nb)', [string('A\nq'), string('ab')]],
  ['<41 4>', [string('A@')]],
  ['[(a) -20 <62>] TJ', [{ kind: 'array', items: [string('a'), number(-20), string('b')] }, operator('TJ')]],
  ['/Na#6De/Other', [name('Name'), name('Other')]],
  [
    '/P <</MCID 0/Lang(nl)/In<</A[1]>>>>BDC',
    [
      name('P'),
      {
        kind: 'dictionary',
        entries: new Map<string, Token>([
          ['MCID', number(0)],
          ['Lang', string('nl')],
          ['In', { kind: 'dictionary', entries: new Map([['A', { kind: 'array', items: [number(1)] }]]) }],
        ]),
      },
      operator('BDC'),
    ],
  ],
  ['q % Tj (\nQ', [operator('q'), operator('Q')]],
  ['BI /W 1 ID xEIx) EI Q', [operator('BI'), name('W'), number(1), operator('EI'), operator('Q')]],
  ['', []],
]

describe('the tokens of a content stream', () => {
  test.each(cases)('%s', (text, tokens) => {
    expect(read(text)).toEqual(tokens)
  })

  test.each(['(a', '<41', '<4g>', '[1', '<</A', '<</A>>', ')', 'ID x', '<<1 2>>'])('refuse %s', (text) => {
    expect(() => read(text)).toThrow(SyntaxError)
  })
})
