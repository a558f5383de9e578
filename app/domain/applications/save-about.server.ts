import type { Ctx } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import { foldName } from "#app/platform/text.ts"
import { youngestAge } from "../people/majority.ts"
import type { About } from "./about-form.ts"
import { saveSection, type Saved } from "./save-section.server.ts"

/** Ages a birth date may mean; outside it is a slip of the finger. */
const ages = { min: 12, max: 90 }

/**
 * Saves who the candidate is, as far as they have said. What they say of themselves, signed in, also becomes what the
 * person's own record holds: names, birth date, where they live. A birth date that their record did not have is told as
 * `person.birth-said`: it counts elsewhere too.
 *
 * Refuses with `applications.birth-date` and what `saveSection` refuses with.
 */
export async function saveAbout(ctx: Ctx, about: About): Promise<Outcome<Saved>> {
  return saveSection(ctx, "about", async (tx, answers) => {
    if (about.birthDate !== null) {
      const age = youngestAge(about, ctx.now())
      if (age === null || age < ages.min || age > ages.max) return { code: "applications.birth-date", field: "birthDate", details: ages }
    }
    await tx.db.application.update({
      where: { id: answers.id },
      data: {
        givenNames: about.givenNames,
        familyName: about.familyName,
        birthDate: about.birthDate,
        gender: about.gender ?? null,
        nationalities: about.nationality,
        residence: about.residence ?? null,
      },
      select: { id: true },
    })
    const name = about.givenNames === "" ? { given: about.familyName, family: "" } : { given: about.givenNames, family: about.familyName }
    const known = await tx.db.person.findUniqueOrThrow({ where: { id: answers.personId }, select: { birthDate: true } })
    await tx.db.person.update({
      where: { id: answers.personId },
      data: {
        ...(name.given === ""
          ? {}
          : { givenName: name.given, familyName: name.family, nameFolded: foldName(`${name.given} ${name.family}`) }),
        ...(about.birthDate === null ? {} : { birthDate: about.birthDate, birthYear: about.birthDate.getUTCFullYear() }),
        ...(about.residence === undefined ? {} : { country: about.residence }),
        lookedAt: null,
      },
      select: { id: true },
    })
    if (about.birthDate !== null && about.birthDate.getTime() !== known.birthDate?.getTime())
      await tx.record("person.birth-said", { name: "person", id: answers.personId })
    return null
  })
}
