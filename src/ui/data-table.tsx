import type { JSX } from 'preact'

export type TableColumn = { label: string; isNumber?: boolean }

/**
 * A table with a caption; the first cell of a row is its heading. On a narrow screen it scrolls within its
 * own frame, which the keyboard can reach.
 */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: TableColumn[]
  rows: string[][]
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls has to be reachable without a mouse
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) => (
              <th scope="col" class={isNumber ? 'figure' : undefined} key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow columns={columns} row={row} key={row[0]} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TableRow({ columns, row }: { columns: TableColumn[]; row: string[] }): JSX.Element {
  const [heading, ...cells] = row
  return (
    <tr>
      <th scope="row">{heading}</th>
      {cells.map((cell, index) => {
        const column = columns[index + 1]
        return (
          <td class={column?.isNumber ? 'figure' : undefined} key={column?.label}>
            {cell}
          </td>
        )
      })}
    </tr>
  )
}
