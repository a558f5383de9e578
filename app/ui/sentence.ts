import type { TFunction } from "i18next"

export type Problem = { field: string; code: string; details?: Record<string, string | number> }
export type FormReply = { typed: Record<string, string[]>; problems: Problem[] }

/**
 * The sentence of a code. Codes travel as plain strings, beyond what the key types can follow; a test holds that every
 * code in the source has its sentence in each language.
 */
export function sentence(t: TFunction, code: string, details: Record<string, string | number> = {}): string {
  const read: (key: never, values: Record<string, string | number>) => string = t
  return read(`refusals.${code}` as never, details)
}
