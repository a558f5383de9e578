import { expect, test } from "vitest"
import { makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { aCandidate, anIntake, must } from "#app/testing/builders.ts"
import { testCtx } from "#app/testing/test-ctx.ts"
import { likelyLevel } from "./likely-level.server.ts"

const diplomas = (...kinds: ("secondary" | "degree")[]) => kinds.map((kind) => ({ kind }))

test("the level after the last diploma, until an enquiry names a level or a programme", async () => {
  const ctx = await testCtx()
  const candidate = await aCandidate(ctx)
  const { personId } = candidate.actor
  const level = (...kinds: ("secondary" | "degree")[]) => likelyLevel(candidate, { personId, credentials: diplomas(...kinds) })
  expect(await level()).toBeNull()
  expect(await level("secondary")).toBe("bachelor")
  expect(await level("secondary", "degree")).toBe("master")

  const ask = async (about: { programme?: string; level: "bachelor" | "phd" | null }) => {
    ctx.advance({ hours: 1 })
    const visitor = ctx.as({ kind: "anonymous" })
    must(
      await makeEnquiry(visitor, {
        givenName: "Awa",
        familyName: "Ndiaye",
        email: candidate.email,
        phone: "",
        country: "SN",
        birthYear: 2003,
        fields: [],
        message: "?",
        consents: [],
        ...about,
      }),
    )
  }
  await ask({ level: null })
  expect(await level("degree")).toBe("master")
  await ask({ programme: (await anIntake(ctx, { level: "phd" })).slug, level: null })
  expect(await level("degree")).toBe("phd")
  await ask({ level: "bachelor" })
  expect(await level("degree")).toBe("bachelor")
  expect(await likelyLevel(candidate, { personId: ctx.id(), credentials: [] })).toBeNull()
})
