import type { JSX } from 'preact'

export type Column = { label: string; isNumber?: boolean }

/** A table that says the same as a picture; on a narrow screen it scrolls by itself, also with the keyboard. */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: Column[]
  rows: string[][]
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard (WCAG 2.1.1)
    <section class="table-frame" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) => (
              <th scope="col" class={isNumber ? 'number' : undefined} key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td
                  class={columns[index + 1]?.isNumber ? 'number' : undefined}
                  key={columns[index + 1]?.label}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
