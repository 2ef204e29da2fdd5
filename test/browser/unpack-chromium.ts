import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectFolder } from '#src/project-folder.ts'

export type UnpackedChromium = { executablePath: string; env: Record<string, string> }

/**
 * Chromium from the package @sparticuz/chromium, which also brings the few libraries and the fonts that a
 * bare Linux lacks. Unpacked once for each version, and safe when several tests ask at the same time.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The package only has a Chromium for Linux on x64. Set CHROMIUM_PATH to a Chromium here.')
  }
  const folder = join(projectFolder, 'node_modules/.cache/quickscan', `chromium-${packageVersion()}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

function packageVersion(): string {
  const path = join(projectFolder, 'node_modules/@sparticuz/chromium/package.json')
  const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'))
  return version
}

/** Elsewhere first, and then in its place in one step: nobody finds half a browser. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(join(folder, '..'), { recursive: true })
  const scratch = mkdtempSync(`${folder}-`)
  try {
    await unpack(scratch)
    writeFileSync(join(scratch, 'fonts.conf'), fontSettings(folder))
    renameSync(scratch, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/**
 * The package unpacks into the temporary folder, and its libraries only when it thinks it runs on Amazon's
 * functions. A process of its own keeps both settings away from the tests.
 */
async function unpack(folder: string): Promise<void> {
  const program = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
}

/** Only the fonts of the package, so that a page has the same width on every machine. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}
