import type { JSX } from 'preact'

/** The way through a list that is cut into pages; nothing when it fits on one. */
export function Pagination({
  page,
  pages,
  hrefOf,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
}): JSX.Element | null {
  if (pages <= 1) return null
  return (
    <nav class="pagination" aria-label="Bladeren">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          Vorige bladzijde
        </a>
      )}
      <span class="muted">{`Bladzijde ${page} van ${pages}`}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          Volgende bladzijde
        </a>
      )}
    </nav>
  )
}
