import { builtinModules } from 'node:module'
import { dirname, posix } from 'node:path'
import { isKnownFolder, type Law, partOf, roomOf } from './law.ts'
import type { Import, Source } from './read-source.ts'

const MISSING_NAMES = ['utils', 'util', 'lib', 'common', 'helpers', 'helper', 'types', 'services', 'misc']
const FOR_TESTS = ['vitest', 'fast-check']

/** Everything in a file that the law forbids, each as a sentence that starts with the file. */
export function findOffences(law: Law, source: Source): string[] {
  const offences = [
    ...nameOffences(source.path),
    ...source.imports.flatMap((each) => check(law, source, each)),
  ]
  const isPureFile = partOf(source.path) === 'domain' && !isTest(source.path)
  const impure = isPureFile ? source.impurities.map((name) => `domain may not use ${name}`) : []
  return [...offences, ...impure].map((offence) => `${source.path}: ${offence}`)
}

/** Files, other than tests and examples, that name something which belongs to one instrument. */
export function findInstrumentNames(names: { parts: RegExp; whole: string[] }, source: Source): string[] {
  if (isTest(source.path)) return []
  const found = source.words.flatMap((word) => {
    if (names.whole.includes(word.trim())) return [word.trim()]
    return names.parts.exec(word)?.[0] ?? []
  })
  return [...new Set(found)].map((name) => `${source.path}: names "${name}", which is an instrument's own`)
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

function nameOffences(path: string): string[] {
  const words = path.replace(/(\.test)?\.tsx?$/, '').split('/')
  const missing = words.filter((word) => MISSING_NAMES.includes(word))
  const offences = missing.map((word) => `"${word}" is a missing name`)
  if (!isKnownFolder(path)) offences.push(`"${words[1]}" is not a part of the law`)
  return words.at(-1) === 'index' ? [...offences, 'a barrel file; import from the file itself'] : offences
}

function check(law: Law, { path }: Source, { address, isTypeOnly }: Import): string[] {
  if (address === '(computed)') return ['imports an address that is only known while running']
  if (address.startsWith('#test/')) return isTest(path) ? [] : [`may not import ${address}: it is for tests`]
  if (address.startsWith('#')) return checkArrow(law, path, address, isTypeOnly)
  if (address.startsWith('.')) return checkNeighbour(law, path, address, isTypeOnly)
  return checkPackage(law, path, address)
}

function checkArrow(law: Law, path: string, address: string, isTypeOnly: boolean): string[] {
  const target = targetOf(path, address)
  const isBelow = target.startsWith(`${dirname(path)}/`)
  if (isBelow && roomOf(target) === roomOf(path) && !isTest(path)) {
    return [`→ ${address}: within a folder, write ./`]
  }
  return checkRooms(law, path, address, isTypeOnly)
}

function checkNeighbour(law: Law, path: string, address: string, isTypeOnly: boolean): string[] {
  if (address.startsWith('..')) return [`→ ${address}: never ../, write #part/file`]
  const isApp = partOf(targetOf(path, address)) === 'app'
  if (roomOf(targetOf(path, address)) !== roomOf(path) && !isApp) {
    return [`→ ${address}: across parts, write #part/file`]
  }
  return checkRooms(law, path, address, isTypeOnly)
}

function checkRooms(law: Law, path: string, address: string, isTypeOnly: boolean): string[] {
  const from = partOf(path)
  const target = targetOf(path, address)
  const to = partOf(target)
  if (roomOf(path) === roomOf(target)) return []
  if (from === 'features' && to === 'features') return [`→ ${address}: a feature may not import another`]
  const { mayImport, mayImportTypes = [] } = law[from]
  if (mayImport.includes(to)) return []
  if (!mayImportTypes.includes(to)) return [`→ ${address}: ${from} may not import ${to}`]
  return isTypeOnly ? [] : [`→ ${address}: ${from} may only import types of ${to}`]
}

function checkPackage(law: Law, path: string, address: string): string[] {
  const part = partOf(path)
  const { packages, node } = law[part]
  if (isTest(path)) return []
  if (address.startsWith('node:')) {
    return node === undefined || node.includes(address) ? [] : [`→ ${address}: ${part} may not import it`]
  }
  const name = packageName(address)
  if (builtinModules.includes(name)) return [`→ ${address}: write node:${address}`]
  if (FOR_TESTS.includes(name)) return [`→ ${address}: it is for tests`]
  return packages.includes(name) ? [] : [`→ ${address}: the package does not belong in ${part}`]
}

/** `@hono/node-server/serve-static` → `@hono/node-server` */
function packageName(address: string): string {
  return address
    .split('/')
    .slice(0, address.startsWith('@') ? 2 : 1)
    .join('/')
}

function targetOf(path: string, address: string): string {
  if (address.startsWith('.')) return posix.join(dirname(path), address)
  return `src/${address.replace(/^#(src\/)?/, '')}`
}
