import { randomBytes } from "node:crypto"
import { findCountry } from "#app/domain/catalogue/countries.ts"
import { isWithin, staffMay } from "#app/domain/people/permissions.ts"
import type { Ctx } from "#app/platform/ctx.server.ts"
import { uniqueViolation } from "#app/platform/db.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import type { Owner, SourceKind } from "#app/platform/prisma-client/enums.ts"
import { type CodeTarget, targetPath } from "./code-form.ts"
import { drawnCode, readCode } from "./short-code.ts"

type CodeInput = {
  kind: SourceKind
  /** The event it stands for; no other kind has one. */
  eventId: string | null
  /** The school, partner or ambassador; of an event, which of its posters or messages. */
  name: string
  country: string
  city: string
  target: CodeTarget
  /** As the desk would have it; empty: one is drawn. */
  code: string
}

/**
 * Makes a short code that stands for an event, a school, a partner or an ambassador. It belongs to the actor's university;
 * that of an event of both belongs to both. It is never changed, because it is printed.
 * Refusals: not-allowed, field.required, field.country, sources.event-missing, sources.code-shape, sources.code-taken.
 */
export async function makeCode(ctx: Ctx, input: CodeInput): Promise<Outcome<{ codeId: string; code: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || actor.university === null || !staffMay(actor, "codes.make", actor.university)) return refuse("not-allowed")
  const { university } = actor
  const isEvent = input.kind === "event"
  if (!isEvent && input.name === "") return refuse("field.required", { field: "name" })
  if (input.country !== "" && findCountry(input.country) === undefined) return refuse("field.country", { field: "country" })
  const code = input.code === "" ? drawnCode(randomBytes(6)) : readCode(input.code)
  if (code === null) return refuse("sources.code-shape", { field: "code" })
  try {
    return await ctx.transaction(async (tx) => {
      const event =
        isEvent && input.eventId !== null
          ? await tx.db.publicEvent.findUnique({ where: { id: input.eventId }, select: { id: true, owner: true, standing: true } })
          : null
      if (isEvent && (event === null || event.standing !== "published" || !isWithin(event.owner, university)))
        return refuse("sources.event-missing", { field: "event" })
      const owner: Owner = event?.owner ?? university
      const codeId = ctx.id()
      await tx.db.sourceCode.create({
        data: {
          id: codeId,
          code,
          kind: input.kind,
          owner,
          name: input.name,
          country: input.country,
          city: input.city,
          publicEventId: event?.id ?? null,
          leadsTo: isEvent ? "/events" : targetPath(input.target),
          madeById: actor.personId,
          createdAt: ctx.now(),
        },
        select: { id: true },
      })
      await tx.record("code.made", { name: "code", id: codeId, university: owner === "JOINT" ? null : owner }, { code, kind: input.kind })
      return done({ codeId, code })
    })
  } catch (error) {
    if (uniqueViolation(error) === null) throw error
    return refuse("sources.code-taken", { field: "code" })
  }
}
