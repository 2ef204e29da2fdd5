import { gzipSync } from 'node:zlib'
import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { RequestContext } from './house.ts'
import { type PageOptions, SiteFrame } from './site-frame.tsx'

/** Answers with a whole page, compressed where the browser can read that. */
export function page(c: RequestContext, options: PageOptions, content: ComponentChildren): Response {
  const html = renderToString(
    <SiteFrame house={c.get('house')} options={options}>
      {content}
    </SiteFrame>,
  )
  if (options.isPublic) c.header('cache-control', 'no-cache')
  c.header('content-type', 'text/html; charset=utf-8')
  c.header('vary', 'accept-encoding')
  const text = `<!doctype html>${html}`
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(text, options.status ?? 200)
  c.header('content-encoding', 'gzip')
  return c.body(new Uint8Array(gzipSync(text, { level: QUICKEST })), options.status ?? 200)
}

/** A part of a page as text, for a page that is open already. */
export function fragment(content: JSX.Element): string {
  return renderToString(content)
}

/** A page of 52 KB becomes 5 % larger than at level 4, in 0.09 instead of 0.15 ms (November 2026). */
const QUICKEST = 1
