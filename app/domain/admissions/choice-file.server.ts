import type { Ctx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"

/**
 * One choice with what its university may see: the shared sections of the application, this choice, and the university's
 * own notes. The rank of the choice, and whether there are others, is not selected. Gender is not selected either: it
 * serves counts of fairness and no decision. Null when the choice is not theirs or has not come to them.
 */
export async function findChoiceFile(ctx: Ctx, { university, choiceId }: { university: University; choiceId: string }) {
  const choice = await ctx.db.choice.findFirst({
    where: { id: choiceId, university, state: { not: "listed" } },
    select: {
      id: true,
      state: true,
      stateBefore: true,
      placementRule: true,
      placementFacts: true,
      placedAt: true,
      eligibility: true,
      ownerId: true,
      seenAt: true,
      movedAt: true,
      owner: { select: { givenName: true, familyName: true } },
      intake: {
        select: {
          id: true,
          owner: true,
          startsOn: true,
          closesAt: true,
          seats: true,
          feeMinor: true,
          feeCurrency: true,
          isSample: true,
          programme: { select: { id: true, slug: true, title: true, level: true, field: true, owner: true } },
        },
      },
      payments: {
        where: { university },
        select: {
          id: true,
          state: true,
          amountMinor: true,
          currency: true,
          waiverReason: true,
          waiverAnswer: true,
          waiverAskedAt: true,
          paidAt: true,
        },
      },
      decisions: {
        orderBy: { decidedAt: "desc" },
        select: {
          id: true,
          kind: true,
          conditions: true,
          reasonCode: true,
          sentence: true,
          nextStep: true,
          decidedById: true,
          decidedAt: true,
          releasesAt: true,
          releasedAt: true,
          takenBackAt: true,
          supersededAt: true,
          answerBy: true,
          decidedBy: { select: { givenName: true, familyName: true } },
        },
      },
      steps: {
        orderBy: [{ madeAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          kind: true,
          words: true,
          at: true,
          place: true,
          madeAt: true,
          answer: true,
          answeredAt: true,
          by: { select: { givenName: true, familyName: true } },
          intake: { select: { startsOn: true } },
        },
      },
      application: {
        select: {
          id: true,
          reference: true,
          personId: true,
          admissionYear: true,
          language: true,
          givenNames: true,
          familyName: true,
          birthDate: true,
          nationalities: true,
          residence: true,
          motivation: true,
          fundingPlan: true,
          fundingNote: true,
          schemeIds: true,
          submittedAt: true,
          credentials: { orderBy: { kind: "asc" } },
          person: {
            select: {
              contacts: { orderBy: { createdAt: "asc" }, select: { kind: true, value: true, typed: true, provedAt: true } },
              guardians: { where: { withdrawnAt: null }, take: 1 },
              leads: { where: { university }, select: { id: true } },
            },
          },
        },
      },
    },
  })
  if (choice === null) return null
  const schemes = await ctx.db.scheme.findMany({
    // Money of the other university alone would tell of a choice there.
    where: { id: { in: choice.application.schemeIds }, OR: [{ owner: null }, { owner: "JOINT" }, { owner: university }] },
    orderBy: { position: "asc" },
    select: { id: true, title: true },
  })
  const notes = await ctx.db.note.findMany({
    where: { thing: "choice", thingId: choiceId, university },
    orderBy: { id: "desc" },
    take: 100,
    include: { author: { select: { givenName: true, familyName: true } } },
  })
  return { choice, schemes, notes }
}
