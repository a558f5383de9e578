import { openScales } from "../catalogue/result-scales.ts"

/** Scales of a degree as answers and rules name them. */
export type DegreeScale = (typeof openScales)[number]

export function isDegreeScale(text: string): text is DegreeScale {
  return openScales.some((scale) => scale === text)
}

/** The name by which a rule means every degree on a scale. */
export function degreeName(scale: DegreeScale): string {
  return `degree:${scale}`
}
