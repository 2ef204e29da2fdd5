import type { Asset } from '#platform/assets.ts'
import { refuse } from './errors.tsx'
import type { RequestContext, Router } from './house.ts'
import { urls } from './urls.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Static files from memory. Their address has their version, so that a browser never asks twice. */
export function assetRoutes(router: Router): void {
  router.get(urls.asset.pattern, (c) => {
    const { assets } = c.get('house')
    const asset = assets.files.get(c.req.param('file'))
    if (!asset) return refuse(c, 404)
    const isCurrent = c.req.param('version') === assets.version
    c.header('cache-control', isCurrent ? FOR_EVER : 'no-cache')
    return serve(c, asset)
  })
}

function serve(c: RequestContext, asset: Asset): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  c.header('content-type', asset.type)
  c.header('vary', 'accept-encoding')
  if (asset.brotli && /\bbr\b/.test(accepted)) return send(c, asset.brotli, 'br')
  if (asset.gzip && /\bgzip\b/.test(accepted)) return send(c, asset.gzip, 'gzip')
  return send(c, asset.body)
}

function send(c: RequestContext, body: Buffer, encoding?: string): Response {
  if (encoding) c.header('content-encoding', encoding)
  return c.body(new Uint8Array(body))
}
