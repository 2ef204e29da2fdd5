import { type Browser, chromium } from 'playwright-core'
import { unpackChromium } from './unpack-chromium.ts'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
]

/** Chromium without a window: the one that CHROMIUM_PATH names, else the one from the npm registry. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  const { executablePath, env } = given ? { executablePath: given, env: {} } : await unpackChromium()
  return chromium.launch({ executablePath, args: ARGUMENTS, env: { ...process.env, ...env } })
}
