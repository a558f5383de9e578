import { pino, type DestinationStream, type Logger } from "pino"

export type Log = Logger

/**
 * Structured logs. They carry ids and counts, never a name, an address, a number or a text somebody wrote. What goes under
 * `error` is the error itself: it is described here, once.
 */
export function openLog(level: string, to?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describeError } }
  return to === undefined ? pino(options) : pino(options, to)
}

/** The kind and place of an error. Messages of the database quote the values of a row, so they stay out. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error }
  const stack = error.stack ?? ""
  const frames = stack.split("\n").filter((line) => line.trimStart().startsWith("at "))
  return {
    kind: error.name,
    ...("code" in error ? { code: String(error.code) } : {}),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  }
}

/** A path without the secrets that links in mails carry: long segments are shown as `…`. */
export function pathForLog(pathname: string): string {
  return pathname
    .split("/")
    .map((segment) => (segment.length > 24 && !/^[0-9a-f-]{36}$/.test(segment) ? "…" : segment))
    .join("/")
}
