import { z } from "zod"
import { languageSegment } from "#app/locales/languages.ts"

/**
 * What somebody typed into a form when their session had ended. It goes with them through signing in as one hidden field
 * of each page and is sent again afterwards; nothing of it is stored.
 */
export type KeptForm = { to: string; typed: Record<string, string[]> }

/** The hidden field's name. */
export const keptName = "kept"

/** Forms with something to lose. What only asks "are you sure?" is asked again instead. */
const keepable = new RegExp(String.raw`^/${languageSegment}/apply/(?:about|guardian|education/[a-z]+|motivation|funding|fee/[\da-f-]+)$`)

export function mayKeep(pathname: string): boolean {
  return keepable.test(pathname)
}

const keptForm = z.object({ to: z.string().regex(keepable), typed: z.record(z.string(), z.array(z.string())) })

export function writeKept(kept: KeptForm): string {
  return JSON.stringify(kept)
}

/** Null for nothing kept, and for what was not written by `writeKept`. */
export function readKept(text: string | undefined): KeptForm | null {
  if (text === undefined) return null
  try {
    return keptForm.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
