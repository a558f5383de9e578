import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { foldName } from "#app/platform/text.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { mergeTags, problemOfTags } from "./tag-words.ts"

/**
 * Gives a lead the tags `wanted` in place of those its officer saw. Two who do so at once lose nothing: each one's own
 * changes are made to what stands there. A tag is spelled as the university first spelled it.
 * Refusals: not-allowed, not-found, field.control-characters, leads.tag-long, leads.tags-many.
 */
export async function tagLead(
  ctx: Ctx,
  { leadId, seen, wanted }: { leadId: string; seen: readonly string[]; wanted: readonly string[] },
): Promise<Outcome<{ tags: string[] }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.work", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const problem = problemOfTags(wanted)
  if (problem !== null)
    return refuse(problem.code, { field: "tags", ...(problem.details === undefined ? {} : { details: problem.details }) })
  return ctx.transaction(async (tx) => {
    const [lead] = await tx.db.$queryRaw<{ tags: string[]; seen_at: Date | null }[]>`
      select tags, seen_at from lead where id = ${leadId}::uuid and university = ${university}::university and set_aside_by is null for update`
    if (lead === undefined) return refuse("not-found")
    const merged = mergeTags(lead.tags, seen, wanted)
    const tooMany = problemOfTags(merged)
    if (tooMany !== null)
      return refuse(tooMany.code, { field: "tags", ...(tooMany.details === undefined ? {} : { details: tooMany.details }) })
    const now = ctx.now()
    await tx.db.leadTag.createMany({
      data: merged.map((tag) => ({ university, folded: foldName(tag), label: tag, usedAt: now })),
      skipDuplicates: true,
    })
    const known = await tx.db.leadTag.findMany({ where: { university, folded: { in: merged.map(foldName) } } })
    const spelled = new Map(known.map(({ folded, label }) => [folded, label]))
    const tags = merged.map((tag) => spelled.get(foldName(tag)) ?? tag)
    if (tags.join("\n") === lead.tags.join("\n")) return done({ tags })
    await tx.db.leadTag.updateMany({ where: { university, folded: { in: tags.map(foldName) } }, data: { usedAt: now } })
    await tx.db.lead.update({
      where: { id: leadId },
      data: { tags, seenAt: lead.seen_at ?? now, version: { increment: 1 } },
      select: { id: true },
    })
    await tx.record("lead.tagged", { name: "lead", id: leadId, university })
    return done({ tags })
  })
}
