import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { checkEligibility, listRules } from "#app/domain/eligibility/eligibility-queries.server.ts"
import { decideEligibility } from "#app/domain/eligibility/decide-eligibility.ts"
import type { RuleInput } from "#app/domain/eligibility/rule-form.ts"
import { writeFirstRules } from "#app/domain/eligibility/write-first-rules.server.ts"
import { languages } from "#app/locales/languages.ts"
import { translator } from "#app/platform/i18n.ts"
import { StaffRole, type VersionState } from "#app/platform/prisma-client/enums.ts"
import { aStaff, anIntake, must } from "#app/testing/builders.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { addRule } from "./add-rule.server.ts"
import { findOwnRule } from "./find-own-rule.server.ts"
import { publishRule } from "./publish-rule.server.ts"
import { putRuleAside } from "./put-rule-aside.server.ts"
import { restoreRule } from "./restore-rule.server.ts"
import { reviewRule } from "./review-rule.server.ts"
import { listOwnRules } from "./rule-versions.server.ts"
import { saveRule } from "./save-rule.server.ts"
import { thingStandings, versionEdges } from "./version-states.ts"

type Staff = Awaited<ReturnType<typeof aStaff>>

let ctx: TestCtx
let writer: Staff
let head: Staff
let otherHead: Staff

beforeAll(async () => {
  ctx = await testCtx({ now: "2026-11-23T12:00:00Z" })
  await writeFirstRules(ctx)
  writer = await aStaff(ctx, "outreach", "AUI")
  head = await aStaff(ctx, "head", "AUI")
  otherHead = await aStaff(ctx, "head", "UM6P")
})

const confirmed: RuleInput = {
  treatment: "direct",
  minimum: "12",
  subjects: undefined,
  among: [],
  writing: undefined,
  preparesFrom: undefined,
  standing: "published",
  asOf: "2026-11-24",
  source: "https://aui.ma/admission-aid",
}

const contentVersion = async () => (await ctx.db.contentVersion.findUniqueOrThrow({ where: { id: 1 } })).version
const inForceOn = async (line: string) => (await listRules(ctx)).find((one) => one.line === line)
const statesOf = async (line: string) =>
  (await ctx.db.eligibilityRule.findMany({ where: { line }, orderBy: { version: "asc" }, select: { state: true } })).map(
    ({ state }) => state,
  )

async function ruleOn(line: string) {
  const rule = await inForceOn(line)
  if (rule === undefined) throw new Error(`No rule ${line}`)
  return rule
}

const asOwn = async (ruleId: string, who = head) => must(await findOwnRule(who, ruleId, "edit")).rule

/** Saves, reviews and publishes what a rule asks from now on. */
async function changed(ruleId: string, minimum: string) {
  const { number } = await asOwn(ruleId)
  must(await saveRule(writer, { ruleId, version: number, input: { ...confirmed, minimum } }))
  must(await reviewRule(head, { ruleId, number: number + 1 }))
  return must(await publishRule(head, { ruleId, number: number + 1 }))
}

/** A rule of one programme of AUI, in force. */
async function aRule(minimum = "12") {
  const intake = await anIntake(ctx, { owner: "AUI", level: "bachelor" })
  const { id: programmeId } = await ctx.db.programme.findUniqueOrThrow({ where: { slug: intake.slug }, select: { id: true } })
  const line = `AUI/bachelor/${programmeId}/result/bac20`
  const added = await addRule(writer, { level: "bachelor", names: "bac20", programmeId, input: { ...confirmed, minimum } })
  const { ruleId } = must(added)
  must(await reviewRule(head, { ruleId, number: 1 }))
  must(await publishRule(head, { ruleId, number: 1 }))
  return { ruleId, line, programmeId, slug: intake.slug }
}

describe("where a rule stands", () => {
  test("has its name in every language, for the rule and for each of its versions", () => {
    for (const language of languages) {
      const t = translator(language)
      for (const standing of thingStandings) expect(t(`eligibility.rule.stands.${standing}`)).not.toContain("eligibility.")
      for (const state of ["draft", "reviewed", "published", "former", "unused"] as const)
        expect(t(`eligibility.rule.state.${state}`)).not.toContain("eligibility.")
    }
  })

  test("what came with the product is in force, nobody having written it", async () => {
    const rule = await asOwn((await ruleOn("AUI/bachelor/every/result/rw-1")).id)
    expect(rule).toMatchObject({ standing: "published", number: 1, open: null })
    expect(rule.inForce).toMatchObject({ byId: null, reviewedAt: null, publishedById: null, publishedAt: ctx.now() })
  })
})

describe("a change of a rule", () => {
  const line = "AUI/bachelor/every/result/cd-1"

  test("is a draft that answers nobody until a head has read and published it", async () => {
    const before = await ruleOn(line)
    const moved = await contentVersion()
    const { ruleId } = must(await saveRule(writer, { ruleId: before.id, version: 1, input: { ...confirmed, minimum: "60" } }))
    expect(await ruleOn(line)).toEqual(before)
    expect(await statesOf(line)).toEqual(["published", "draft"])
    expect((await publishRule(head, { ruleId, number: 2 })).refused?.code).toBe("editing.not-reviewed")
    must(await reviewRule(head, { ruleId, number: 2 }))
    expect(await ruleOn(line)).toEqual(before)
    expect(await contentVersion()).toBe(moved)
    ctx.advance({ minutes: 5 })
    expect(must(await publishRule(head, { ruleId, number: 2 })).contentVersion).toBe(moved + 1)
    expect(await ruleOn(line)).toMatchObject({ id: ruleId, version: 2, minimum: "60", standing: "published" })
    expect(await statesOf(line)).toEqual(["superseded", "published"])
    expect(await ctx.events(ruleId)).toEqual(["rule.drafted", "rule.reviewed", "rule.published"])
  })

  test("is kept with who saved, read and published it, and the former stands as it was", async () => {
    const { versions } = await asOwn((await ruleOn(line)).id)
    const said = versions.map(({ version, minimum, byId, reviewedById, publishedById }) => ({
      version,
      minimum,
      byId,
      reviewedById,
      publishedById,
    }))
    expect(said).toEqual([
      {
        version: 2,
        minimum: "60",
        byId: writer.actor.personId,
        reviewedById: head.actor.personId,
        publishedById: head.actor.personId,
      },
      { version: 1, minimum: "50", byId: null, reviewedById: null, publishedById: null },
    ])
  })

  test("that says the same is no new version, and one that is published without saying anything new moves no page", async () => {
    const rule = await ruleOn(line)
    const same = { ruleId: rule.id, version: rule.version, input: { ...confirmed, minimum: "60,0" } }
    expect(must(await saveRule(writer, same)).isSaved).toBe(false)
    must(await restoreRule(writer, { ruleId: rule.id, number: rule.version, version: rule.version }))
    const moved = await contentVersion()
    must(await reviewRule(head, { ruleId: rule.id, number: rule.version + 1 }))
    expect(must(await publishRule(head, { ruleId: rule.id, number: rule.version + 1 })).contentVersion).toBeNull()
    expect(await contentVersion()).toBe(moved)
  })

  test("may be taken back: a former version is the new draft, and in force once it is published again", async () => {
    const rule = await ruleOn(line)
    const { ruleId } = must(await restoreRule(writer, { ruleId: rule.id, number: 1, version: rule.version }))
    expect(await ruleOn(line)).toEqual(rule)
    expect(await ctx.events(ruleId)).toEqual(["rule.restored"])
    must(await reviewRule(head, { ruleId, number: rule.version + 1 }))
    must(await publishRule(head, { ruleId, number: rule.version + 1 }))
    expect(await ruleOn(line)).toMatchObject({ version: rule.version + 1, minimum: "50", standing: "board" })
    expect((await restoreRule(head, { ruleId, number: 1, version: 1 })).refused?.code).toBe("changed-meanwhile")
    expect((await restoreRule(head, { ruleId, number: 99, version: rule.version + 1 })).refused?.code).toBe("not-found")
  })

  test("is saved again over the draft: one is on its way at most, and a reviewed one is to be read again", async () => {
    const { ruleId, line: own } = await aRule()
    must(await saveRule(writer, { ruleId, version: 1, input: { ...confirmed, minimum: "13" } }))
    must(await reviewRule(head, { ruleId, number: 2 }))
    must(await saveRule(writer, { ruleId, version: 2, input: { ...confirmed, minimum: "14" } }))
    expect(await statesOf(own)).toEqual(["published", "superseded", "draft"])
    expect((await publishRule(head, { ruleId, number: 2 })).refused?.code).toBe("changed-meanwhile")
    expect((await publishRule(head, { ruleId, number: 3 })).refused?.code).toBe("editing.not-reviewed")
    expect((await reviewRule(head, { ruleId, number: 2 })).refused?.code).toBe("changed-meanwhile")
  })

  test("from a version that is not the latest is refused, and nothing of it is written", async () => {
    const { ruleId, line: own } = await aRule()
    must(await saveRule(writer, { ruleId, version: 1, input: { ...confirmed, minimum: "13" } }))
    const late = await saveRule(head, { ruleId, version: 1, input: { ...confirmed, minimum: "14" } })
    expect(late.refused?.code).toBe("changed-meanwhile")
    expect((await asOwn(ruleId)).open).toMatchObject({ version: 2, minimum: "13" })
    expect(await statesOf(own)).toEqual(["published", "draft"])
  })

  test("that is put aside leaves what is in force, and can be taken up again", async () => {
    const { ruleId, line: own } = await aRule()
    must(await saveRule(writer, { ruleId, version: 1, input: { ...confirmed, minimum: "13" } }))
    expect((await putRuleAside(writer, { ruleId, number: 1 })).refused?.code).toBe("changed-meanwhile")
    must(await putRuleAside(writer, { ruleId, number: 2 }))
    expect(await asOwn(ruleId)).toMatchObject({ standing: "published", number: 2, open: null, current: { version: 1 } })
    expect(await ruleOn(own)).toMatchObject({ version: 1, minimum: "12" })
    expect((await putRuleAside(writer, { ruleId, number: 2 })).refused?.code).toBe("changed-meanwhile")
    expect((await reviewRule(head, { ruleId, number: 2 })).refused?.code).toBe("changed-meanwhile")
    must(await restoreRule(writer, { ruleId, number: 2, version: 2 }))
    expect(await asOwn(ruleId)).toMatchObject({ standing: "draft", open: { version: 3, minimum: "13" } })
  })

  test("is read by a head who wrote nothing of it, as long as the university has another", async () => {
    const { ruleId } = await aRule()
    must(await saveRule(head, { ruleId, version: 1, input: { ...confirmed, minimum: "13" } }))
    const second = await aStaff(ctx, "head", "AUI")
    expect((await reviewRule(head, { ruleId, number: 2 })).refused?.code).toBe("editing.own-hand")
    // Also when somebody else has saved over it since.
    must(await saveRule(writer, { ruleId, version: 2, input: { ...confirmed, minimum: "14" } }))
    expect((await reviewRule(head, { ruleId, number: 3 })).refused?.code).toBe("editing.own-hand")
    must(await reviewRule(second, { ruleId, number: 3 }))
    must(await publishRule(head, { ruleId, number: 3 }))
    await ctx.db.staff.updateMany({ where: { personId: second.actor.personId }, data: { isActive: false } })
    must(await saveRule(head, { ruleId, version: 3, input: { ...confirmed, minimum: "15" } }))
    must(await reviewRule(head, { ruleId, number: 4 }))
  })

  test("moves by the edges of the table alone, whoever does what in which order", async () => {
    const steps = ["save", "review", "publish", "aside", "restore"] as const
    const edges: Record<VersionState, readonly VersionState[]> = versionEdges
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 9 }), async (road) => {
        const { ruleId, line: own } = await aRule("10")
        let before = await statesOf(own)
        for (const [index, step] of road.entries()) {
          const { number } = await asOwn(ruleId)
          const said = await inForceOn(own)
          const input = { ...confirmed, minimum: String(11 + (index % 9)) }
          if (step === "save") await saveRule(writer, { ruleId, version: number, input })
          if (step === "review") await reviewRule(head, { ruleId, number })
          if (step === "publish") await publishRule(head, { ruleId, number })
          if (step === "aside") await putRuleAside(writer, { ruleId, number })
          if (step === "restore") await restoreRule(writer, { ruleId, number: 1, version: number })
          const after = await statesOf(own)
          before.forEach((state, at) => {
            const now = after[at] ?? state
            if (now !== state) expect(edges[state]).toContain(now)
          })
          expect(after.slice(before.length).every((state) => state === "draft")).toBe(true)
          expect(after.filter((state) => state === "published")).toHaveLength(1)
          expect(after.filter((state) => state === "draft" || state === "reviewed").length).toBeLessThanOrEqual(1)
          if (step !== "publish") expect(await inForceOn(own)).toEqual(said)
          before = after
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe("who may", () => {
  const line = "AUI/bachelor/every/result/et-1"

  test("draft, put aside and take up is whoever writes programmes; review and publish the head's", async () => {
    const { id: ruleId } = await ruleOn(line)
    const drafts = ["outreach", "officer", "head"]
    for (const role of Object.values(StaffRole)) {
      const who = await aStaff(ctx, role, role === "admin" ? null : "AUI")
      const saved = await saveRule(who, { ruleId, version: 99, input: confirmed })
      const says = { save: saved.refused?.code, review: (await reviewRule(who, { ruleId, number: 99 })).refused?.code }
      expect({ role, ...says }).toEqual({
        role,
        save: drafts.includes(role) ? "changed-meanwhile" : "not-allowed",
        review: role === "head" ? "changed-meanwhile" : "not-allowed",
      })
      if (drafts.includes(role)) continue
      const add = { level: "bachelor", names: "ug-1", programmeId: null, input: confirmed } as const
      expect((await addRule(who, add)).refused?.code).toBe("not-allowed")
      expect((await putRuleAside(who, { ruleId, number: 1 })).refused?.code).toBe("not-allowed")
      expect((await restoreRule(who, { ruleId, number: 1, version: 1 })).refused?.code).toBe("not-allowed")
      expect((await publishRule(who, { ruleId, number: 1 })).refused?.code).toBe("not-allowed")
      await ctx.db.staff.updateMany({ where: { personId: who.actor.personId }, data: { isActive: false } })
    }
    expect((await saveRule(ctx, { ruleId, version: 1, input: confirmed })).refused?.code).toBe("not-allowed")
  })

  test("touch a rule is the staff of its university alone: for the other it is not there", async () => {
    const { ruleId } = await aRule()
    must(await saveRule(writer, { ruleId, version: 1, input: { ...confirmed, minimum: "13" } }))
    const outcomes = [
      await findOwnRule(otherHead, ruleId, "edit"),
      await saveRule(otherHead, { ruleId, version: 2, input: confirmed }),
      await reviewRule(otherHead, { ruleId, number: 2 }),
      await publishRule(otherHead, { ruleId, number: 2 }),
      await putRuleAside(otherHead, { ruleId, number: 2 }),
      await restoreRule(otherHead, { ruleId, number: 1, version: 2 }),
    ]
    expect(outcomes.map(({ refused }) => refused?.code)).toEqual(outcomes.map(() => "not-found"))
    expect((await listOwnRules(ctx, "UM6P")).every(({ current }) => current.university === "UM6P")).toBe(true)
  })
})

describe("a rule of one programme", () => {
  const answerOf = async (programmeId: string) =>
    decideEligibility(
      { credential: { kind: "secondary", country: "SN", code: "sn-1" }, result: "12", isPending: false, proof: null },
      {
        id: programmeId,
        owner: "AUI",
        level: "bachelor",
        field: "computing",
        teachingLanguages: ["en"],
        standing: "open",
        windows: ["open"],
      },
      await listRules(ctx),
    ).answer

  test("goes before its level's once it is published, and when it holds no longer the level's stands again", async () => {
    const { slug } = await anIntake(ctx, { owner: "AUI", level: "bachelor" })
    const { id: programmeId } = await ctx.db.programme.findUniqueOrThrow({ where: { slug }, select: { id: true } })
    const add = { level: "bachelor", names: "bac20", programmeId, input: { ...confirmed, minimum: "14" } } as const
    const { ruleId } = must(await addRule(writer, add))
    expect(await answerOf(programmeId)).toBe("eligible")
    expect((await addRule(writer, add)).refused?.code).toBe("eligibility.rule-exists")
    must(await reviewRule(head, { ruleId, number: 1 }))
    expect(await answerOf(programmeId)).toBe("eligible")
    must(await publishRule(head, { ruleId, number: 1 }))
    expect(await answerOf(programmeId)).toBe("not-this-year")
    expect((await addRule(writer, add)).refused?.code).toBe("eligibility.rule-exists")
    must(await saveRule(writer, { ruleId, version: 1, input: { ...add.input, treatment: "none" } }))
    expect(await answerOf(programmeId)).toBe("not-this-year")
    must(await reviewRule(head, { ruleId, number: 2 }))
    must(await publishRule(head, { ruleId, number: 2 }))
    expect(await answerOf(programmeId)).toBe("eligible")
  })

  test("that was put aside before it was ever in force is on no list, and is begun again where it was left", async () => {
    const add = { level: "bachelor", names: "ke-1", programmeId: null, input: { ...confirmed, minimum: "C" } } as const
    const { ruleId } = must(await addRule(writer, add))
    const isListed = async () => (await listOwnRules(writer, "AUI")).some(({ current }) => current.names === "ke-1")
    expect(await isListed()).toBe(true)
    must(await putRuleAside(writer, { ruleId, number: 1 }))
    expect(await isListed()).toBe(false)
    expect(await asOwn(ruleId)).toMatchObject({ standing: "archived", inForce: null, open: null })
    // What says the same as was put aside is a draft all the same.
    must(await addRule(writer, add))
    must(await putRuleAside(writer, { ruleId, number: 2 }))
    expect(must(await saveRule(writer, { ruleId, version: 2, input: add.input })).isSaved).toBe(true)
    expect(await asOwn(ruleId)).toMatchObject({ standing: "draft", number: 3 })
  })

  test("is for a programme of the level and the university, on a name that the level has", async () => {
    const { slug } = await anIntake(ctx, { owner: "UM6P", level: "bachelor" })
    const { id: programmeId } = await ctx.db.programme.findUniqueOrThrow({ where: { slug }, select: { id: true } })
    expect((await addRule(head, { level: "bachelor", names: "bac20", programmeId, input: confirmed })).refused?.code).toBe("field.choice")
    expect((await addRule(head, { level: "master", names: "bac20", programmeId: null, input: confirmed })).refused?.code).toBe("not-found")
  })

  test("answers the check of the site from its publication on", async () => {
    const { ruleId, slug } = await aRule("10")
    const held = { credential: { kind: "secondary", country: "SN", code: "sn-1" }, result: "12", isPending: false, proof: null } as const
    const answer = async () =>
      (await checkEligibility(ctx, held)).find(({ programme }) => programme.slug === slug)?.decided.reasons[0]?.code
    expect(await answer()).toBe("reached")
    must(await saveRule(writer, { ruleId, version: 1, input: { ...confirmed, minimum: "13" } }))
    expect(await answer()).toBe("reached")
    must(await reviewRule(head, { ruleId, number: 2 }))
    expect(await answer()).toBe("reached")
    must(await publishRule(head, { ruleId, number: 2 }))
    expect(await answer()).toBe("below")
  })
})

describe("two at once", () => {
  test.runIf(isConcurrent())("of many who save at the same moment one does, and the others are told", async () => {
    const { ruleId, line } = await aRule("10")
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        saveRule(index % 2 === 0 ? writer : head, { ruleId, version: 1, input: { ...confirmed, minimum: String(11 + index) } }),
      ),
    )
    expect(outcomes.filter(({ refused }) => refused === undefined)).toHaveLength(1)
    expect(outcomes.filter(({ refused }) => refused?.code === "changed-meanwhile")).toHaveLength(7)
    expect(await statesOf(line)).toEqual(["published", "draft"])
  })

  test.runIf(isConcurrent())("of two who save over one draft one does; its former is superseded once", async () => {
    for (let round = 0; round < 5; round++) {
      const { ruleId, line } = await aRule("10")
      must(await saveRule(writer, { ruleId, version: 1, input: { ...confirmed, minimum: "11" } }))
      const outcomes = await Promise.all(
        ["12", "13"].map((minimum) => saveRule(writer, { ruleId, version: 2, input: { ...confirmed, minimum } })),
      )
      expect(outcomes.filter(({ refused }) => refused?.code === "changed-meanwhile")).toHaveLength(1)
      expect(await statesOf(line)).toEqual(["published", "superseded", "draft"])
    }
  })

  test.runIf(isConcurrent())("of two who begin the same rule one does", async () => {
    const add = { level: "bachelor", names: "tz-1", programmeId: null, input: { ...confirmed, minimum: "" } } as const
    const outcomes = await Promise.all([addRule(writer, add), addRule(head, add), addRule(writer, add)])
    expect(outcomes.filter(({ refused }) => refused === undefined)).toHaveLength(1)
    expect(outcomes.filter(({ refused }) => refused?.code === "eligibility.rule-exists")).toHaveLength(2)
  })

  test.runIf(isConcurrent())(
    "one publishes while another publishes, saves or puts aside: one rule is in force at every moment",
    async () => {
      for (let round = 0; round < 8; round++) {
        const { ruleId, line } = await aRule("10")
        must(await saveRule(writer, { ruleId, version: 1, input: { ...confirmed, minimum: "13" } }))
        must(await reviewRule(head, { ruleId, number: 2 }))
        const seen: number[] = []
        let isOver = false
        const watch = async () => {
          while (!isOver) seen.push((await listRules(ctx)).filter((one) => one.line === line).length)
        }
        const watching = watch()
        const [one, other, third] = await Promise.all([
          publishRule(head, { ruleId, number: 2 }),
          publishRule(head, { ruleId, number: 2 }),
          round % 2 === 0
            ? saveRule(writer, { ruleId, version: 2, input: { ...confirmed, minimum: "14" } })
            : putRuleAside(writer, { ruleId, number: 2 }),
        ])
        isOver = true
        await watching
        expect(new Set(seen)).toEqual(new Set([1]))
        const published = [one, other].filter(({ refused }) => refused === undefined).length
        expect(published).toBeLessThanOrEqual(1)
        if (round % 2 === 0) {
          must(third)
          expect((await asOwn(ruleId)).open).toMatchObject({ version: 3, minimum: "14" })
        } else {
          // It was published or put aside, and never both.
          expect(published).toBe(third.refused === undefined ? 0 : 1)
        }
        expect(await ruleOn(line)).toMatchObject({ minimum: published === 1 ? "13" : "10" })
      }
    },
  )
})

test("the same words as ever are in force after a rule went back and forth", async () => {
  const { ruleId, line } = await aRule("10")
  await changed(ruleId, "12")
  await changed(ruleId, "10")
  expect(await ruleOn(line)).toMatchObject({ version: 3, minimum: "10" })
  expect(await statesOf(line)).toEqual(["superseded", "superseded", "published"])
})
