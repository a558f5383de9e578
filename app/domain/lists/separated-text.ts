import type { Options } from "csv-parse"

/*
 * Text in columns as spreadsheets write and copy it. Quotation marks inside a cell are taken as they stand; one that
 * opens a cell and never closes it ends the reading, because everything behind it would be one cell.
 */

/** What separates the columns. */
export const delimiters = [";", ",", "\t"] as const
export type Delimiter = (typeof delimiters)[number]

/** Signs in one line of a list; a list with more has an open quotation mark, or is none. */
const longestLine = 65_536

/** How text in columns is read, with the line of each record. */
export function csvOptions(delimiter: string) {
  return {
    bom: true,
    delimiter,
    info: true,
    // Lists that were put together from several have the line ends of each.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: longestLine,
  } as const satisfies Options
}
