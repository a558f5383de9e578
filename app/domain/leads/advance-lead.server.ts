import type { Ctx, Facts, Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { personBehind } from "#app/domain/people/person-behind.server.ts"
import { leadStages, mayLeadMove } from "./lead-states.ts"

type Advance = { personId: string; to: "applying" | "applied"; universities: readonly University[] }

/**
 * Moves a person's leads onward because of their application: to `applying` when they start one, to `applied` at a
 * university that a choice of theirs has come to. There a person who never enquired gets a lead, so that the desk and
 * its campaigns know them. Running it again changes nothing. A closed lead is reopened: whoever applies is no closed case.
 */
export async function advanceLead(ctx: Ctx, { personId, ...advance }: Advance): Promise<void> {
  await ctx.transaction(async (tx) => {
    await advanceLeads(ctx, tx, { personId: await personBehind(tx.db, personId), ...advance })
  })
}

/** The same inside a transaction, for a person who was merged into nobody. */
export async function advanceLeads(ctx: Ctx, tx: Tx, { personId, to, universities }: Advance): Promise<void> {
  for (const university of universities) {
    const lead = await tx.db.lead.findUnique({ where: { personId_university: { personId, university } } })
    if (lead === null) {
      if (to === "applied") await makeLead(university)
      continue
    }
    if (lead.stage !== "closed" && !mayLeadMove(lead.stage, to)) continue
    if (lead.stage === "closed" && leadStages.indexOf(lead.stageBefore ?? "new") >= leadStages.indexOf(to)) continue
    // Of one that is reopened and nobody's the rules are asked again.
    const again = lead.stage === "closed" && lead.ownerId === null ? { toAssign: true } : {}
    const { count } = await tx.db.lead.updateMany({
      where: { id: lead.id, stage: lead.stage },
      data: { stage: to, stageBefore: null, closedReason: null, activeAt: ctx.now(), ...again },
    })
    // What a closed lead was closed with is kept, so that it can be put back where the application turns out to be another's.
    const closed: Facts = lead.stage === "closed" ? { stageBefore: lead.stageBefore, closedReason: lead.closedReason } : {}
    if (count === 1) await tx.record("lead.advanced", { name: "lead", id: lead.id, university }, { from: lead.stage, to, ...closed })
  }

  async function makeLead(university: University) {
    const person = await tx.db.person.findUniqueOrThrow({ where: { id: personId }, select: { country: true, language: true } })
    const id = ctx.id()
    const { count } = await tx.db.lead.createMany({
      data: [
        {
          id,
          personId,
          university,
          stage: to,
          country: person.country,
          language: person.language,
          fields: [],
          activeAt: ctx.now(),
          createdAt: ctx.now(),
        },
      ],
      skipDuplicates: true,
    })
    if (count === 1) await tx.record("lead.advanced", { name: "lead", id, university }, { from: null, to })
  }
}
