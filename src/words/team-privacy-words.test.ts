import { expect, test } from 'vitest'
import { readabilityOf } from '#domain/readability.ts'
import { HOW_TO_READ, whyNotMore } from './team-privacy-words.ts'

test('why one does not see more reads easily, question by question', () => {
  for (const { question, answer } of whyNotMore(5)) {
    const { ease, wordsPerSentence, longestSentence } = readabilityOf(answer)
    expect(ease, question).toBeGreaterThanOrEqual(60)
    expect(wordsPerSentence, question).toBeLessThanOrEqual(15)
    expect(longestSentence, question).toBeLessThanOrEqual(25)
  }
})

test('so does how to read a report', () => {
  const { ease, wordsPerSentence, longestSentence } = readabilityOf(HOW_TO_READ.join('\n'))
  expect(ease).toBeGreaterThanOrEqual(60)
  expect(wordsPerSentence).toBeLessThanOrEqual(15)
  expect(longestSentence).toBeLessThanOrEqual(25)
})

test('it names the real smallest number of people', () => {
  const words = (least: number) => JSON.stringify(whyNotMore(least))
  expect(words(7)).toContain('minstens 7 mensen')
  expect(words(7)).not.toBe(words(5))
})
