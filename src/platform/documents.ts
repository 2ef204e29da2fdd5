import { createHash } from 'node:crypto'
import { createFreshDocuments } from './fresh-documents.ts'
import type { KeptDocuments } from './kept-documents.ts'
import type { Log } from './log.ts'
import type { TypesettingProcess } from './typesetting-process.ts'

/** Makes documents one after the other, so that however many people ask, pages go on. */
export type Documents = {
  /** The same content has the same name, also tomorrow and elsewhere; any change of a letter gives another. */
  nameOf: (content: object) => string
  /**
   * The document, when it is there within `patience` milliseconds. Otherwise it goes on being made: whoever asks
   * for the same content again joins in, or finds it.
   */
  make: (order: DocumentOrder, patience: number) => Promise<DocumentState>
  close: () => void
}

export type DocumentOrder = {
  content: object
  /** The plainest form that is still right, for when the document itself cannot be made. */
  plainest: () => object
  /** Made once and kept; otherwise for a minute in memory, for whoever waits for it. */
  isKept: boolean
}

export type DocumentState =
  | { kind: 'made'; pdf: Uint8Array }
  /** `ahead` are made first, this one included when it is being made; `seconds` is a guess. */
  | { kind: 'waiting'; ahead: number; seconds: number }
  | { kind: 'full' }
  | { kind: 'failed' }

type Job = Pick<DocumentOrder, 'plainest' | 'isKept'> & {
  name: string
  /** The content, as JSON. */
  text: string
  pdf: Uint8Array | undefined
  done: Promise<void>
  end: () => void
}

type Made = { pdf: Uint8Array; isPlainest: boolean }

const MOST_WAITING = 50

export function createDocuments({
  typesetter,
  kept,
  edition,
  log,
  mostWaiting = MOST_WAITING,
}: {
  typesetter: TypesettingProcess
  kept: KeptDocuments
  /** What else decides how a document looks: another edition makes every document anew. */
  edition: string
  log: Log
  mostWaiting?: number
}): Documents {
  const jobs: Job[] = []
  const fresh = createFreshDocuments()
  let secondsEach = 0.3

  const work = async () => {
    for (let job = jobs[0]; job; job = jobs[0]) {
      const start = performance.now()
      const made = await typesetJob(typesetter, job, log)
      job.pdf = made?.pdf
      secondsEach = 0.7 * secondsEach + 0.3 * ((performance.now() - start) / 1000)
      if (made) await store(job, made)
      jobs.shift()
      job.end()
    }
  }
  const store = async ({ name, isKept }: Job, { pdf, isPlainest }: Made) => {
    fresh.add(name, pdf)
    // What went wrong may be over tomorrow.
    if (!isKept || isPlainest) return
    await kept
      .keep(name, pdf)
      .catch((error: unknown) => log.warn({ err: error }, 'could not keep a document'))
  }
  const join = (order: DocumentOrder, name: string, text: string): Job | undefined => {
    const known = jobs.find((job) => job.name === name)
    if (known || jobs.length > mostWaiting) return known
    const job = newJob(order, name, text)
    jobs.push(job)
    if (jobs.length === 1) void work()
    return job
  }
  const nameOf = (text: string) =>
    createHash('sha256').update(edition).update(text).digest('hex').slice(0, 32)

  return {
    nameOf: (content) => nameOf(JSON.stringify(content)),
    make: async (order, patience) => {
      const text = JSON.stringify(order.content)
      const name = nameOf(text)
      const there = fresh.find(name) ?? (order.isKept ? await kept.find(name) : undefined)
      if (there) return { kind: 'made', pdf: there }
      const job = join(order, name, text)
      if (!job) return { kind: 'full' }
      const isEnded = await endsWithin(job.done, patience)
      if (!isEnded) {
        const ahead = jobs.indexOf(job) + 1
        return { kind: 'waiting', ahead, seconds: Math.ceil(ahead * secondsEach) }
      }
      return job.pdf ? { kind: 'made', pdf: job.pdf } : { kind: 'failed' }
    },
    close: typesetter.close,
  }
}

function newJob({ plainest, isKept }: DocumentOrder, name: string, text: string): Job {
  let end = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { plainest, isKept, name, text, pdf: undefined, done, end }
}

/** First as it is meant, then in the plainest form. The log is told why, and never what somebody wrote. */
async function typesetJob({ typeset }: TypesettingProcess, job: Job, log: Log): Promise<Made | undefined> {
  try {
    return { pdf: await typeset(job.text), isPlainest: false }
  } catch (error) {
    log.warn({ document: job.name, reason: reasonOf(error) }, 'a document was made in its plainest form')
  }
  try {
    return { pdf: await typeset(JSON.stringify(job.plainest())), isPlainest: true }
  } catch (error) {
    log.error({ document: job.name, reason: reasonOf(error) }, 'a document could not be made')
    return undefined
  }
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return reason.replace(/`[^`]*`/g, '`…`').slice(0, 400)
}

function endsWithin(done: Promise<void>, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(false), patience)
    void done.then(() => {
      clearTimeout(limit)
      resolve(true)
    })
  })
}
