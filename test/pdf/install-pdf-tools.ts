import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const APT_GET = '/usr/bin/apt-get'

/** Debian's packages with qpdf and Poppler, where we may install them. False, with the reason on the screen, else. */
export function installPdfTools(): boolean {
  const mayInstall = process.getuid?.() === 0 && existsSync(APT_GET)
  if (!mayInstall) {
    console.log(
      'qpdf or Poppler is not installed, and only root on Debian or Ubuntu can install it from here.',
    )
    return false
  }
  console.log('Installing the packages "qpdf" and "poppler-utils" …')
  try {
    aptGet('update')
    aptGet('install', '-y', '--no-install-recommends', 'qpdf', 'poppler-utils')
    return true
  } catch (error) {
    console.log(`That did not work: ${error instanceof Error ? error.message : error}`)
    return false
  }
}

/** One at a time: test files run beside each other, and two of them can find that nothing is installed. */
function aptGet(...rest: string[]): void {
  execFileSync('flock', [APT_GET, APT_GET, '-q', ...rest], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 10 * 60 * 1_000,
  })
}
