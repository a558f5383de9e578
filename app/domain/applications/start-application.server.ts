import { createHash } from "node:crypto"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { makeReference } from "#app/platform/reference.ts"
import { personBehind } from "../people/person-behind.server.ts"
import { admissionYearAt } from "./intake-door.ts"
import { findOpenYear } from "./open-year.server.ts"

/**
 * Starts the candidate's application for the admission year that is open, or gives back the one they have: there is one
 * per person and year. It begins with what the proved address itself told us in an enquiry, and with nothing else.
 *
 * Refuses with `not-allowed`.
 */
export async function startApplication(ctx: Ctx): Promise<Outcome<{ id: string; isNew: boolean }>> {
  const { actor } = ctx
  if (actor.kind !== "candidate") return refuse("not-allowed")
  const personId = await personBehind(ctx.db, actor.personId)
  const admissionYear = (await findOpenYear(ctx)) ?? admissionYearAt(ctx.now())
  const own = { where: { personId_admissionYear: { personId, admissionYear } }, select: { id: true } } as const
  const known = await ctx.db.application.findUnique(own)
  if (known !== null) return done({ id: known.id, isNew: false })
  try {
    return done(
      await ctx.transaction(async (tx) => {
        const id = ctx.id()
        // A merge of this person waits until the application stands, or has moved the session, and comes to be seen here.
        const [held] = await tx.db.$queryRaw<{ isMerged: boolean }[]>`
          select merged_into_id is not null as "isMerged" from person where id = ${personId}::uuid for share`
        if (held?.isMerged !== false) throw new MergedMeanwhile()
        await tx.db.application.create({
          data: {
            id,
            reference: makeReference(createHash("sha256").update(id).digest()),
            personId,
            admissionYear,
            language: ctx.language,
            createdAt: ctx.now(),
            ...(await whatTheAddressSaid(tx.db, personId)),
          },
          select: { id: true },
        })
        await tx.record("application.started", { name: "application", id }, { personId, admissionYear })
        return { id, isNew: true }
      }),
    )
  } catch (error) {
    if (error instanceof MergedMeanwhile) return startApplication(ctx)
    if (uniqueViolation(error) === null) throw error
    // The other device was quicker: both have the same application.
    const theirs = await ctx.db.application.findUniqueOrThrow(own)
    return done({ id: theirs.id, isNew: false })
  }
}

class MergedMeanwhile extends Error {}

/** Name and country from the newest enquiry that the signed-in address made. */
async function whatTheAddressSaid(db: Pick<Ctx["db"], "contact" | "enquiry">, personId: string) {
  const contact = await db.contact.findFirst({
    where: { personId, kind: "email", signsIn: true, provedAt: { not: null } },
    select: { value: true, typed: true },
  })
  if (contact === null) return {}
  const enquiry = await db.enquiry.findFirst({
    where: { personId, OR: [contact.value, contact.typed].map((email) => ({ email: { equals: email, mode: "insensitive" as const } })) },
    orderBy: { createdAt: "desc" },
    select: { givenName: true, familyName: true, country: true },
  })
  if (enquiry === null) return {}
  return { givenNames: enquiry.givenName, familyName: enquiry.familyName, residence: enquiry.country }
}
