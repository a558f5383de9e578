import { describe, expect, test } from "vitest"
import { anApplication, aStaff, bringTo, must } from "#app/testing/builders.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { acceptOffer } from "./accept-offer.server.ts"
import { makeOffer } from "./make-offer.server.ts"
import { refuseChoice } from "./refuse-choice.server.ts"
import { releaseDecision } from "./release-decision.server.ts"
import { takeBackDecision } from "./take-back-decision.server.ts"

const refusal = { reasonCode: "places.full", sentence: "", nextStep: "ask" }

/* On PostgreSQL the transactions of a race run at once; on PGlite they queue up, so that the same holds by order. */
describe("at the same moment", () => {
  test("of two officers who decide, one wins and the other is told", async () => {
    for (let round = 0; round < 5; round++) {
      const ctx = await testCtx()
      const { candidate, choices } = await anApplication(ctx)
      const { officer } = await bringTo(ctx, choices[0], candidate, "in_review")
      const colleague = await aStaff(ctx, "officer", choices[0].university)
      const choiceId = choices[0].id
      const answerBy = new Date(ctx.now().getTime() + 30 * 86_400_000)
      const outcomes = await Promise.all([
        makeOffer(officer, { choiceId, conditions: "", answerBy }),
        refuseChoice(colleague, { choiceId, ...refusal }),
      ])
      expect(outcomes.filter((outcome) => outcome.done !== undefined)).toHaveLength(1)
      expect(outcomes.flatMap((outcome) => outcome.refused?.code ?? [])).toEqual(["changed-meanwhile"])
      expect(await ctx.db.decision.count({ where: { choiceId } })).toBe(1)
      ctx.advance({ minutes: 10 })
      await ctx.runJobs()
      const mails = (await ctx.mailsTo(candidate.email)).filter((kind) => kind === "offer-made" || kind === "choice-refused")
      expect(mails).toHaveLength(1)
    }
  })

  test("of two offers that one candidate accepts on two devices, one is kept", async () => {
    for (let round = 0; round < 5; round++) {
      const ctx = await testCtx()
      const { candidate, choices } = await anApplication(ctx)
      for (const choice of choices) await bringTo(ctx, choice, candidate, "offered")
      const outcomes = await Promise.all(choices.map((choice) => acceptOffer(candidate, { choiceId: choice.id })))
      expect(outcomes.filter((outcome) => outcome.done !== undefined)).toHaveLength(1)
      expect(outcomes.flatMap((outcome) => outcome.refused?.code ?? [])).toEqual(["admissions.already-accepted"])
      const rows = await ctx.db.choice.findMany({ where: { id: { in: choices.map((choice) => choice.id) } }, select: { state: true } })
      expect(rows.map((row) => row.state).sort()).toEqual(["conditions_pending", "withdrawn"])
      expect((await ctx.mailsTo(candidate.email)).filter((kind) => kind === "offer-accepted")).toHaveLength(1)
    }
  })

  test("a decision is either taken back or released, never both", async () => {
    for (let round = 0; round < 5; round++) {
      const ctx = await testCtx()
      const { candidate, choices } = await anApplication(ctx)
      const { officer } = await bringTo(ctx, choices[0], candidate, "in_review")
      const { decisionId } = must(await refuseChoice(officer, { choiceId: choices[0].id, ...refusal }))
      ctx.advance({ minutes: 10 })
      const job = ctx.as({ kind: "system", job: "decision.release" })
      const [takenBack, ...released] = await Promise.all([
        takeBackDecision(officer, { decisionId }),
        releaseDecision(job, { decisionId }),
        releaseDecision(job, { decisionId }),
      ])
      const decision = await ctx.db.decision.findUniqueOrThrow({ where: { id: decisionId }, include: { choice: true } })
      const wasTakenBack = takenBack.refused === undefined
      expect([decision.takenBackAt !== null, decision.releasedAt !== null]).toEqual([wasTakenBack, !wasTakenBack])
      expect(decision.choice.state).toBe(wasTakenBack ? "in_review" : "refused")
      expect(released.map((outcome) => outcome.done?.isReleased)).toEqual([!wasTakenBack, !wasTakenBack])
      const mails = (await ctx.mailsTo(candidate.email)).filter((kind) => kind === "choice-refused")
      expect(mails).toHaveLength(wasTakenBack ? 0 : 1)
    }
  })
})
