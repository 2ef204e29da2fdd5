import { expect, test } from 'vitest'
import { readabilityOf, sentencesOf } from './readability.ts'

test.each([
  // 6 syllables in 6 words, and 21 in 3: counted by hand.
  ['De kat zit op de mat.', 6, 206.84 - 0.93 * 6 - 77 * (6 / 6)],
  ['Begeleidingsmogelijkheden vereisen organisatieverandering.', 3, 206.84 - 0.93 * 3 - 77 * (21 / 3)],
  ['Ze zijn creatief en kopiëren.', 5, 206.84 - 0.93 * 5 - 77 * (10 / 5)],
])('"%s" has a sentence of %d words and an ease of %d', (text, words, ease) => {
  const reading = readabilityOf(text)
  expect(reading.longestSentence).toBe(words)
  expect(reading.ease).toBeCloseTo(ease, 5)
})

test('short words in short sentences read more easily than long ones', () => {
  const easy = readabilityOf('We gaan naar huis. Daar eten we soep.')
  const hard = readabilityOf('Organisatieonderdelen implementeren diversiteitsbeleid gezamenlijk.')
  expect(easy.ease).toBeGreaterThan(hard.ease)
})

test('a sentence ends at a point, a question mark or a colon, also within quotes', () => {
  expect(sentencesOf('Vraag: hoe gaat het? Hij zegt: “Goed.” En jij?')).toHaveLength(5)
})
