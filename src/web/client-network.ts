import { networkOf } from '#domain/attempt-limits.ts'
import type { RequestContext } from './house.ts'

/**
 * The network that a request came from, for limits. Of X-Forwarded-For only what our own proxies wrote counts:
 * with two of them the second from the right. What stands left of it anybody can have written.
 */
export function networkOfClient(c: RequestContext): string {
  const { trustedProxies } = c.get('house').site
  const connection = c.env?.incoming?.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return networkOf(connection)
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return networkOf(forwarded.at(-trustedProxies) || connection)
}
