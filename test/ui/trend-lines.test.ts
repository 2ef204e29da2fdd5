import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import type { TrendLine, TrendPoint, TrendScale } from '#ui/charts/trend-line.ts'
import { trendLines } from '#ui/charts/trend-lines.ts'
import { heightOnScale, labelsWithRoom, piecesOf } from '#ui/charts/trend-shape.ts'
import { textsIn } from './read-svg.ts'

const labels = ['Inactief', 'Startend', 'Goed op weg', 'Gevorderd', 'Vergevorderd']
const scale: TrendScale = { min: 1, max: 5, steps: labels.map((label, index) => ({ at: index + 1, label })) }

const known = (value: number, isBroken = false): TrendPoint => {
  const figure = String(value).replace('.', ',')
  return { kind: 'known', value, figure, word: 'ergens', phrase: `ergens (${figure})`, isBroken }
}
const unknown: TrendPoint = { kind: 'unknown', isBroken: false }
const absent: TrendPoint = { kind: 'absent', isBroken: false }

const momentsFor = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    label: `${index + 1} maart 2027`,
    lines: [`${index + 1} mrt`, '2027'],
  }))
const draw = (...lines: TrendLine[]) =>
  trendLines({
    idPrefix: 'proef',
    title: 'Verloop per onderdeel',
    moments: momentsFor(lines[0]?.points.length ?? 0),
    lines,
  })
const line = (...points: TrendPoint[]): TrendLine => ({ label: 'Overleg', scale, points })

/** How many shapes of a class each of the two forms has. */
function countOf(svg: string, className: string): number[] {
  return svg
    .split('</svg>')
    .slice(0, 2)
    .map((form) => form.split(`class="${className}"`).length - 1)
}

function wideFormOf(svg: string): string {
  return svg.slice(0, svg.indexOf('</svg>') + '</svg>'.length)
}

describe('what stands in the picture', () => {
  const { svg, description, title } = draw(line(known(2.4), known(3.1)), {
    label: 'Afspraken',
    scale,
    points: [unknown, known(4)],
  })

  test('the names, the figures, the words of the scale and the dates, in both forms', () => {
    const texts = textsIn(svg)
    for (const text of ['Overleg', 'Afspraken', '2,4', '3,1', '4'])
      expect(texts.filter((one) => one === text)).toHaveLength(2)
    for (const text of [...labels, '1 mrt', '2 mrt'])
      expect(texts.filter((one) => one === text)).toHaveLength(4)
  })

  test('the same in words, and a name, both of them tied to each form', () => {
    expect(title).toBe('Verloop per onderdeel')
    expect(description).toBe(
      'Overleg: 1 maart 2027 ergens (2,4); 2 maart 2027 ergens (3,1). ' +
        'Afspraken: 1 maart 2027 te weinig bekend; 2 maart 2027 ergens (4)',
    )
    for (const form of ['breed', 'smal']) {
      expect(svg).toContain(`aria-labelledby="proef-${form}-titel" aria-describedby="proef-${form}-tekst"`)
      expect(svg).toContain(`<title id="proef-${form}-titel">${title}</title>`)
      expect(svg).toContain(`<desc id="proef-${form}-tekst">${description}</desc>`)
    }
  })

  test('no style of its own, which the security policy would refuse', () => {
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=/)
  })

  test('html-validate has nothing against it', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
    const report = await validator.validateString(`<div>${svg}</div>`)
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  })
})

describe('where a line runs', () => {
  test.each<[string, TrendPoint[], number]>([
    ['from each point to the next', [known(1), known(2), known(3)], 2],
    ['not through a moment of which too little is known', [known(1), unknown, known(3)], 0],
    ['not through a moment without the cluster', [known(1), absent, known(3)], 0],
    ['not over a change of what is asked', [known(1), known(2, true), known(3)], 1],
    ['nowhere, with one moment', [known(1)], 0],
  ])('%s', (_, points, pieces) => {
    expect(countOf(draw(line(...points)).svg, 'trend')).toEqual([pieces, pieces])
  })

  test('a change of what is asked is marked, and told in words', () => {
    const { svg, description } = draw(line(known(1), known(2, true), known(3)))
    expect(countOf(svg, 'break')).toEqual([1, 1])
    expect(description).toContain('2 maart 2027 ergens (2), niet te vergelijken met ervoor')
    expect(countOf(draw(line(known(1), known(2))).svg, 'break')).toEqual([0, 0])
  })

  test('what is not known has a mark of its own and no figure', () => {
    const { svg } = draw(line(unknown, unknown))
    expect(countOf(svg, 'unknown')).toEqual([2, 2])
    expect(countOf(svg, 'dot')).toEqual([0, 0])
    expect(textsIn(svg)).toContain('Te weinig bekend')
    expect(textsIn(draw(line(known(2), known(3))).svg)).not.toContain('Te weinig bekend')
  })
})

const anyPoint: fc.Arbitrary<TrendPoint> = fc
  .record({
    kind: fc.constantFrom('known' as const, 'unknown' as const, 'absent' as const),
    value: fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    isBroken: fc.boolean(),
  })
  .map(({ kind, value, isBroken }) =>
    kind === 'known' ? known(value, isBroken) : ({ kind, isBroken } as TrendPoint),
  )

describe('always', () => {
  test('a higher value lies higher, and never outside', () => {
    const value = fc.double({ noNaN: true, min: -10, max: 10 })
    fc.assert(
      fc.property(value, value, (one, other) => {
        const heights = [Math.min(one, other), Math.max(one, other)].map((at) => heightOnScale(scale, at))
        expect(heights).toEqual([...heights].sort((low, high) => low - high))
        for (const height of heights) {
          expect(height).toBeGreaterThanOrEqual(0)
          expect(height).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('every piece of a line lies between two known neighbours that nothing parts, and every dot in the frame', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { minLength: 1, maxLength: 12 }), (points) => {
        const joined = points.filter((point, index) => {
          const before = points[index - 1]
          return before?.kind === 'known' && point.kind === 'known' && !point.isBroken
        })
        expect(piecesOf(line(...points))).toHaveLength(joined.length)
        const { svg, paper } = draw(line(...points))
        expect(countOf(svg, 'trend')).toEqual([joined.length, joined.length])
        for (const form of [wideFormOf(svg), paper]) {
          const [, width, height] = /viewBox="0 0 (\d+) ([\d.]+)"/.exec(form) ?? []
          for (const [, x, y] of form.matchAll(/<circle[^>]* cx="([^"]+)" cy="([^"]+)"/g)) {
            expect(Number(x)).toBeGreaterThan(0)
            expect(Number(x)).toBeLessThan(Number(width))
            expect(Number(y)).toBeGreaterThan(0)
            expect(Number(y)).toBeLessThan(Number(height))
          }
        }
      }),
    )
  })

  test('the first and the last date are named, and no two stand over each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ noNaN: true, min: 1, max: 300 }),
        fc.double({ noNaN: true, min: 1, max: 100 }),
        (count, spacing, room) => {
          const shown = labelsWithRoom(count, spacing, room)
          expect(shown[0]).toBe(0)
          expect(shown.at(-1)).toBe(count - 1)
          if ((count - 1) * spacing < room) return
          for (const [place, index] of shown.entries()) {
            const before = shown[place - 1]
            if (before !== undefined) expect((index - before) * spacing).toBeGreaterThanOrEqual(room)
          }
        },
      ),
    )
  })
})

test('no text, whatever it is, becomes an element or an attribute', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</text><script>alert(1)</script>', '"><a href="javascript:0">', ']]>', '<!--', '&lt;'),
  )
  fc.assert(
    fc.property(text, text, text, text, (label, word, title, idPrefix) => {
      const { svg } = trendLines({
        idPrefix,
        title,
        moments: [
          { label: word, lines: [label] },
          { label, lines: [word, title] },
        ],
        lines: [
          {
            label,
            scale: { min: 0, max: 2, steps: [{ at: 0, label: word }] },
            points: [
              { kind: 'known', value: 1, figure: label, word, phrase: title, isBroken: false },
              { kind: 'known', value: 2, figure: word, word: label, phrase: label, isBroken: true },
            ],
          },
        ],
      })
      const elements = [...svg.matchAll(/<\/?([a-z]+)((?: [A-Za-z:0-9-]+="[^"<>]*")*)\/?>/g)]
      expect(elements.length).toBe(svg.split('<').length - 1)
      expect(elements.length).toBe(svg.split('>').length - 1)
      expect(new Set(elements.map(([, name]) => name))).toEqual(
        new Set(['svg', 'title', 'desc', 'text', 'line', 'circle']),
      )
      expect(svg).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/)
      expect(svg.isWellFormed()).toBe(true)
    }),
    { numRuns: 300 },
  )
})
