import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { TypesettingOrder, TypesettingOutcome, TypesettingPlace } from './typesetting-messages.ts'

/** A process beside ours that typesets one document at a time. */
export type TypesettingProcess = {
  /** A PDF of what the template reads, as JSON. Rejects with the reason when it cannot be made. */
  typeset: (content: string) => Promise<Uint8Array>
  close: () => void
}

export type ProcessOptions = TypesettingPlace & {
  workerFile: string
  /** Milliseconds after which a document is given up, and the process with it. */
  longest?: number
  /** Milliseconds without work after which the process ends, and gives its memory back. */
  idle?: number
}

/** Starts with the first document, and anew after it ended, hung or crashed. */
export function createTypesettingProcess({
  workerFile,
  longest = 20_000,
  idle = 60_000,
  ...place
}: ProcessOptions): TypesettingProcess {
  let child: ChildProcess | undefined
  let rest: NodeJS.Timeout | undefined

  const stop = () => {
    clearTimeout(rest)
    child?.kill('SIGKILL')
    child = undefined
  }
  const start = () => {
    const started = startChild(workerFile, place)
    // Also between two documents: then the next one gets a new process.
    const forget = () => {
      if (child === started) child = undefined
    }
    started.on('error', forget).on('exit', forget)
    return started
  }
  return {
    typeset: async (content) => {
      clearTimeout(rest)
      child ??= start()
      const outcome = await ask(child, content, longest).catch((error: unknown) => {
        stop()
        throw error
      })
      rest = setTimeout(stop, idle).unref()
      if ('reason' in outcome) throw new Error(outcome.reason)
      return outcome.pdf
    },
    close: stop,
  }
}

/** It knows nothing of our settings and secrets, and leaves the processor to the pages when both want it. */
function startChild(workerFile: string, place: TypesettingPlace): ChildProcess {
  const child = fork(workerFile, [JSON.stringify(place)], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  giveWay(child)
  rest(child)
  return child
}

/** Where the host forbids it, both have the same. */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {}
}

function ask(child: ChildProcess, order: TypesettingOrder, longest: number): Promise<TypesettingOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(limit)
      child.off('message', answer).off('error', fail).off('exit', gone)
      rest(child)
      act()
    }
    const answer = (outcome: unknown) => settle(() => resolve(outcome as TypesettingOutcome))
    const fail = (error: unknown) => settle(() => reject(error))
    const gone = () => fail(new Error('the process that typesets ended'))
    const limit = setTimeout(() => fail(new Error(`not ready after ${longest} ms`)), longest)
    child.ref()
    child.channel?.ref()
    child.once('message', answer).once('error', fail).once('exit', gone)
    child.send(order, (error) => error && fail(error))
  })
}

/** While nothing is asked of it, it keeps nobody from ending. */
function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
