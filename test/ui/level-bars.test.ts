import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import type { LevelBar } from '#ui/charts/level-bar.ts'
import { levelBars } from '#ui/charts/level-bars.ts'
import { shareOfScale } from '#ui/charts/level-scale.ts'
import { textsIn, widthsOf } from './read-svg.ts'

const scale = { min: 1, max: 5, labels: ['Inactief', 'Startend', 'Goed op weg', 'Gevorderd', 'Vergevorderd'] }
const draw = (...bars: LevelBar[]) =>
  levelBars({ idPrefix: 'proef', title: 'Niveau per onderdeel', scale, bars })

describe('what stands in the picture', () => {
  const { svg, description, title } = draw(
    { label: 'Overleg', value: 3.44, word: 'goed op weg' },
    { label: 'Afspraken', value: null, word: 'te weinig bekend', note: '2 van 9' },
  )

  test('the label, the value in Dutch and the word, in both forms', () => {
    const texts = textsIn(svg)
    for (const text of ['Overleg', '3,4', 'goed op weg', 'Afspraken', 'te weinig bekend (2 van 9)']) {
      expect(texts.filter((one) => one === text)).toHaveLength(2)
    }
  })

  test('every word of the scale, and on a phone its two ends', () => {
    const texts = textsIn(svg)
    expect(scale.labels.map((label) => texts.filter((one) => one === label).length)).toEqual([2, 1, 1, 1, 2])
  })

  test('the same in words, and a name, both of them tied to each form', () => {
    expect(title).toBe('Niveau per onderdeel')
    expect(description).toBe('Overleg: 3,4, goed op weg; Afspraken: te weinig bekend (2 van 9)')
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

describe('where a bar ends', () => {
  test.each([
    [1, 0.1],
    [2.5, 0.4],
    [3, 0.5],
    [5, 0.9],
    [-7, 0],
    [99, 1],
  ])('%d lies at %d of a scale from 1 to 5', (value, share) => {
    expect(shareOfScale(scale, value)).toBeCloseTo(share)
  })

  test('a bar is never longer than the scale, whatever the value', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (value) => {
        const [wide, narrow] = widthsOf(draw({ label: 'Overleg', value, word: 'woord' }).svg, 'bar')
        expect(wide).toBeGreaterThanOrEqual(0)
        expect(wide).toBeLessThanOrEqual(610)
        expect(narrow).toBeGreaterThanOrEqual(0)
        expect(narrow).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('a higher value never has a shorter bar', () => {
    const value = fc.double({ noNaN: true, min: 0, max: 6 })
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        expect(shareOfScale(scale, low)).toBeLessThanOrEqual(shareOfScale(scale, high))
      }),
    )
  })

  test('what is not known has no bar and no figure', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (label, word) => {
        const { svg } = draw({ label, value: null, word })
        expect(widthsOf(svg, 'bar')).toEqual([])
        expect(svg).not.toContain('class="figure"')
      }),
    )
  })
})

test('no text, whatever it is, becomes an element or an attribute', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', ';', '/', '=', 'a', ' ', '\u0000', '\ud800'),
    }),
    fc.constantFrom(
      '</text><script>alert(1)</script>',
      '"><a href="javascript:0">',
      '&lt;b&gt;',
      ']]>',
      '<!--',
    ),
  )
  fc.assert(
    fc.property(text, text, text, text, (label, word, title, idPrefix) => {
      const { svg } = levelBars({ idPrefix, title, scale, bars: [{ label, word, value: 2, note: label }] })
      const elements = [...svg.matchAll(/<\/?([a-z]+)((?: [A-Za-z:-]+="[^"<>]*")*)\/?>/g)]
      expect(elements.length).toBe(svg.split('<').length - 1)
      expect(elements.length).toBe(svg.split('>').length - 1)
      expect(new Set(elements.map(([, name]) => name))).toEqual(
        new Set(['svg', 'title', 'desc', 'text', 'rect']),
      )
      expect(svg).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/)
      expect(svg.isWellFormed()).toBe(true)
    }),
    { numRuns: 300 },
  )
})
