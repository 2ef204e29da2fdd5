import type { ComponentChildren, JSX } from 'preact'
import { ErrorSummary, type ListedError } from '#ui/error-summary.tsx'
import type { RequestContext } from '#web/house.ts'
import { page } from '#web/page.tsx'

export type FormTexts = {
  title: string
  lead?: string
  /** What is wrong, with links to the fields. */
  errors?: ListedError[]
  status?: 400 | 429
}

/** A page of the account with one question on it. */
export function formPage(
  c: RequestContext,
  { title, lead, errors = [], status }: FormTexts,
  content: ComponentChildren,
): Response {
  const isWrong = errors.length > 0
  return page(
    c,
    {
      title: isWrong ? `Let op: ${title}` : title,
      section: 'account',
      scripts: ['account.js', 'passkey.js'],
      status: status ?? (isWrong ? 400 : 200),
    },
    <div class="wrap page stack narrow">
      {isWrong && <ErrorSummary title="Dit lukte nog niet" kept="Er is niets veranderd." errors={errors} />}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {content}
    </div>,
  )
}

/** Goes with a form, so that what it leads to is known after the next step. */
export function NextField({ next }: { next: string | null }): JSX.Element | null {
  return next ? <input type="hidden" name="verder" value={next} /> : null
}
