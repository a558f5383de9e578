import type { TFunction } from "i18next"
import { isScaleKey } from "./scales.ts"
import { openScales } from "./result-scales.ts"

/**
 * What a result is counted on, in words: the scale's own name for a certificate of the country's list ("baccalaureate
 * average out of 20"), the bare measure for a degree or another paper ("out of 20"). Empty when nothing is known.
 */
export function scaleWords(t: TFunction, { code, scale }: { code: string; scale: string }): string {
  const open = openScales.find((known) => known === scale)
  if (open !== undefined && code === "") return t(`apply.education.scales.${open}`)
  return isScaleKey(scale) ? t(`catalogue.scale.${scale}`) : ""
}
