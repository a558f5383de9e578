import type { Channel, Purpose, University } from "#app/platform/prisma-client/enums.ts"

/*
 * The boxes of the enquiry form. The first says in words what all four below it say together; whoever wants less leaves
 * it and ticks below. The last three say the same for a phone. Other people's scripts post `consent=email`, so its value
 * stays that word.
 */

const universities = ["AUI", "UM6P"] as const satisfies readonly University[]
const purposes = ["news", "events"] as const satisfies readonly Purpose[]

export const phoneBoxes = ["whatsapp", "sms", "call"] as const satisfies readonly Channel[]
export const consentBoxes = ["email", "AUI-news", "AUI-events", "UM6P-news", "UM6P-events", ...phoneBoxes] as const
export type ConsentBox = (typeof consentBoxes)[number]

export type BoxGrant = { university: University; channel: Channel; purpose: (typeof purposes)[number]; box: ConsentBox }

/** What the ticked boxes permit, each permission once, with the box whose text was shown for it. */
export function grantsOf(boxes: readonly ConsentBox[]): BoxGrant[] {
  const byMail = universities.flatMap((university) =>
    purposes.flatMap((purpose): BoxGrant[] => {
      const own = boxes.find((box) => box === `${university}-${purpose}`)
      const box = own ?? boxes.find((each) => each === "email")
      return box === undefined ? [] : [{ university, channel: "email", purpose, box }]
    }),
  )
  const byPhone = phoneBoxes
    .filter((box) => boxes.includes(box))
    .flatMap((box) => universities.flatMap((university) => purposes.map((purpose) => ({ university, channel: box, purpose, box }))))
  return [...byMail, ...byPhone]
}

/** Whether a ticked box needs a number to reach somebody on. */
export function needsPhone(boxes: readonly ConsentBox[]): boolean {
  return phoneBoxes.some((box) => boxes.includes(box))
}
