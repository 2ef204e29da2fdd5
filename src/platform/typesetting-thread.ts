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
  let count = 0

  const stop = async () => {
    clearTimeout(rest)
    const stopping = worker
    worker = undefined
    await stopping?.terminate()
  }
  return {
    typeset: async (content) => {
      clearTimeout(rest)
      worker ??= startWorker(workerFile, place)
      count += 1
      const outcome = await ask(worker, { number: count, content }, longest).catch(async (error: unknown) => {
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

function startWorker(workerFile: string, workerData: TypesettingPlace): Worker {
  const worker = new Worker(workerFile, { workerData, execArgv: [] })
  worker.unref()
  return worker
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
