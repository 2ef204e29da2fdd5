import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { RequestContext } from './house.ts'
import { type PageOptions, SiteFrame } from './site-frame.tsx'

/** Answers with a whole page. */
export function page(c: RequestContext, options: PageOptions, content: ComponentChildren): Response {
  const html = renderToString(
    <SiteFrame house={c.get('house')} options={options}>
      {content}
    </SiteFrame>,
  )
  if (options.isPublic) c.header('cache-control', 'no-cache')
  return c.html(`<!doctype html>${html}`, options.status ?? 200)
}
