import { test } from 'vitest'
import { openSite } from './site.ts'
import { signUp } from '../account-holder.ts'
import { writeLetter } from '#src/app.ts'
import { findAccountByAddress } from '#database/accounts.ts'
import { readFileSync, mkdirSync } from 'node:fs'
test("look", async () => {
const site = await openSite()
const { app } = site
await signUp(app, 'annemarie.van-der-heijden@werkplein-zuidoost.voorbeeld.nl')
const acc = await findAccountByAddress(app.house.db, 'annemarie.van-der-heijden@werkplein-zuidoost.voorbeeld.nl')
await app.house.db.updateTable('accounts').set({ warnings: 1 } as any).execute()
Object.assign(app.house, { site: { ...app.house.site, linkBase: 'https://quickscan.voorbeeld.nl' } })
const kinds = ['sign-up','reset-password','choose-password','change-address','address-changed','password-changed','second-factor-changed','recovery-code-used','account-warning','account-last-warning','account-erased'] as const
const letters: { name: string; html: string; text: string }[] = []
for (const kind of kinds) {
  for (const address of kind === 'sign-up' || kind === 'reset-password' || kind === 'change-address' ? ['nieuw@voorbeeld.nl', acc!.address] : [acc!.address]) {
    const l = await writeLetter(app.house, { id: app.house.secrets.createId(), kind, address, accountId: acc!.id, requestedAt: app.house.clock() } as any)
    if (l) letters.push({ name: `${kind} ${address === acc!.address ? 'known' : 'new'}`, html: l.html, text: l.text })
    else console.log('no letter', kind)
  }
}
console.log(letters[0].text); console.log(letters.at(-3)!.text)
const out = '/tmp/look-b'
const shots: any[] = []
for (const [i, l] of letters.entries()) {
  for (const [width, scheme] of [[390, 'light'], [390, 'dark'], [640, 'light'], [640, 'dark']] as const) {
    const p = await site.newPerson({ viewport: { width, height: 500 }, colorScheme: scheme })
    await p.page.setContent(l.html)
    const wide = await p.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    if (wide) console.log('WIDE', l.name, width)
    const file = `${out}/letter-${i}-${width}-${scheme}.png`
    await p.page.screenshot({ path: file, fullPage: true })
    shots.push({ i, width, scheme, file, label: l.name })
    await p.context.close()
  }
}
const person = await site.newPerson()
for (let i = 0; i < letters.length; i += 4) {
  for (const width of [390, 640]) {
    const part = shots.filter((s) => s.i >= i && s.i < i + 4 && s.width === width && s.scheme === (s.i % 2 ? 'dark' : 'light'))
    await person.page.setViewportSize({ width: part.length * (Math.min(width, 480) + 12), height: 400 })
    await person.page.setContent(`<body style="margin:0;background:#888;display:flex;gap:12px;align-items:flex-start">${part.map((x: any) => `<figure style="margin:0"><figcaption style="color:#fff">${x.label}</figcaption><img style="width:${Math.min(width, 480)}px;display:block" src="data:image/png;base64,${readFileSync(x.file).toString('base64')}"></figure>`).join('')}</body>`)
    await person.page.waitForTimeout(50)
    await person.page.screenshot({ path: `${out}/letters-${i}-${width}.png`, fullPage: true })
  }
}
await site.close()
}, 500_000)
