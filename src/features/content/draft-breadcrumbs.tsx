import type { JSX } from 'preact'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { urls } from '#web/urls.ts'

/** Where a page of a draft lies. `above` is what stands between the draft and this page. */
export function DraftBreadcrumbs({
  draft,
  current,
  above = [],
}: {
  draft: { id: string; title: string }
  current: string
  above?: { label: string; href: string }[]
}): JSX.Element {
  return (
    <Breadcrumbs
      items={[
        { label: 'Inhoud', href: urls.content.to() },
        { label: draft.title, href: urls.draft.to({ draft: draft.id }) },
        ...above,
      ]}
      current={current}
    />
  )
}
