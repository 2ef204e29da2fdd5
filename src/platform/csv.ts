import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV (RFC 4180) for Dutch spreadsheets: semicolons, lines that end in CR LF, and a byte order mark so that
 * Excel reads UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection).
 */
export function writeCsv(rows: string[][]): string {
  return stringify(rows, {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
  })
}
