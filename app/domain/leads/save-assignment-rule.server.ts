import type { Ctx } from "#app/platform/ctx.server.ts"
import { done, type Outcome, refuse } from "#app/platform/outcome.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { mayOwn } from "./may-own.server.ts"
import type { RuleInput } from "./rule-form.ts"

const mostRules = 30

/**
 * Writes a rule of assignment: a new one, after the others, or an existing one from the version that was read. Who takes
 * turns already keeps their place in the queue; who is new waits behind them.
 * Refusals: not-allowed, not-found, changed-meanwhile, leads.rule-members (nobody takes turns), leads.owner-elsewhere, leads.rules-full (thirty).
 */
export async function saveAssignmentRule(
  ctx: Ctx,
  { rule, members, languages, countries, mostOpen }: RuleInput & { rule: { id: string; version: number } | null },
): Promise<Outcome<{ ruleId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "leads.rules", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (members.length === 0) return refuse("leads.rule-members", { field: "members" })
  return ctx.transaction(async (tx) => {
    for (const personId of members)
      if (!(await mayOwn(tx, university, personId))) return refuse("leads.owner-elsewhere", { field: "members" })
    const data = { languages, countries, mostOpen: mostOpen ?? null }
    const ruleId = rule?.id ?? ctx.id()
    // The round that gives leads out moves the queue: it waits, or has been.
    await tx.db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`assign ${university}`}, 0))::text as locked`
    if (rule === null) {
      const { _count: count, _max: last } = await tx.db.assignmentRule.aggregate({
        where: { university },
        _count: { id: true },
        _max: { position: true },
      })
      if (count.id >= mostRules) return refuse("leads.rules-full", { details: { max: mostRules } })
      await tx.db.assignmentRule.create({
        data: { id: ruleId, university, position: (last.position ?? 0) + 1, ...data, memberIds: members, createdAt: ctx.now() },
        select: { id: true },
      })
    } else {
      const known = await tx.db.assignmentRule.findFirst({ where: { id: ruleId, university }, select: { memberIds: true } })
      if (known === null) return refuse("not-found")
      const stays = known.memberIds.filter((id) => members.includes(id))
      const { count } = await tx.db.assignmentRule.updateMany({
        where: { id: ruleId, version: rule.version },
        data: { ...data, memberIds: [...stays, ...members.filter((id) => !stays.includes(id))], version: { increment: 1 } },
      })
      if (count === 0) return refuse("changed-meanwhile")
    }
    await tx.record("assignment.changed", { name: "assignment", id: ruleId, university })
    return done({ ruleId })
  })
}
