import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Child = {
  /** The exit code, or null after a signal. */
  ended: Promise<number | null>
  /** Resolves when it has printed the text; rejects when it ends before that. */
  says(text: string): Promise<void>
  output(): string
  errors(): string
  kill(signal?: NodeJS.Signals): void
}

/** Runs a file of this folder as a real second process. */
export function startChild(file: string, given: string[]): Child {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
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
