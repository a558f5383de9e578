import type { Purpose, University } from "#app/platform/prisma-client/enums.ts"

/*
 * The boxes of the enquiry form. The first says in words what all four below it say together; whoever wants less leaves
 * it and ticks below. Other people's scripts post `consent=email`, so its value stays that word.
 */

const universities = ["AUI", "UM6P"] as const satisfies readonly University[]
const purposes = ["news", "events"] as const satisfies readonly Purpose[]

export const consentBoxes = ["email", "AUI-news", "AUI-events", "UM6P-news", "UM6P-events"] as const
export type ConsentBox = (typeof consentBoxes)[number]

/** What the ticked boxes permit, each permission once, with the box whose text was shown for it. */
export function grantsOf(boxes: readonly ConsentBox[]): { university: University; purpose: (typeof purposes)[number]; box: ConsentBox }[] {
  return universities.flatMap((university) =>
    purposes.flatMap((purpose) => {
      const own = boxes.find((box) => box === `${university}-${purpose}`)
      const box = own ?? boxes.find((each) => each === "email")
      return box === undefined ? [] : [{ university, purpose, box }]
    }),
  )
}
