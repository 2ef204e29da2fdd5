import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { drawQrPicture } from './qr-picture.ts'

const TEXT = 'otpauth://totp/QuickScan:noor%40gemeente.example?secret=ABCDEFGH'

test('the picture holds every dark square of the code, with four empty squares around it', () => {
  const svg = drawQrPicture(TEXT, 'QR-code')
  const dark = [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
    ([, x, y]) => `${Number(x) - 4} ${Number(y) - 4}`,
  )
  const { data } = encode(TEXT, { ecc: 'M', border: 0 })
  const expected = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
  expect(dark).toEqual(expected)
  expect(dark.length).toBeGreaterThan(200)
  expect(svg).toContain(`viewBox="0 0 ${data.length + 8} ${data.length + 8}"`)
})

test('the title is for who cannot see it, whatever it is, and no style or script stands in it', () => {
  const svg = drawQrPicture(TEXT, 'Code voor <script>"jij" & ik</script>')
  expect(svg).toContain('role="img"')
  expect(svg).toContain('aria-label="Code voor &lt;script>&quot;jij&quot; &amp; ik&lt;/script>"')
  expect(svg).not.toMatch(/style|<script/)
})
