import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { projectFolder } from '#src/project-folder.ts'

export type Child = {
  /** The exit code, or null after a signal. */
  ended: Promise<number | null>
  /** Resolves when it has printed the text; rejects when it ends before that. */
  says(text: string): Promise<void>
  output(): string
  errors(): string
  kill(signal?: NodeJS.Signals): void
}

const bundles = new Map<string, string>()

/** Runs a file of this folder as a real second process. */
export function startChild(file: string, given: string[]): Child {
  const program = bundles.get(file) ?? bundle(file)
  bundles.set(file, program)
  const child = spawn(process.execPath, [program, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: projectFolder,
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (piece) => {
    output += piece
  })
  child.stderr.on('data', (piece) => {
    errors += piece
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(text) && resolve()
        child.stdout.on('data', look)
        look()
        void ended.then(() => reject(new Error(`ended before it said "${text}": ${errors}`)))
      }),
    output: () => output,
    errors: () => errors,
    kill: (signal = 'SIGKILL') => child.kill(signal),
  }
}

/** As the application itself is bundled: a process that reads the sources takes two seconds longer to begin. */
function bundle(file: string): string {
  const outfile = join(projectFolder, `node_modules/.cache/quickscan/children-${process.pid}`, `${file}.mjs`)
  buildSync({
    absWorkingDir: projectFolder,
    entryPoints: [join(import.meta.dirname, file)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  return outfile
}
