import { describe, expect, test } from 'vitest'
import { letter } from './letter.tsx'

const HREF = `https://quickscan.voorbeeld.nl/account/bevestigen?bewijs=${'a1-_'.repeat(12)}&nog=een`
const sample = letter({
  to: 'noor@voorbeeld.nl',
  subject: 'Maak je account',
  lines: [
    'Je vroeg een account aan bij QuickScan. Klik op de knop en kies een wachtwoord dat je nergens anders gebruikt.',
  ],
  action: { label: 'Kies een "wachtwoord"', href: HREF },
  closing: ['Vroeg jij dit niet? Dan hoef je niets te doen.'],
})

describe('the text of a letter', () => {
  test('has the link on a line of its own, and no other line is longer than 72', () => {
    const lines = sample.text.split('\n')
    expect(lines).toContain(HREF)
    for (const line of lines) if (line !== HREF) expect(line.length).toBeLessThanOrEqual(72)
  })

  test('says who writes, and that answering is no use', () => {
    expect(sample.text).toMatch(/\n-- \nQuickScan [\s\S]*Antwoorden op deze mail heeft geen zin/)
  })
})

describe('the page of a letter', () => {
  const { html } = sample

  test('shows the link twice: behind the button, and as words that can be copied', () => {
    const escaped = HREF.replace('&', '&amp;')
    expect(html.split(`href="${escaped}"`)).toHaveLength(3)
    const words = html.replace(/<wbr\s*\/?>/g, '').replace(/<[^>]*>/g, '|')
    expect(words).toContain(`|${escaped}|`)
  })

  test('shows every value as it is, and runs none', () => {
    const hostile = '<script>alert("x")</script><img src=x>&amp;'
    const shown = '&lt;script>alert(&quot;x&quot;)&lt;/script>&lt;img src=x>&amp;amp;'
    const attacked = letter({
      to: 'noor@voorbeeld.nl',
      subject: hostile,
      lines: [hostile],
      action: { label: hostile, href: `https://quickscan.voorbeeld.nl/?a="${hostile}` },
      closing: [hostile],
    })
    expect(attacked.html).not.toMatch(/<script|<img|="[^"]*" ?alert/)
    // The title, the name of the article, the heading, two lines, the button, and three times the address.
    expect(attacked.html.replace(/<wbr\s*\/?>/g, '').split(shown)).toHaveLength(10)
  })

  test('asks nothing of any server: no picture, no font, no style and no program from elsewhere', () => {
    const asked = html.match(
      /(?:src|srcset|background|poster|action)=|url\(|@import|<(?:link|iframe|object|form)/g,
    )
    expect(asked).toBeNull()
    expect([...html.matchAll(/https?:\/\/([^/"<]+)/g)].map(([, host]) => host)).toEqual([
      'quickscan.voorbeeld.nl',
      'quickscan.voorbeeld.nl',
    ])
  })

  test('has a language, a title and a dark dress', () => {
    expect(html).toMatch(/^<!doctype html><html lang="nl">/)
    expect(html).toContain('<title>Maak je account</title>')
    expect(html).toContain('<meta name="color-scheme" content="light dark"')
    expect(html).toContain('@media (prefers-color-scheme: dark)')
  })
})
