import type { DocumentState } from '#platform/documents.ts'
import type { Document } from '#ui/documents/document.ts'
import { plainestForm } from '#ui/documents/plainest.ts'
import { withSafeLinks } from '#ui/documents/safe-links.ts'
import {
  DocumentFailed,
  DocumentsFull,
  DocumentWaiting,
  type DocumentWay,
  stateInWords,
} from './document-pages.tsx'
import { answerFile } from './file-answer.ts'
import type { RequestContext } from './house.ts'
import { page } from './page.tsx'

export type WantedDocument = DocumentWay & {
  document: Document
  /** What the file is called. */
  name: string
  /** Of everybody: made once, kept, and given again when it is the same. Otherwise it is one person's own. */
  isPublic: boolean
}

/** A person gets a page that tells how long it takes; a program just waits. */
const PATIENCE = { person: 1_000, program: 30_000 }

/** Answers with a document as PDF, or with a page about when it will be there. */
export async function answerDocument(c: RequestContext, wanted: WantedDocument): Promise<Response> {
  const { documents, site } = c.get('house')
  // The same address gives a document, a page about it or how far it is.
  c.header('vary', 'accept')
  const content = withSafeLinks(wanted.document, site.linkBase)
  if (wanted.isPublic) {
    const tag = `"${documents.nameOf(content)}"`
    c.header('etag', tag)
    c.header('cache-control', 'no-cache')
    if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304)
  }
  const order = { content, plainest: () => plainestForm(content), isKept: wanted.isPublic }
  const asksForPage = c.req.header('accept')?.includes('text/html') ?? false
  const asksForState = c.req.header('accept')?.includes('application/json') ?? false
  const patience = asksForState ? 0 : asksForPage ? PATIENCE.person : PATIENCE.program
  const state = await documents.make(order, patience)
  if (asksForState) return c.json({ kind: state.kind, text: stateInWords(state) })
  if (state.kind === 'made') {
    return answerFile(c, { body: state.pdf, type: 'application/pdf', name: wanted.name })
  }
  return answerWithPage(c, state, wanted)
}

function answerWithPage(
  c: RequestContext,
  state: Exclude<DocumentState, { kind: 'made' }>,
  way: DocumentWay,
): Response {
  c.header('etag', undefined)
  c.header('cache-control', 'no-store')
  switch (state.kind) {
    case 'waiting':
      c.header('retry-after', String(state.seconds))
      return page(
        c,
        { title: 'Je document wordt gemaakt', status: 202, scripts: ['document.js'] },
        <DocumentWaiting {...way} text={stateInWords(state)} address={addressOf(c)} />,
      )
    case 'full':
      c.header('retry-after', '60')
      return page(
        c,
        { title: 'Het is nu druk', status: 503 },
        <DocumentsFull {...way} address={addressOf(c)} />,
      )
    case 'failed':
      return page(c, { title: 'Dit document lukt nu niet', status: 500 }, <DocumentFailed {...way} />)
  }
}

/** RFC 9110, 13.1.2: one of several, or any. */
function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header === '*' || header.split(',').some((known) => known.trim().replace(/^W\//, '') === tag)
}

function addressOf(c: RequestContext): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}
