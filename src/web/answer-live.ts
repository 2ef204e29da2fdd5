import type { RequestContext } from './house.ts'
import type { Channel } from './live.ts'

/** A sign of life every so often, in milliseconds: proxies cut off what is silent, and the other side may be gone. */
const BEAT = 25_000
/** So many messages wait for somebody who does not take them; then they have to come back. */
const MOST_WAITING = 16

/**
 * Answers with what is to be seen now and with each change, until one of both leaves: as server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). `beat` is called with every sign of life.
 */
export function answerLive(
  c: RequestContext,
  channel: Channel,
  { who, beat = async () => {} }: { who: string; beat?: () => Promise<void> },
): Response {
  const { live, log } = c.get('house')
  const encoder = new TextEncoder()
  let leave = () => {}
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        let hasEnded = false
        const write = (text: string) => {
          if (hasEnded) return
          if ((controller.desiredSize ?? 0) <= -MOST_WAITING) return end()
          controller.enqueue(encoder.encode(text))
        }
        const end = () => {
          if (hasEnded) return
          hasEnded = true
          leave()
          controller.close()
        }
        const beats = setInterval(() => {
          write(': \n\n')
          beat().catch((error: unknown) => log.warn({ err: error }, 'a sign of life was not kept'))
        }, BEAT)
        let stop = () => {}
        leave = () => {
          hasEnded = true
          clearInterval(beats)
          stop()
        }
        write(`retry: 2000\n\n`)
        stop = live.follow(channel, { who, send: (text) => write(eventOf(text)), end })
        if (hasEnded) stop()
      },
      cancel: () => leave(),
    },
    { highWaterMark: 1 },
  )
  c.header('content-type', 'text/event-stream; charset=utf-8')
  // Nginx would otherwise collect what has to go on at once.
  c.header('x-accel-buffering', 'no')
  return c.body(stream)
}

/** A browser that listens says so; whoever types the address wants the page. */
export function asksForEvents(c: RequestContext): boolean {
  return c.req.header('accept')?.includes('text/event-stream') ?? false
}

function eventOf(text: string): string {
  return `${text
    .split('\n')
    .map((line) => `data: ${line}`)
    .join('\n')}\n\n`
}
