import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome, Refusal } from "#app/platform/outcome.ts"
import { elsewhere, isResidence } from "../catalogue/countries.ts"
import { anotherCredential, type AskedKind, type CredentialInput } from "./credential-form.ts"
import { readResultOn, scaleOfCredential } from "../catalogue/result-scales.ts"
import { saveSection, type Saved } from "./save-section.server.ts"

export type Education = Omit<CredentialInput, "scale"> & { kind: AskedKind; country: string; scale?: string }

/**
 * Saves one credential, the school diploma or the last degree, as far as it is told. A school diploma of the country's
 * list has that list's scale; for any other paper the candidate says which scale it uses.
 *
 * Refuses with `field.country`, `applications.credential-unknown`, `applications.scale-missing`, the `catalogue.result-…`
 * codes and what `saveSection` refuses with.
 */
export async function saveEducation(ctx: Ctx, input: Education): Promise<Outcome<Saved>> {
  return saveSection(ctx, "education", async (tx, answers): Promise<Refusal | null> => {
    const { kind, country, words, institution, isPending } = input
    if (!isResidence(country)) return { code: "field.country", field: "country" }
    const code = kind === "degree" || input.code === anotherCredential || country === elsewhere ? "" : input.code
    const ownScale = code === "" ? null : scaleOfCredential(country, code)
    if (code !== "" && ownScale === null) return { code: "applications.credential-unknown", field: "code" }
    const scale = ownScale ?? input.scale ?? ""
    let result = ""
    if (!isPending && input.result !== "") {
      if (scale === "") return { code: "applications.scale-missing", field: "scale" }
      const read = readResultOn(scale, input.result)
      if (read.refused) return { ...read.refused, field: "result" }
      result = read.done
    }
    await tx.db.credential.deleteMany({ where: { applicationId: answers.id, kind } })
    await tx.db.credential.create({
      data: {
        id: ctx.id(),
        applicationId: answers.id,
        kind,
        country,
        code,
        words: code === "" ? words : "",
        institution,
        year: input.year ?? null,
        scale,
        result,
        isPending,
      },
      select: { id: true },
    })
    return null
  })
}
