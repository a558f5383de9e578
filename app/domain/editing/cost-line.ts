import type { DraftText } from "./draft-text.ts"
import type { CostContent } from "./programme-content.ts"

/** A line of costs as the rows of a programme keep it: what is not said is left out. */
export function costLine({ amountMaxMinor, lineKind, timesLeast, timesMost, ...cost }: CostContent) {
  return {
    ...cost,
    ...(amountMaxMinor === null ? {} : { amountMaxMinor }),
    ...(lineKind === null ? {} : { kind: lineKind }),
    ...(timesLeast === null ? {} : { timesAYear: { least: timesLeast, most: timesMost ?? timesLeast } }),
  }
}

/** The same with its name filled in for a preview. */
export function previewLine(cost: CostContent, filled: (text: DraftText) => DraftText) {
  return { ...costLine(cost), item: filled(cost.item) }
}
