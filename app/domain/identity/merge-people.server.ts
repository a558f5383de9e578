import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { publishCatalogue } from "#app/domain/catalogue/publish-catalogue.server.ts"
import { lockLeads } from "#app/domain/leads/lock-leads.server.ts"
import { lookSoon } from "#app/domain/people/join-people.server.ts"
import { addressesOf, lockPeople } from "#app/domain/people/lock-people.server.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { type Dossier, readDossier } from "./dossier.server.ts"
import { whyNotMerge } from "./merge-policy.ts"
import { type MergeChoices, planMerge } from "./plan-merge.ts"
import { keepSteps, Stale, takeSteps } from "./write-steps.server.ts"

/**
 * Makes one person of two: what the merged one said, wrote and agreed to goes to the kept one, and every change is kept as
 * a step, so that `unmergePeople` brings both back. By staff who work leads, where their university has a lead of both, or
 * of one whom the other was found to be close to: that one may be known to the other university alone, because persons are
 * shared. At both universities leads are joined by the same rule, so that nobody chooses for the other.
 * Refusals: not-allowed, not-found, changed-meanwhile, identity.same-person, identity.merged-already, identity.staff,
 * identity.two-readers, identity.keep-applicant, identity.applications-clash.
 */
export async function mergePeople(
  ctx: Ctx,
  { keptId, awayId, choices = {} }: { keptId: string; awayId: string; choices?: MergeChoices },
): Promise<Outcome<{ mergeId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "people.merge", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  if (keptId === awayId) return refuse("identity.same-person")
  const addresses = await addressesOf(ctx.db, [keptId, awayId])
  const mergeId = ctx.id()
  try {
    return await ctx.transaction(async (tx) => {
      const locked = await lockPeople(tx, addresses, [keptId, awayId])
      if (locked.length !== 2) return refuse("not-found")
      const [kept, away] = [await readDossier(tx.db, keptId), await readDossier(tx.db, awayId)]
      if (kept === null || away === null) return refuse("not-found")
      if (!(await isWithinSight(tx, university, [kept, away]))) return refuse("not-found")
      const why = whyNotMerge(kept, away)
      if (why !== null) return refuse(why)
      // An enquiry that came in between has given one of them an address that is not locked.
      if (isNewAddress(addresses, kept, away)) return refuse("changed-meanwhile")
      await lockLeads(tx, [keptId, awayId])

      const now = ctx.now()
      const plan = planMerge({ kept, away, choices, mergeId, now })
      await tx.db.merge.create({
        data: { id: mergeId, keptId, awayId, byId: actor.personId, university, createdAt: now },
        select: { id: true },
      })
      await takeSteps(tx, plan.steps)
      await keepSteps(tx, mergeId, plan.steps)
      await turnLeads(
        ctx,
        tx,
        plan.leads.map(({ id }) => id),
      )
      await tx.db.person.update({ where: { id: keptId }, data: { lookedAt: null }, select: { id: true } })
      await tx.record("person.merged", { name: "person", id: keptId }, { mergeId, awayId })
      await tx.record("person.merged-away", { name: "person", id: awayId }, { mergeId, keptId })
      for (const lead of plan.leads.filter(({ isSetAside }) => !isSetAside))
        await tx.record("lead.joined", { name: "lead", id: lead.id, university: lead.university }, { from: lead.from, to: lead.to })
      await lookSoon(tx, [keptId])
      await tellOfPlaces(tx, plan.freedEventIds)
      return done({ mergeId })
    })
  } catch (error) {
    if (error instanceof Stale) return refuse("changed-meanwhile")
    throw error
  }
}

/**
 * Whether two persons are a pair that the university may decide on: it knows both, or it knows one and the other was put
 * beside them. By an id alone nobody reaches whom the other university alone knows. Who was found to be somebody else is
 * known as that person: of two officers at once the second learns what the first has done.
 */
async function isWithinSight(tx: Tx, university: University, [one, other]: readonly [Dossier, Dossier]): Promise<boolean> {
  const idsOf = ({ id, mergedIntoId }: Dossier) => (mergedIntoId === null ? [id] : [id, mergedIntoId])
  const leads = await tx.db.lead.findMany({
    where: { university, personId: { in: [...idsOf(one), ...idsOf(other)] } },
    select: { personId: true },
  })
  const known = [one, other].filter((person) => leads.some(({ personId }) => idsOf(person).includes(personId)))
  if (known.length !== 1) return known.length === 2
  const pairs = [
    { personAId: one.id, personBId: other.id },
    { personAId: other.id, personBId: one.id },
  ]
  return (await tx.db.duplicateSuggestion.count({ where: { OR: pairs } })) > 0
}

/** Who reads a lead learns that it has changed, and its score is reckoned anew. */
export async function turnLeads(ctx: Ctx, tx: Tx, leadIds: readonly string[]): Promise<void> {
  await tx.db.lead.updateMany({
    where: { id: { in: [...leadIds] } },
    data: { version: { increment: 1 }, rescoreAt: ctx.now() },
  })
}

/** A place at these events is free again, or taken: a page that counts places says so. */
export async function tellOfPlaces(tx: Tx, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return
  const counted = await tx.db.publicEvent.count({ where: { id: { in: [...eventIds] }, capacity: { not: null } } })
  if (counted > 0) await publishCatalogue(tx)
}

function isNewAddress(locked: readonly string[], kept: Dossier, away: Dossier): boolean {
  return [...kept.contacts, ...away.contacts].some(({ value }) => !locked.includes(value))
}
