/** A command of the command line. `run` gives the exit status: 0 done, 1 refused, 2 wrong use. */
export type Command = {
  summary: string
  usage: string
  help: string
  run: (rest: string[]) => Promise<number>
}

export function wrongUse(message: string): number {
  console.error(message)
  return 2
}
