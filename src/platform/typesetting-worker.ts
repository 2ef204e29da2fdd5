import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { createPrintable } from './printable-text.ts'
import { readTypefaces } from './typefaces.ts'
import type { TypesettingOrder, TypesettingOutcome, TypesettingPlace } from './typesetting-messages.ts'

/**
 * Typesets one document after the other, in a process of its own: pages need not wait for it, and what goes wrong in
 * it goes wrong there. The process that started it says where its files are.
 */
const { templateFile, typefaceFolder }: TypesettingPlace = JSON.parse(process.argv[2] ?? '')
const typefaces = readTypefaces(typefaceFolder)
const printable = createPrintable(typefaces)
const template = readFileSync(templateFile, 'utf8')
const compiler = NodeCompiler.create({
  workspace: typefaceFolder,
  fontArgs: [
    {
      fontBlobs: typefaces.flatMap(({ files }) =>
        files.map((file) => readFileSync(join(typefaceFolder, file))),
      ),
    },
  ],
})

process.on('message', (content: TypesettingOrder) => process.send?.(typeset(content)))
process.on('disconnect', () => process.exit())
// Ctrl+C reaches us too: what is asked for is made first, and whoever asked ends us.
process.on('SIGINT', () => {})

function typeset(content: TypesettingOrder): TypesettingOutcome {
  try {
    const data = {
      ...(printableIn(JSON.parse(content)) as object),
      typefaces: typefaces.map(({ family }) => family),
    }
    const run = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
    if (!run.result) return { reason: reasonIn(run.takeDiagnostics()?.shortDiagnostics ?? []) }
    return { pdf: new Uint8Array(compiler.pdf(run.result, { pdfStandard: 'ua-1' })) }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  } finally {
    // What it remembers of a document is of no use for the next one, and grows without an end.
    compiler.evictCache(0)
  }
}

/** What Typst has against it, without the places: these are in our own template. */
function reasonIn(diagnostics: { message?: string }[]): string {
  return diagnostics.map(({ message }) => message ?? '').join('; ') || 'no reason was given'
}

/** What nobody reads as text: a drawing and an address stay as they are. */
const NO_TEXT = ['svg', 'link']

/** Every text in it as it can be printed. */
function printableIn(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map(printableIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, NO_TEXT.includes(name) ? inner : printableIn(inner)]),
  )
}
