import type { Hono } from 'hono'
import type { Environment } from '#web/house.ts'

/** Somebody who listens, as a browser does. */
export type Listener = {
  status: number
  /** The next message that satisfies, also one that came before; rejects when none came in time. */
  hear: (isWanted?: (message: string) => boolean, milliseconds?: number) => Promise<string>
  heard: () => readonly string[]
  stop: () => Promise<void>
}

export async function listen(
  fetch: Hono<Environment>['fetch'],
  path: string,
  cookies: ReadonlyMap<string, string>,
): Promise<Listener> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { accept: 'text/event-stream', cookie }
  const response = await fetch(new Request(`http://localhost${path}`, { headers }))
  const messages: string[] = []
  const waiting = new Set<() => void>()
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  void (async () => {
    for (;;) {
      const part = await reader?.read().catch(() => undefined)
      if (!part || part.done) return
      rest += decoder.decode(part.value, { stream: true })
      const events = rest.split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = event.split('\n').filter((line) => line.startsWith('data: '))
        if (data.length > 0) messages.push(data.map((line) => line.slice(6)).join('\n'))
      }
      for (const look of waiting) look()
    }
  })()
  return {
    status: response.status,
    heard: () => messages,
    hear: (isWanted = () => true, milliseconds = 5_000) =>
      new Promise((resolve, reject) => {
        let from = 0
        const look = () => {
          const index = messages.findIndex((message, place) => place >= from && isWanted(message))
          if (index < 0) {
            from = messages.length
            return
          }
          clearTimeout(timer)
          waiting.delete(look)
          resolve(messages[index] ?? '')
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`nothing came in ${milliseconds} ms; heard ${messages.length} messages`))
        }, milliseconds)
        waiting.add(look)
        look()
      }),
    stop: async () => void (await reader?.cancel().catch(() => {})),
  }
}
