import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installPdfTools } from './install-pdf-tools.ts'

/**
 * What other programs make of a PDF document: qpdf (Apache-2.0) and those of Poppler (GPL), which are Debian's
 * packages "qpdf" and "poppler-utils". Ask `pdfToolsAreHere` first.
 */

const PROGRAMS = ['qpdf', 'pdfinfo', 'pdftotext', 'pdftoppm']

let areHere: boolean | undefined

/**
 * Whether the programs can be run. Where they are not installed and we may install packages, they are
 * installed, which takes a minute; else the reason is on the screen, once, and tests skip what needs them:
 * `test.skipIf(!pdfToolsAreHere())`.
 */
export function pdfToolsAreHere(): boolean {
  areHere ??= canRunAll() || (installPdfTools() && canRunAll())
  return areHere
}

/** What qpdf finds wrong in how the file is built; '' when it is sound. */
export async function checkWithQpdf(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, async (file) => {
    try {
      await run('qpdf', ['--check', file])
      return ''
    } catch (error) {
      // What execFile throws has the output with it, unless the program did not run at all.
      const output = error as Partial<Output>
      return `${output.stdout ?? ''}${output.stderr ?? error}`.trim()
    }
  })
}

/** The lines of pdfinfo, by what stands before the colon: "Pages" gives "15", "Tagged" gives "yes". */
export async function readPdfInfo(pdf: Uint8Array): Promise<Map<string, string>> {
  const text = await withFile(pdf, async (file) => (await run('pdfinfo', ['-enc', 'UTF-8', file])).stdout)
  return new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(':')
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1).trim()]] : []
    }),
  )
}

/**
 * What Poppler 22.12 says of what is right: a `Suspects` that is there and false (ISO 32000-1, table 321), and a
 * `BorderColor` of three numbers (table 343).
 */
const MISTAKEN =
  /^Syntax (?:Error: Suspects object is wrong type \(boolean\)|Warning: Attribute BorderColor value is of wrong type \(array\))\n?/gm

/** The tags as an outline, and what Poppler has against them; '' when nothing. With their texts it takes seconds. */
export async function readPdfTags(
  pdf: Uint8Array,
  { withTexts = false } = {},
): Promise<{ outline: string; complaints: string }> {
  const options = ['-enc', 'UTF-8', withTexts ? '-struct-text' : '-struct']
  const { stdout, stderr } = await withFile(pdf, (file) => run('pdfinfo', [...options, file]))
  return { outline: stdout, complaints: stderr.replace(MISTAKEN, '').trim() }
}

/** The text, with a form feed after each page. `layout` keeps columns beside each other. */
export async function readPdfText(pdf: Uint8Array, order: 'reading' | 'layout' = 'reading'): Promise<string> {
  const options = ['-enc', 'UTF-8', ...(order === 'layout' ? ['-layout'] : [])]
  return withFile(pdf, async (file) => (await run('pdftotext', [...options, file, '-'])).stdout)
}

/** The pages as PNG pictures, in order. */
export async function drawPdfPages(pdf: Uint8Array, dotsPerInch: number): Promise<Uint8Array[]> {
  return withFile(pdf, async (file, folder) => {
    await run('pdftoppm', ['-r', String(dotsPerInch), '-png', file, join(folder, 'page')])
    // pdftoppm writes all numbers as long as the last one, so that their order is that of their names.
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
    return Promise.all(names.map((name) => readFile(join(folder, name))))
  })
}

type Output = { stdout: string; stderr: string }

function run(program: string, options: string[]): Promise<Output> {
  const limits = { timeout: 60_000, maxBuffer: 64 * 1024 * 1024 }
  return promisify(execFile)(program, options, limits)
}

async function withFile<Result>(
  pdf: Uint8Array,
  use: (file: string, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'quickscan-pdf-'))
  try {
    const file = join(folder, 'document.pdf')
    await writeFile(file, pdf)
    return await use(file, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function canRunAll(): boolean {
  return PROGRAMS.every(canRun)
}

/** qpdf and Poppler both answer this with status 0. */
function canRun(program: string): boolean {
  try {
    execFileSync(program, [program === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
