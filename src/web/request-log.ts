import { createMiddleware } from 'hono/factory'
import type { Environment } from './house.ts'

/** One line per request: the route and not the address, because an address can hold somebody's id. */
export const requestLog = createMiddleware<Environment>(async (c, next) => {
  const { log } = c.get('house')
  if (!log.isLevelEnabled('debug')) return next()
  const started = performance.now()
  await next()
  log.debug(
    {
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
    },
    'request',
  )
})
