import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { RequestContext } from './house.ts'
import { SiteFrame } from './site-frame.tsx'

export type PageOptions = {
  title: string
  description?: string
  /** The item of the main menu that this page belongs to. */
  section?: 'scan' | 'statements' | 'information'
  script?: 'autosave.js'
  status?: 200 | 400 | 403 | 404 | 405 | 409 | 413 | 415 | 500 | 503
  /** Pages without anything personal may be kept by the browser and asked for again with their ETag. */
  isPublic?: boolean
}

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
