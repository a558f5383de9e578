import type { ScaleKey } from "../catalogue/countries.ts"
import { isScaleKey, type Scale, scales } from "../catalogue/scales.ts"
import type { DegreeScale } from "./degree-scales.ts"

/** A scale that a result is counted on: of a certificate, or of a degree. */
export type ResultScale = ScaleKey | DegreeScale

/**
 * Whether a result reaches a minimum on the same scale. Results stand as `readResult` keeps them; a result is never
 * compared with one on another scale. Where a certificate has a grade for each subject, `subjects` of them must.
 */
export function reaches(scale: ResultScale, result: string, { minimum, subjects }: { minimum: string; subjects: number | null }): boolean {
  const known: Scale | null = isScaleKey(scale) ? scales[scale] : null
  if (known?.kind === "ordinal") {
    const lowest = known.values.indexOf(minimum)
    const good = result.split(" ").filter((grade) => known.values.includes(grade) && known.values.indexOf(grade) <= lowest)
    return good.length >= (subjects ?? 1)
  }
  return Number(result) >= Number(minimum)
}
