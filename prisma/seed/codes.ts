import { makeCode } from "#app/domain/sources/make-code.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { must } from "./applications.ts"

type Seed = Omit<Parameters<typeof makeCode>[1], "eventId"> & { university: University }

const codes: readonly Seed[] = [
  { university: "AUI", kind: "school", name: "Lycée Malick Sy", country: "SN", city: "Thiès", target: "enquire", code: "THIES-26" },
  { university: "AUI", kind: "ambassador", name: "Amina Bello", country: "NG", city: "Kano", target: "home", code: "AMINA" },
  {
    university: "UM6P",
    kind: "partner",
    name: "Réseau Bourses d’Afrique",
    country: "CI",
    city: "Abidjan",
    target: "scholarships",
    code: "RBA",
  },
]

/** Codes of a school, an ambassador and a partner, as outreach made them. */
export async function seedCodes(outreachOf: (university: University) => Ctx): Promise<void> {
  for (const { university, ...input } of codes) must(await makeCode(outreachOf(university), { ...input, eventId: null }), input.code)
}

/** By which road the people of the demonstration came, beside the links they name: some by a code, some from another site. */
export function roadOf(index: number): { code?: string; referrer?: string } {
  if (index % 9 === 4) return { code: codes[Math.floor(index / 9) % codes.length]?.code ?? "" }
  return index % 5 === 2 ? { referrer: index % 2 === 0 ? "facebook.com" : "google.com" } : {}
}
