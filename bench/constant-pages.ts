import { type CrowdFigures, sendCrowd } from './crowd.ts'
import type { Part } from './journey.ts'
import { type Memory, memoryOf } from './memory.ts'
import { processMeter } from './processor-time.ts'
import { startProgram } from './program.ts'
import type { Exchange } from './visitor.ts'

export type ConstantPages = CrowdFigures & { secondsToStart: number; memory: Memory }

/** More than the product gets, because a hundredth of a second is the smallest that can be measured. */
const PARTICIPANTS = 1_000
const WARM_UP = 100

/** The ceiling of pages: the same requests, answered with constant pages of the same sizes. */
export async function measureConstantPages(exchanges: Exchange[]): Promise<ConstantPages> {
  const server = await startProgram(['bench/bare-server.mjs'])
  try {
    const parts = [replay(exchanges)]
    const meters = { app: processMeter(server.pid) }
    await sendCrowd(server.origin, parts, WARM_UP, meters)
    const figures = await sendCrowd(server.origin, parts, PARTICIPANTS, meters)
    return { ...figures, secondsToStart: server.secondsToStart, memory: memoryOf(server.pid) }
  } finally {
    await server.stop()
  }
}

function replay(exchanges: Exchange[]): Part {
  const clicks = exchanges.flatMap((exchange, index) => {
    const isFollowing = exchanges[index - 1]?.status === 303
    return isFollowing ? [] : [{ ...exchange, path: addressLike(exchange, exchanges[index + 1]) }]
  })
  return {
    name: 'constant pages',
    perform: async ({ visitor }) => {
      for (const { method, path, body } of clicks) {
        if (method === 'GET') await visitor.open(path)
        else await visitor.submit(path, body)
      }
    },
  }
}

function addressLike({ status, size }: Exchange, next: Exchange | undefined): string {
  return status === 303 && next ? `/to/${next.size}` : `/${size}`
}
