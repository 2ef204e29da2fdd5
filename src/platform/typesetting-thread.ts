import { Worker } from 'node:worker_threads'
import type { TypesettingOrder, TypesettingOutcome, TypesettingPlace } from './typesetting-messages.ts'

/** A thread that typesets one document at a time. */
export type TypesettingThread = {
  /** A PDF of what the template reads, as JSON. Rejects with the reason when it cannot be made. */
  typeset: (content: string) => Promise<Uint8Array>
  close: () => Promise<void>
}

export type ThreadOptions = TypesettingPlace & {
  workerFile: string
  /** Milliseconds after which a document is given up, and the thread with it. */
  longest?: number
  /** Milliseconds without work after which the thread stops, and gives its memory back. */
  idle?: number
}

/** Starts with the first document, and anew after it stopped, hung or crashed. */
export function createTypesettingThread({
  workerFile,
  longest = 20_000,
  idle = 60_000,
  ...place
}: ThreadOptions): TypesettingThread {
  let worker: Worker | undefined
  let rest: NodeJS.Timeout | undefined

  const start = () => {
    const started = new Worker(workerFile, { workerData: place, execArgv: [] })
    // Also between two documents: then the next one gets a new thread.
    const forget = () => {
      if (worker === started) worker = undefined
    }
    started.on('error', forget).on('exit', forget).unref()
    return started
  }
  const stop = async () => {
    clearTimeout(rest)
    const stopping = worker
    worker = undefined
    await stopping?.terminate()
  }
  return {
    typeset: async (content) => {
      clearTimeout(rest)
      worker ??= start()
      const outcome = await ask(worker, content, longest).catch(async (error: unknown) => {
        await stop()
        throw error
      })
      rest = setTimeout(() => void stop(), idle).unref()
      if ('reason' in outcome) throw new Error(outcome.reason)
      return outcome.pdf
    },
    close: stop,
  }
}

function ask(worker: Worker, order: TypesettingOrder, longest: number): Promise<TypesettingOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(limit)
      worker.off('message', answer).off('error', fail).off('exit', gone)
      worker.unref()
      act()
    }
    const answer = (outcome: TypesettingOutcome) => settle(() => resolve(outcome))
    const fail = (error: unknown) => settle(() => reject(error))
    const gone = () => fail(new Error('the thread that typesets stopped'))
    const limit = setTimeout(() => fail(new Error(`not ready after ${longest} ms`)), longest)
    worker.ref()
    worker.once('message', answer).once('error', fail).once('exit', gone)
    worker.postMessage(order)
  })
}
