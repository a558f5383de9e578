import { createHash } from "node:crypto"
import { moroccoDay, moroccoInstant } from "#app/domain/catalogue/morocco-time.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { auiProgrammes } from "./catalogue/aui.ts"
import { jointProgrammes } from "./catalogue/joint.ts"
import { questionSeeds } from "./catalogue/questions.ts"
import { schemeSeeds } from "./catalogue/schemes.ts"
import { um6pProgrammes } from "./catalogue/um6p.ts"

export const programmeSeeds = [...auiProgrammes, ...um6pProgrammes, ...jointProgrammes]
export { questionSeeds, schemeSeeds }

/** The same id for the same thing in every run. */
function idOf(kind: string, key: string): string {
  const hash = createHash("sha256").update(`${kind}/${key}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** Studies of the samples begin on the first 1 September that leaves time for every closing date and its decisions. */
function firstStart(now: Date): Date {
  const year = now.getUTCFullYear()
  const start = new Date(Date.UTC(year, 8, 1))
  return start.getTime() - now.getTime() >= 200 * 86_400_000 ? start : new Date(Date.UTC(year + 1, 8, 1))
}

/**
 * Writes the catalogue of the demonstration and publishes it. Dates of the sample intakes count from today; ids are the
 * same in every run, so a second run adds nothing.
 */
export async function seedCatalogue(ctx: Ctx): Promise<{ programmes: number; intakes: number; schemes: number }> {
  const now = ctx.now()
  const startsOn = firstStart(now)
  const intakes = programmeSeeds.flatMap((programme) =>
    programme.intakes.map((intake, index) => ({
      id: idOf("intake", `${programme.slug}/${index}`),
      programmeId: idOf("programme", programme.slug),
      owner: programme.owner,
      admissionYear: startsOn.getUTCFullYear() - (intake.isYearBefore === true ? 1 : 0),
      startsOn: intake.isYearBefore === true ? new Date(now.getTime() + 90 * 86_400_000) : startsOn,
      opensAt: moroccoInstant(moroccoDay(now, intake.opens), 0, 0),
      // Who sends at 23:59 is in time for as long as clocks show 23:59.
      closesAt: new Date(moroccoInstant(moroccoDay(now, intake.closes), 23, 59).getTime() + 59_000),
      seats: intake.seats,
      feeMinor: intake.feeMinor ?? 0,
      feeCurrency: "MAD",
      isSample: true,
    })),
  )
  await ctx.transaction(async (tx) => {
    const skipDuplicates = true
    await tx.db.programme.createMany({
      skipDuplicates,
      data: programmeSeeds.map(({ intakes: _intakes, schemes: _schemes, durationMonths, ...programme }, position) => ({
        ...programme,
        id: idOf("programme", programme.slug),
        durationMonths: durationMonths ?? null,
        position,
        updatedAt: now,
      })),
    })
    await tx.db.scheme.createMany({
      skipDuplicates,
      data: schemeSeeds.map((scheme, position) => ({
        pays: [],
        nationals: [],
        ...scheme,
        id: idOf("scheme", scheme.slug),
        // With room between them for another.
        position: (position + 1) * 10,
        updatedAt: now,
      })),
    })
    await tx.db.programmeScheme.createMany({
      skipDuplicates,
      data: programmeSeeds.flatMap(({ slug, schemes }) =>
        schemes.map((scheme) => ({ programmeId: idOf("programme", slug), schemeId: idOf("scheme", scheme) })),
      ),
    })
    await tx.db.question.createMany({
      skipDuplicates,
      data: questionSeeds.map(({ owner, levels, asOf, source, ...question }, position) => ({
        ...question,
        id: idOf("question", question.slug),
        owner: owner ?? null,
        levels: levels ?? [],
        asOf: asOf ?? "",
        source: (source ?? []).join("\n"),
        position,
        updatedAt: now,
      })),
    })
    await tx.db.intake.createMany({ skipDuplicates, data: intakes })
    await publishCatalogue(tx)
  })
  return { programmes: programmeSeeds.length, intakes: intakes.length, schemes: schemeSeeds.length }
}
