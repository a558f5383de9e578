import { parse } from "csv-parse/sync"
import { readHeadings } from "./headings.ts"
import { csvOptions, type Delimiter, delimiters } from "./separated-text.ts"

/** The first records of a text, split by a delimiter; what cannot be read ends them. */
export function firstRecords(text: string, delimiter: Delimiter, count: number): { record: string[]; info: { lines: number } }[] {
  return parse(text, { ...csvOptions(delimiter), to: count }) as unknown as { record: string[]; info: { lines: number } }[]
}

/**
 * What separates the columns of a text: what gives the most headings that are known, and else the most columns.
 * `head` is the beginning of the text. Throws CsvError for what is no text in columns.
 */
export function guessDelimiter(head: string): Delimiter {
  const [best = ","] = delimiters
    .map((delimiter) => {
      const records = firstRecords(head, delimiter, 10)
      const known = Math.max(0, ...records.map(({ record }) => readHeadings(record).filter((column) => column !== null).length))
      return { delimiter, known, width: Math.max(0, ...records.map(({ record }) => record.length)) }
    })
    .sort((a, b) => b.known - a.known || b.width - a.width)
    .map(({ delimiter }) => delimiter)
  return best
}
