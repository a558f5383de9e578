import fc from "fast-check"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { startApplication } from "#app/domain/applications/start-application.server.ts"
import { saveAbout } from "#app/domain/applications/save-about.server.ts"
import { makeRsvp } from "#app/domain/events/make-rsvp.server.ts"
import { listLeads } from "#app/domain/leads/lead-queries.server.ts"
import { type EnquiryInput, makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { moveLead } from "#app/domain/leads/move-lead.server.ts"
import { noteLead } from "#app/domain/leads/note-lead.server.ts"
import { confirmGuardian } from "#app/domain/people/confirm-guardian.server.ts"
import { confirmNumber } from "#app/domain/people/confirm-number.server.ts"
import { askGuardian } from "#app/domain/people/ask-guardian.server.ts"
import { withdrawGuardian } from "#app/domain/people/withdraw-guardian.server.ts"
import { mailPreferences } from "#app/domain/people/mail-preferences.server.ts"
import { findPreferences } from "#app/domain/people/preferences-queries.server.ts"
import { unsubscribeLinks } from "#app/domain/people/preferences-link.server.ts"
import { confirmLink, proveAddress } from "#app/domain/people/prove-address.server.ts"
import { savePreferences } from "#app/domain/people/save-preferences.server.ts"
import { unsubscribe } from "#app/domain/people/unsubscribe.server.ts"
import { withdrawConsents } from "#app/domain/people/withdraw-consents.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { aCandidate, anApplication, anIntake, aStaff, must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { isConcurrent } from "#app/testing/test-database.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { wholeDatabase } from "#app/testing/whole-database.ts"
import { mergePeople } from "./merge-people.server.ts"
import { followsLead, followsPerson, staysWithPerson } from "./merge-tables.ts"
import { unmergePeople } from "./unmerge-people.server.ts"

let ctx: TestCtx
let officer: Awaited<ReturnType<typeof aStaff>>
let theirs: Awaited<ReturnType<typeof aStaff>>
let number = 0

beforeAll(async () => {
  ctx = await testCtx()
  officer = await aStaff(ctx, "officer", "AUI")
  theirs = await aStaff(ctx, "outreach", "UM6P")
})
beforeEach(() => {
  number++
})

type Said = Partial<EnquiryInput> & { email?: string; phone?: string }

async function asks(said: Said): Promise<string> {
  ctx.advance({ minutes: 11 })
  const { reference } = must(
    await makeEnquiry(ctx, {
      givenName: "Awa",
      familyName: "Diop",
      email: "",
      phone: "",
      country: "SN",
      birthYear: 2002,
      level: null,
      fields: [],
      message: `Question ${number}`,
      consents: [],
      ...said,
    }),
  )
  await ctx.runJobs()
  return (await ctx.db.enquiry.findUniqueOrThrow({ where: { reference }, select: { personId: true } })).personId
}

/** What holds of one permission: of how many rows, and of how many that wait for nothing. */
async function yeses(personId: string, university: University = "AUI"): Promise<{ living: number; awake: number }> {
  const rows = await ctx.db.consent.findMany({
    where: { personId, university, channel: "email", purpose: "news", withdrawnAt: null, expiredAt: null },
  })
  return { living: rows.length, awake: rows.filter(({ awakeAt }) => awakeAt !== null).length }
}
const linkOf = (personId: string, address: string, owner: University | "JOINT" = "AUI") =>
  unsubscribeLinks(ctx, { personId, owner, language: "en", address }).page.split("/").at(-1) ?? ""
const proves = async (personId: string, address: string) =>
  must(await proveAddress(ctx, { token: confirmLink(ctx, { personId, address }).split("/").at(-1) ?? "" }))

/** Two who have said yes to both universities, of whom the second has said no to AUI since. */
async function yesAndNo(name: string, { isProved = false } = {}) {
  const [email, other] = [`${name}.kept.${number}@example.org`, `${name}.away.${number}@example.org`]
  const kept = await asks({ email, consents: ["email"] })
  if (isProved) await proves(kept, email)
  const away = await asks({ email: other, givenName: "Hawa", consents: ["email"] })
  ctx.advance({ minutes: 5 })
  must(await withdrawConsents(ctx, { personId: away, owner: "AUI", how: "page" }))
  return { email, other, kept, away }
}

const leadOf = (personId: string, university: University) => ctx.db.lead.findFirst({ where: { personId, university } })
const personsOf = async (value: string) => (await ctx.db.contact.findMany({ where: { value } })).map(({ personId }) => personId)

describe("two who are merged", () => {
  it("are one on every list, with all that both have said, and two again afterwards", async () => {
    const kept = await asks({ email: `one.${number}@example.org`, consents: ["email"] })
    const away = await asks({ phone: `+22177200${1000 + number}`, message: "Another question" })
    expect(away).not.toBe(kept)
    const [ours, other] = [await leadOf(kept, "AUI"), await leadOf(away, "AUI")]
    must(await moveLead(officer, { leadId: other?.id ?? "", from: "new", to: "qualified" }))
    must(await noteLead(officer, { leadId: other?.id ?? "", text: "Called twice." }))
    const before = await wholeDatabase(ctx)

    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    const listed = async (university: University) =>
      (await listLeads(ctx, { university, personId: officer.actor.personId, filter: {}, size: 200 })).rows.map(({ personId }) => personId)
    for (const university of ["AUI", "UM6P"] as const) {
      expect(await listed(university)).toContain(kept)
      expect(await listed(university)).not.toContain(away)
    }
    expect(await leadOf(kept, "AUI")).toMatchObject({ id: ours?.id, stage: "qualified", setAsideBy: null })
    expect(await ctx.db.lead.findUnique({ where: { id: other?.id ?? "" } })).toMatchObject({ setAsideBy: mergeId, personId: away })
    expect(await ctx.db.note.count({ where: { thingId: ours?.id ?? "" } })).toBe(1)
    expect(await ctx.db.enquiry.count({ where: { personId: kept } })).toBe(2)
    expect(await ctx.db.contact.count({ where: { personId: kept } })).toBe(2)
    expect((await moveLead(officer, { leadId: other?.id ?? "", from: "qualified", to: "nurturing" })).refused?.code).toBe("not-found")
    expect(await ctx.events(kept)).toContain("person.merged")
    expect(await ctx.events(away)).toContain("person.merged-away")

    must(await unmergePeople(officer, { mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
    expect((await ctx.events(away)).at(-1)).toBe("person.unmerged")
    expect((await unmergePeople(officer, { mergeId })).refused?.code).toBe("identity.separated-already")
  })

  it("are known by either name and either address", async () => {
    const kept = await asks({ givenName: "Mohamed", familyName: "Diallo", email: `mo.${number}@example.org` })
    const away = await asks({ givenName: "Mamadou", familyName: "Jallow", phone: `+22177300${1000 + number}` })
    must(await mergePeople(officer, { keptId: kept, awayId: away }))
    expect(await asks({ givenName: "Mamadou", familyName: "Jallow", email: `mo.${number}@example.org`, message: "a" })).toBe(kept)
    expect(await asks({ givenName: "Diallo", familyName: "Mohamed", phone: `+22177300${1000 + number}`, message: "b" })).toBe(kept)
    // Whose name was not chosen goes on being known by it.
    const third = await asks({ givenName: "Aminata", familyName: "Bah", email: `am.${number}@example.org` })
    must(await mergePeople(officer, { keptId: third, awayId: kept, choices: { name: "away" } }))
    expect(await asks({ givenName: "Aminata", familyName: "Bah", email: `am.${number}@example.org`, message: "c" })).toBe(third)
    const filter = { words: "jallow" }
    const found = await listLeads(ctx, { university: "AUI", personId: officer.actor.personId, filter })
    expect(found.rows.map(({ personId }) => personId)).toContain(third)
  })

  it("keep the fields that were chosen, and what the kept one had not said", async () => {
    const kept = await asks({ givenName: "Awa", familyName: "Diop", email: `f.${number}@example.org`, birthYear: null })
    const away = await asks({ givenName: "Hawa", familyName: "Diop", phone: `+22177310${1000 + number}`, birthYear: 2003, country: "ML" })
    must(await mergePeople(officer, { keptId: kept, awayId: away, choices: { name: "away", country: "kept" } }))
    expect(await ctx.db.person.findUnique({ where: { id: kept } })).toMatchObject({
      givenName: "Hawa",
      country: "SN",
      birthYear: 2003,
      nameFolded: "hawa diop awa",
    })
  })

  it("are not written to when they said no last, under whichever name", async () => {
    const email = `no.${number}@example.org`
    const kept = await asks({ email, consents: ["email"] })
    const away = await asks({ email: `second.${email}`, consents: ["email"], message: "Second" })
    ctx.advance({ minutes: 5 })
    must(await withdrawConsents(ctx, { personId: away, owner: "AUI", how: "page" }))
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    const living = (university: University) =>
      ctx.db.consent.count({ where: { personId: kept, university, purpose: "news", withdrawnAt: null } })
    expect(await living("AUI")).toBe(0)
    expect(await living("UM6P")).toBe(2)
    // A link of an old mail withdraws what is theirs now.
    const { page } = unsubscribeLinks(ctx, { personId: away, owner: "UM6P", language: "en", address: `second.${email}` })
    must(await unsubscribe(ctx, { token: page.split("/").at(-1) ?? "" }))
    expect(await living("UM6P")).toBe(0)
    must(await unmergePeople(officer, { mergeId }))
    expect(await living("AUI")).toBe(1)
    expect(await living("UM6P")).toBe(0)
  })

  it("who have both said yes from one address have said it once; who says no meanwhile has said it for both", async () => {
    const email = `shared.${number}@example.org`
    const kept = await asks({ email, consents: ["email"] })
    const away = await asks({ givenName: "Moussa", familyName: "Fall", email, consents: ["email"] })
    expect(away).not.toBe(kept)
    const living = (personId: string) => ctx.db.consent.count({ where: { personId, withdrawnAt: null } })
    expect([await living(kept), await living(away)]).toEqual([4, 4])
    const before = await wholeDatabase(ctx)
    const first = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    expect([await living(kept), await living(away)]).toEqual([4, 0])
    must(await unmergePeople(officer, { mergeId: first.mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
    const again = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    ctx.advance({ minutes: 5 })
    must(await withdrawConsents(ctx, { personId: kept, owner: "AUI", how: "page" }))
    must(await unmergePeople(officer, { mergeId: again.mergeId }))
    expect([await living(kept), await living(away)]).toEqual([2, 2])
  })

  it("are separated whatever they have said yes to again while they were one, and have said it once", async () => {
    const { email, other, kept, away } = await yesAndNo("again")
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    expect(await yeses(kept)).toEqual({ living: 0, awake: 0 })
    // Their own page tells of one no, the one that was said.
    const { history } = (await findPreferences(ctx, linkOf(kept, email))) ?? { history: [] }
    expect(history.map(({ kind, how }) => `${kind} ${how}`)).toEqual(["withdrawn page", "given enquiry", "given enquiry"])
    await asks({ email, consents: ["email"], message: "Again, by ours" })
    await asks({ email: other, consents: ["email"], message: "Again, by theirs" })
    expect(await yeses(kept)).toEqual({ living: 2, awake: 0 })
    must(await unmergePeople(officer, { mergeId }))
    expect([await yeses(kept), await yeses(away)]).toEqual([
      { living: 1, awake: 0 },
      { living: 1, awake: 0 },
    ])
  })

  it("are separated where the one that is merged away had said yes, and says it again by the own address", async () => {
    const { email, other, kept, away } = await yesAndNo("turned", { isProved: true })
    // The other way round: who has said no is kept.
    const { mergeId } = must(await mergePeople(officer, { keptId: away, awayId: kept }))
    expect(await yeses(away)).toEqual({ living: 0, awake: 0 })
    await asks({ email, givenName: "Awa", consents: ["email"], message: "Again, by theirs" })
    await asks({ email: other, givenName: "Hawa", consents: ["email"], message: "Again, by ours" })
    must(await unmergePeople(officer, { mergeId }))
    // What was awake before is awake again, and the second yes, which nobody has confirmed, is not counted beside it.
    expect([await yeses(kept), await yeses(away)]).toEqual([
      { living: 1, awake: 1 },
      { living: 1, awake: 0 },
    ])
  })

  it.each(["one click", "the page"])("who say no by %s while they are one are written to under neither name afterwards", async (by) => {
    const { email, kept, away } = await yesAndNo(by === "one click" ? "click" : "page", { isProved: true })
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    ctx.advance({ minutes: 5 })
    const token = linkOf(kept, email)
    if (by === "one click") must(await unsubscribe(ctx, { token }))
    else must(await savePreferences(ctx, { token, shown: ["AUI-email-news", "AUI-email-events"], wanted: [] }))
    must(await unmergePeople(officer, { mergeId }))
    expect([await yeses(kept), await yeses(away)]).toEqual([
      { living: 0, awake: 0 },
      { living: 0, awake: 0 },
    ])
    expect(await yeses(kept, "UM6P")).toEqual({ living: 1, awake: 1 })
    expect(await ctx.events(kept)).toContain("consent.withdrawn")
  })

  it("are not written to when they said no last, though an older yes of theirs had run out", async () => {
    const [email, other] = [`out.kept.${number}@example.org`, `out.away.${number}@example.org`]
    const away = await asks({ email: other, givenName: "Hawa", consents: ["email"] })
    await ctx.db.consent.updateMany({ where: { personId: away }, data: { expiredAt: ctx.now(), expiredWhy: "silence" } })
    ctx.advance({ days: 1 })
    await asks({ email: other, givenName: "Hawa", consents: ["email"], message: "Again" })
    const kept = await asks({ email, consents: ["email"] })
    ctx.advance({ days: 1 })
    must(await withdrawConsents(ctx, { personId: away, owner: "AUI", how: "one-click" }))
    must(await mergePeople(officer, { keptId: kept, awayId: away }))
    expect(await yeses(kept)).toEqual({ living: 0, awake: 0 })
    expect(await yeses(kept, "UM6P")).toEqual({ living: 2, awake: 0 })
  })

  it("are written to where they said yes after their no, and at the address they said it for", async () => {
    const { other, kept, away } = await yesAndNo("last")
    await asks({ email: other, givenName: "Hawa", consents: ["email"], message: "Yes after all" })
    must(await mergePeople(officer, { keptId: kept, awayId: away }))
    const living = await ctx.db.consent.findMany({
      where: { personId: kept, university: "AUI", purpose: "news", withdrawnAt: null },
      select: { address: true },
    })
    expect(living).toEqual([{ address: other }])
  })

  it("have not said no where only an earlier merge has closed a yes that was said twice", async () => {
    const email = `twice.${number}@example.org`
    const first = await asks({ email, consents: ["email"] })
    const second = await asks({ email, givenName: "Moussa", familyName: "Fall", consents: ["email"] })
    const third = await asks({ email: `third.${email}`, givenName: "Eva", consents: ["email"] })
    must(await mergePeople(officer, { keptId: first, awayId: second }))
    await ctx.db.consent.updateMany({
      where: { personId: first, withdrawnAt: null },
      data: { expiredAt: ctx.now(), expiredWhy: "silence" },
    })
    must(await mergePeople(officer, { keptId: third, awayId: first }))
    expect(await yeses(third)).toEqual({ living: 1, awake: 0 })
  })

  it("have one place at an event where they had two, and the other is free", async () => {
    const event = await anEvent(ctx, { owner: "AUI", inHours: 2000 })
    const rsvp = async (said: Said) => {
      must(
        await makeRsvp(ctx, {
          slug: event.slug,
          enquiry: {
            givenName: "Awa",
            familyName: "Diop",
            email: "",
            phone: "",
            country: "SN",
            birthYear: null,
            level: null,
            fields: [],
            message: "",
            consents: [],
            ...said,
          },
        }),
      )
      return (await personsOf(said.email ?? ""))[0] ?? ""
    }
    const kept = await rsvp({ email: `r1.${number}@example.org` })
    const away = await rsvp({ email: `r2.${number}@example.org` })
    const before = await wholeDatabase(ctx)
    const coming = () => ctx.db.rsvp.count({ where: { publicEventId: event.id, withdrawnAt: null } })
    expect(await coming()).toBe(2)
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    expect(await coming()).toBe(1)
    must(await unmergePeople(officer, { mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
  })
})

describe("who answers for a minor", () => {
  const minor = (name: string) => asks({ email: `${name}.${number}@example.org`, givenName: name, birthYear: 2012 })
  const names = async (personId: string, email: string) =>
    must(await askGuardian(ctx.as({ kind: "system", job: "test" }), { personId, name: "Fatou Diop", relation: "mother", email }))
  const secretOf = async (personId: string) => {
    const mail = await ctx.db.mail.findFirstOrThrow({ where: { kind: "guardian-asked", personId }, orderBy: { id: "desc" } })
    const { page } = mail.props as { page: string }
    return page.split("/").at(-1) ?? ""
  }
  const agrees = async (personId: string) => must(await confirmGuardian(ctx, { secret: await secretOf(personId) }))
  const answering = (personId: string) =>
    ctx.db.guardian.findMany({ where: { personId, withdrawnAt: null }, select: { email: true, consentedAt: true } })

  it("and has agreed goes before one who was only asked, whichever of the two is kept", async () => {
    const [kept, away] = [await minor("Awa"), await minor("Hawa")]
    await names(kept, `asked.${number}@example.org`)
    await names(away, `agreed.${number}@example.org`)
    await agrees(away)
    const before = await wholeDatabase(ctx)
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    expect(await answering(kept)).toEqual([{ email: `agreed.${number}@example.org`, consentedAt: expect.any(Date) }])
    // Who was put aside is told so, and answers again once the two are separated.
    expect((await confirmGuardian(ctx, { secret: await secretOf(kept) })).refused?.code).toBe("people.link-old")
    must(await unmergePeople(officer, { mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
    const turned = must(await mergePeople(officer, { keptId: away, awayId: kept }))
    expect(await answering(away)).toEqual([{ email: `agreed.${number}@example.org`, consentedAt: expect.any(Date) }])
    must(await unmergePeople(officer, { mergeId: turned.mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
  })

  it("and takes it back when a merge has set them aside does not answer again once the two are separated", async () => {
    const [kept, away] = [await minor("Awa"), await minor("Hawa")]
    for (const [personId, name] of [
      [kept, "first"],
      [away, "second"],
    ] as const) {
      await names(personId, `${name}.${number}@example.org`)
      await agrees(personId)
    }
    const secrets = [await secretOf(kept), await secretOf(away)]
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    ctx.advance({ minutes: 5 })
    for (const secret of secrets) must(await withdrawGuardian(ctx, { secret }))
    must(await unmergePeople(officer, { mergeId }))
    expect([await answering(kept), await answering(away)]).toEqual([[], []])
    // Each said it once, whoever they press the button for again.
    const said = () => ctx.db.guardian.findMany({ where: { personId: { in: [kept, away] } }, select: { id: true, withdrawnAt: true } })
    const before = await said()
    ctx.advance({ days: 1 })
    for (const secret of secrets) must(await withdrawGuardian(ctx, { secret }))
    expect(await said()).toEqual(before)
  })

  it("is one adult after a separation too, where another was named while they were one", async () => {
    const [kept, away] = [await minor("Awa"), await minor("Hawa")]
    await names(kept, `asked.${number}@example.org`)
    await names(away, `agreed.${number}@example.org`)
    await agrees(away)
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    await names(kept, `third.${number}@example.org`)
    must(await unmergePeople(officer, { mergeId }))
    expect(await answering(kept)).toEqual([{ email: `third.${number}@example.org`, consentedAt: null }])
  })

  it("is nobody who is reached where the candidate is, under the other name", async () => {
    const kept = await minor("Awa")
    const own = `hawa${number}diop@gmail.com`
    const away = await asks({ email: own, givenName: "Hawa", birthYear: 2012 })
    await names(kept, `hawa${number}.diop+maman@gmail.com`)
    await agrees(kept)
    const before = await wholeDatabase(ctx)
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    expect(await answering(kept)).toEqual([])
    must(await unmergePeople(officer, { mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
    must(await mergePeople(officer, { keptId: away, awayId: kept }))
    expect(await answering(away)).toEqual([])
  })
})

describe("nobody reads another's application by a merge", () => {
  it("two who sign in by different addresses stay two when both have an application", async () => {
    const one = await anApplication(ctx)
    const other = await anApplication(ctx)
    await ctx.runJobs()
    const before = await wholeDatabase(ctx)
    const merged = await mergePeople(officer, { keptId: one.candidate.actor.personId, awayId: other.candidate.actor.personId })
    expect(merged.refused?.code).toBe("identity.two-readers")
    expect(await wholeDatabase(ctx)).toEqual(before)
  })

  it("who applied is the one that is kept; the other's address no longer signs in, and does again afterwards", async () => {
    const { candidate } = await anApplication(ctx)
    const visitor = await aCandidate(ctx, { email: `visitor.${number}@example.org` })
    await asks({ email: visitor.email })
    await ctx.runJobs()
    const [applicant, other] = [candidate.actor.personId, visitor.actor.personId]
    expect((await mergePeople(officer, { keptId: other, awayId: applicant })).refused?.code).toBe("identity.keep-applicant")
    const before = await wholeDatabase(ctx)
    const { mergeId } = must(await mergePeople(officer, { keptId: applicant, awayId: other }))
    expect(await ctx.db.session.count({ where: { personId: other, revokedAt: null } })).toBe(0)
    expect(await ctx.db.contact.findFirst({ where: { value: visitor.email } })).toMatchObject({ personId: applicant, signsIn: false })
    must(await unmergePeople(officer, { mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
    const again = must(await mergePeople(officer, { keptId: applicant, awayId: other }))
    // They sign in meanwhile: somebody new, who sees nothing of the application.
    const back = await aCandidate(ctx, { email: visitor.email })
    expect([applicant, other]).not.toContain(back.actor.personId)
    must(await unmergePeople(officer, { mergeId: again.mergeId }))
    expect(await ctx.db.contact.count({ where: { value: visitor.email, signsIn: true } })).toBe(1)
  })

  it("one mailbox written in two ways goes on signing in, and a draft of the same year is set aside", async () => {
    const name = `awadiop${number}`
    const { candidate, applicationId } = await anApplication(ctx, { candidate: await aCandidate(ctx, { email: `${name}@gmail.com` }) })
    const second = await aCandidate(ctx, { email: `${name}+2@googlemail.com` })
    await asks({ email: second.email })
    must(await startApplication(second))
    await ctx.runJobs()
    const before = await wholeDatabase(ctx)
    const [applicant, other] = [candidate.actor.personId, second.actor.personId]
    expect((await mergePeople(officer, { keptId: other, awayId: applicant })).refused?.code).toBe("identity.applications-clash")
    const { mergeId } = must(await mergePeople(officer, { keptId: applicant, awayId: other }))
    expect(await ctx.db.contact.count({ where: { personId: applicant, signsIn: true } })).toBe(2)
    expect(await ctx.db.session.count({ where: { personId: applicant, revokedAt: null } })).toBe(2)
    expect((await ctx.db.application.findMany({ where: { personId: applicant } })).map(({ id }) => id)).toEqual([applicationId])
    must(await unmergePeople(officer, { mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
  })

  it("a candidate whose session was under way starts the application of the person that is kept", async () => {
    const visitor = await aCandidate(ctx, { email: `late.${number}@example.org` })
    await asks({ email: visitor.email })
    const kept = await asks({ phone: `+22177320${1000 + number}` })
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: visitor.actor.personId }))
    await anIntake(ctx)
    const { id } = must(await startApplication(visitor))
    expect(await ctx.db.application.findUnique({ where: { id } })).toMatchObject({ personId: kept })
    const signedIn = { ...visitor.as({ ...visitor.actor, personId: kept }) }
    must(
      await saveAbout(signedIn, {
        givenNames: "Hawa",
        familyName: "Diop",
        birthDate: new Date("2002-04-12"),
        gender: "woman",
        nationality: ["SN"],
        residence: "ML",
      }),
    )
    // What was written signed in goes with who signs in.
    must(await unmergePeople(officer, { mergeId }))
    expect(await ctx.db.application.findUnique({ where: { id } })).toMatchObject({ personId: visitor.actor.personId })
    expect(await ctx.db.person.findUnique({ where: { id: kept } })).toMatchObject({ givenName: "Awa", country: "SN", birthDate: null })
    expect(await ctx.db.person.findUnique({ where: { id: visitor.actor.personId } })).toMatchObject({ givenName: "Hawa", country: "ML" })
  })

  it("who works here is merged with nobody", async () => {
    const kept = await asks({ email: `staff.${number}@example.org` })
    const pair = { personAId: theirs.actor.personId, personBId: kept }
    await ctx.db.duplicateSuggestion.create({ data: { id: ctx.id(), ...pair, reasons: [], score: 0, createdAt: ctx.now() } })
    expect((await mergePeople(officer, { keptId: kept, awayId: theirs.actor.personId })).refused?.code).toBe("identity.staff")
    expect((await mergePeople(officer, { keptId: kept, awayId: kept })).refused?.code).toBe("identity.same-person")
  })
})

describe("who may merge", () => {
  it("works leads at a university that has a lead of one of the two; the other may be known to the other university alone", async () => {
    const phone = `+22177340${1000 + number}`
    const kept = await asks({ givenName: "Yacine", familyName: "Mbaye", phone, university: "AUI" })
    const away = await asks({ givenName: "Yassine", familyName: "Mbaye", phone, university: "UM6P" })
    const elsewhere = await asks({ email: `w3.${number}@example.org`, university: "UM6P" })
    expect((await mergePeople(officer, { keptId: away, awayId: elsewhere })).refused?.code).toBe("not-found")
    for (const role of ["reviewer", "campaigns", "director"] as const)
      expect((await mergePeople(await aStaff(ctx, role), { keptId: kept, awayId: away })).refused?.code).toBe("not-allowed")
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    expect(await leadOf(kept, "UM6P")).not.toBeNull()
    must(await unmergePeople(theirs, { mergeId }))
    expect(await leadOf(kept, "UM6P")).toBeNull()
  })

  it("nobody reaches by an id whom the other university alone knows, where nothing has put the two side by side", async () => {
    const ours = await asks({ email: `i1.${number}@example.org`, university: "AUI" })
    const stranger = await asks({
      givenName: "Kofi",
      familyName: "Mensah",
      country: "GH",
      email: `i2.${number}@example.org`,
      university: "UM6P",
    })
    const before = await wholeDatabase(ctx)
    for (const [keptId, awayId] of [
      [ours, stranger],
      [stranger, ours],
    ] as const)
      for (const reader of [officer, theirs]) expect((await mergePeople(reader, { keptId, awayId })).refused?.code).toBe("not-found")
    expect(await wholeDatabase(ctx)).toEqual(before)
    await ctx.db.lead.updateMany({ where: { personId: stranger }, data: { university: "AUI" } })
    must(await mergePeople(officer, { keptId: ours, awayId: stranger }))
  })

  it("is told that two are one already only where the university knows one of them", async () => {
    const kept = await asks({ email: `j1.${number}@example.org`, university: "UM6P" })
    const away = await asks({ givenName: "Awa Marie", email: `j2.${number}@example.org`, university: "UM6P" })
    must(await mergePeople(theirs, { keptId: kept, awayId: away }))
    expect((await mergePeople(officer, { keptId: kept, awayId: away })).refused?.code).toBe("not-found")
    expect((await mergePeople(theirs, { keptId: away, awayId: kept })).refused?.code).toBe("identity.merged-already")
  })
})

describe("what came after a merge", () => {
  it("stays with the kept person, but for what came by an address that only the other one has", async () => {
    const [email, other] = [`k.${number}@example.org`, `a.${number}@example.org`]
    const kept = await asks({ email, university: "AUI" })
    const away = await asks({ givenName: "Awa Marie", email: other, university: "AUI" })
    const { mergeId } = must(await mergePeople(officer, { keptId: kept, awayId: away }))
    const phone = `+22177330${1000 + number}`
    expect(await asks({ email: other, phone, university: "UM6P", consents: ["email"], message: "Later, by theirs" })).toBe(kept)
    expect(await asks({ email, message: "Later, by ours" })).toBe(kept)
    const lead = await leadOf(kept, "AUI")
    must(await noteLead(officer, { leadId: lead?.id ?? "", text: "Since then." }))
    must(await unmergePeople(officer, { mergeId }))
    const messages = async (personId: string) =>
      (await ctx.db.enquiry.findMany({ where: { personId }, orderBy: { id: "asc" } })).map(({ message }) => message)
    expect(await messages(away)).toEqual([`Question ${number}`, "Later, by theirs"])
    expect(await messages(kept)).toEqual([`Question ${number}`, "Later, by ours"])
    expect((await ctx.db.contact.findMany({ where: { personId: away } })).map(({ value }) => value).sort()).toEqual([phone, other].sort())
    expect(await ctx.db.consent.count({ where: { personId: away, address: other } })).toBeGreaterThan(0)
    expect(await ctx.db.consent.count({ where: { personId: kept } })).toBe(0)
    expect(await leadOf(away, "UM6P")).not.toBeNull()
    expect(await ctx.db.note.count({ where: { thingId: lead?.id ?? "" } })).toBe(1)
    // A mail of the time between names the kept person and the other one's address: it means who has the address.
    const { page } = unsubscribeLinks(ctx, { personId: kept, owner: "JOINT", language: "en", address: other })
    must(await unsubscribe(ctx, { token: page.split("/").at(-1) ?? "" }))
    expect(await ctx.db.consent.count({ where: { personId: away, withdrawnAt: null } })).toBe(0)
  })

  it("an old link means who has its address, whoever they have been found to be since", async () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => `${name}.link.${number}@example.org`)
    const first = await asks({ email: a ?? "", consents: ["email"] })
    const second = await asks({ email: b ?? "", givenName: "Hawa", consents: ["email"] })
    const third = await asks({ email: c ?? "", givenName: "Eva", consents: ["email"] })
    const { mergeId } = must(await mergePeople(officer, { keptId: first, awayId: second }))
    const token = linkOf(first, b ?? "")
    must(await unmergePeople(officer, { mergeId }))
    must(await mergePeople(officer, { keptId: third, awayId: second }))
    must(await unsubscribe(ctx, { token }))
    expect([await yeses(first), await yeses(third)]).toEqual([
      { living: 1, awake: 0 },
      { living: 0, awake: 0 },
    ])
  })

  it("an old link means who has its address after merges within merges have been taken back", async () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => `${name}.inner.${number}@example.org`)
    const first = await asks({ email: a ?? "", consents: ["email"] })
    const second = await asks({ email: b ?? "", givenName: "Hawa", consents: ["email"] })
    const third = await asks({ email: c ?? "", givenName: "Eva", consents: ["email"] })
    const inner = must(await mergePeople(officer, { keptId: first, awayId: second }))
    const outer = must(await mergePeople(officer, { keptId: third, awayId: first }))
    const token = linkOf(third, b ?? "")
    must(await unmergePeople(officer, { mergeId: outer.mergeId }))
    must(await unmergePeople(officer, { mergeId: inner.mergeId }))
    must(await unsubscribe(ctx, { token }))
    expect([(await yeses(first)).living, (await yeses(second)).living, (await yeses(third)).living]).toEqual([1, 0, 1])
  })

  it("a mail that has waited over a merge leads to the preferences of the one they are", async () => {
    const kept = await asks({ email: `w1.${number}@example.org` })
    const away = await asks({ email: `w2.${number}@example.org`, givenName: "Hawa" })
    must(await mergePeople(officer, { keptId: kept, awayId: away }))
    const mail = await ctx.db.mail.findFirstOrThrow({ where: { personId: away } })
    const pages = await mailPreferences(ctx, [{ id: mail.id, personId: away, to: mail.to, sender: "JOINT", language: "fr" }])
    expect(pages.get(mail.id)).toBe(
      unsubscribeLinks(ctx, { personId: kept, owner: "JOINT", language: "fr", address: `w2.${number}@example.org` }).page,
    )
  })

  it("is taken back last first: an inner merge says that a later one comes before it", async () => {
    const people: string[] = []
    for (const name of ["a", "b", "c"]) people.push(await asks({ email: `${name}.chain.${number}@example.org` }))
    const [a = "", b = "", c = ""] = people
    const before = await wholeDatabase(ctx)
    const inner = must(await mergePeople(officer, { keptId: b, awayId: a }))
    const outer = must(await mergePeople(officer, { keptId: c, awayId: b }))
    expect(await ctx.db.person.count({ where: { mergedIntoId: c } })).toBe(2)
    expect(await ctx.db.enquiry.count({ where: { personId: c } })).toBe(3)
    expect((await mergePeople(officer, { keptId: c, awayId: a })).refused?.code).toBe("identity.merged-already")
    expect((await unmergePeople(officer, { mergeId: inner.mergeId })).refused?.code).toBe("identity.later-merge")
    must(await unmergePeople(officer, { mergeId: outer.mergeId }))
    must(await unmergePeople(officer, { mergeId: inner.mergeId }))
    expect(await wholeDatabase(ctx)).toEqual(before)
  })
})

describe("for any history", () => {
  it("two different people with one phone are never joined, whatever is asked, in whatever order", async () => {
    const sharing: readonly (readonly (readonly [string, string])[])[] = [
      [
        ["Awa", "Ndiaye"],
        ["Ousmane", "Ndiaye"],
        ["Moussa", "Ndiaye"],
        ["Fatou", "Sarr"],
        ["محمد", "العلمي"],
        ["Ahmed", "Alami"],
      ],
      // Brothers and sisters whose names have their consonants in common, each in another script.
      [
        ["حسن", "العلمي"],
        ["Hussein", "Alami"],
        ["محمد", "العلمي"],
        ["Mahmoud", "Alami"],
        ["سلمى", "العلمي"],
        ["Salim", "Alami"],
      ],
      [
        ["حسين", "العلمي"],
        ["Hassan", "Alami"],
        ["أحمد", "العلمي"],
        ["Hamid", "Alami"],
        ["كريم", "العلمي"],
        ["Ikram", "Alami"],
      ],
      [
        ["أمين", "العلمي"],
        ["Amina", "Alami"],
        ["خالد", "العلمي"],
        ["Khalida", "Alami"],
        ["سعيد", "العلمي"],
        ["Souad", "Alami"],
      ],
    ]
    const order = fc.tuple(fc.constantFrom(...sharing), fc.array(fc.tuple(fc.nat(5), fc.boolean()), { minLength: 2, maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(order, async ([people, asked]) => {
        const phone = `+22178${1_000_000 + (Number.parseInt(ctx.id().slice(-5), 16) % 899_999)}`
        const known = new Map<number, string>()
        for (const [who, isTurned] of asked) {
          const [first, last] = people[who] ?? ["", ""]
          const personId = await asks({ givenName: isTurned ? last : first, familyName: isTurned ? first : last, phone, birthYear: null })
          if (known.has(who)) expect(personId).toBe(known.get(who))
          else expect([...known.values()]).not.toContain(personId)
          known.set(who, personId)
        }
        expect(await ctx.db.merge.count({ where: { keptId: { in: [...known.values()] } } })).toBe(0)
      }),
      {
        numRuns: 12,
        // Each of them after the other of the same consonants, both ways.
        examples: sharing.slice(1).map((people) => [[people, [0, 1, 0, 3, 2, 3, 4, 5, 4].map((who) => [who, false])]]),
      },
    )
  }, 60_000)
})

it("every table that points at a person or a lead is named among those that follow or stay", async () => {
  const rows = await ctx.db.$queryRaw<{ table: string; column: string; target: string }[]>`
    select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as target
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid in ('person'::regclass, 'lead'::regclass)`
  const named = new Set<string>([
    ...followsPerson.map((table) => `${table}.person_id`),
    ...staysWithPerson,
    ...Object.entries(followsLead).map(([table, column]) => `${table}.${String(column)}`),
  ])
  const found = rows.map(({ table, column }) => `${table.replaceAll('"', "")}.${column}`)
  expect(found.filter((one) => !named.has(one))).toEqual([])
  expect(staysWithPerson.filter((one) => !found.includes(one))).toEqual([])
})

describe.runIf(isConcurrent())("at the same moment", () => {
  it("of two officers who merge the same two one wins, and the other is told", async () => {
    for (let round = 0; round < 4; round++) {
      const one = await asks({ email: `c1.${number}.${round}@example.org` })
      const other = await asks({ email: `c2.${number}.${round}@example.org` })
      const outcomes = await Promise.all([
        mergePeople(officer, { keptId: one, awayId: other }),
        mergePeople(theirs, { keptId: other, awayId: one }),
        mergePeople(theirs, { keptId: one, awayId: other }),
      ])
      expect(outcomes.filter(({ refused }) => refused === undefined)).toHaveLength(1)
      for (const { refused } of outcomes) if (refused) expect(refused.code).toBe("identity.merged-already")
      expect(await ctx.db.person.count({ where: { id: { in: [one, other] }, mergedIntoId: null } })).toBe(1)
    }
  })

  it("who asks while two are merged is found with the one that is kept, and nothing is left behind", async () => {
    for (let round = 0; round < 4; round++) {
      const [email, second] = [`d1.${number}.${round}@example.org`, `d2.${number}.${round}@example.org`]
      const kept = await asks({ email })
      const away = await asks({ email: second })
      const ask = (message: string) =>
        makeEnquiry(ctx, {
          givenName: "Awa",
          familyName: "Diop",
          email: second,
          phone: "",
          country: "SN",
          birthYear: 2002,
          level: null,
          fields: [],
          message,
          consents: [],
        })
      const [merge] = await Promise.all([mergePeople(officer, { keptId: kept, awayId: away }), ask("x"), ask("y"), ask("z")])
      expect(merge.refused === undefined || merge.refused.code === "changed-meanwhile").toBe(true)
      if (merge.refused === undefined) expect(await ctx.db.enquiry.count({ where: { personId: away } })).toBe(0)
    }
  })

  /** Begins `meanwhile` when a merge has read the two and goes on no further, and lets the merge end when that one waits too. */
  async function duringMerge<Value>(merge: () => Promise<unknown>, meanwhile: () => Promise<Value>): Promise<Value> {
    const waiting = async (count: number) => {
      for (let tries = 0; tries < 60; tries++) {
        const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
          select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        if ((row?.count ?? 0) >= count) return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    let letGo: () => void = () => {}
    const released = new Promise<void>((resolve) => (letGo = resolve))
    let isHeld: () => void = () => {}
    const held = new Promise<void>((resolve) => (isHeld = resolve))
    const holding = ctx.transaction(async (tx) => {
      await tx.db.$executeRaw`lock table merge_step in access exclusive mode`
      isHeld()
      await released
    })
    await held
    const merging = merge()
    await waiting(1)
    const other = meanwhile()
    await waiting(2)
    letGo()
    await holding
    await merging
    return other
  }

  it.each(["one click", "the page"])("who says no by %s while two are merged is written to no more", async (by) => {
    const [email, other] = [`f1.${number}@example.org`, `f2.${number}@example.org`]
    const kept = await asks({ email })
    const away = await asks({ email: other, givenName: "Hawa", consents: ["email"] })
    const token = linkOf(away, other)
    const saysNo = async () => {
      if (by === "one click") must(await unsubscribe(ctx, { token }))
      else must(await savePreferences(ctx, { token, shown: ["AUI-email-news"], wanted: [] }))
    }
    await duringMerge(async () => must(await mergePeople(officer, { keptId: kept, awayId: away })), saysNo)
    expect([await yeses(kept), await yeses(away)]).toEqual([
      { living: 0, awake: 0 },
      { living: 0, awake: 0 },
    ])
  })

  it("who says no by a link without an address while two are merged is written to no more", async () => {
    const kept = await asks({ email: `g1.${number}@example.org` })
    const away = await asks({ email: `g2.${number}@example.org`, givenName: "Hawa", consents: ["email"] })
    const { page } = unsubscribeLinks(ctx, { personId: away, owner: "AUI", language: "en" })
    must(
      await duringMerge(
        async () => must(await mergePeople(officer, { keptId: kept, awayId: away })),
        () => unsubscribe(ctx, { token: page.split("/").at(-1) ?? "" }),
      ),
    )
    expect(await yeses(kept)).toEqual({ living: 0, awake: 0 })
  })

  it("what is given on the page while two are merged is given by the one they are", async () => {
    const [email, other] = [`k1.${number}@example.org`, `k2.${number}@example.org`]
    const kept = await asks({ email, phone: `+22177350${1000 + number}` })
    const away = await asks({ email: other, givenName: "Hawa" })
    const wanted = ["AUI-email-news", "AUI-call-news"] as const
    must(
      await duringMerge(
        async () => must(await mergePeople(officer, { keptId: kept, awayId: away })),
        () => savePreferences(ctx, { token: linkOf(away, other), shown: [], wanted: [...wanted], phone: `+22177360${1000 + number}` }),
      ),
    )
    const given = await ctx.db.consent.findMany({ where: { personId: { in: [kept, away] } }, orderBy: { address: "asc" } })
    expect(given.map(({ personId, address }) => [personId, address])).toEqual([
      [kept, `+22177350${1000 + number}`],
      [kept, other],
    ])
  })

  it("who presses the button of a mail while two are merged has proved the address", async () => {
    const [email, other] = [`h1.${number}@example.org`, `h2.${number}@example.org`]
    const kept = await asks({ email })
    const away = await asks({ email: other, givenName: "Hawa", consents: ["email"] })
    const token = confirmLink(ctx, { personId: away, address: other }).split("/").at(-1) ?? ""
    must(
      await duringMerge(
        async () => must(await mergePeople(officer, { keptId: kept, awayId: away })),
        () => proveAddress(ctx, { token }),
      ),
    )
    expect(await yeses(kept)).toEqual({ living: 1, awake: 1 })
    expect(await ctx.events(kept)).toContain("contact.proved")
  })

  it("a number that is confirmed by call while two are merged holds for the one they are", async () => {
    const phone = `+22177370${1000 + number}`
    const kept = await asks({ email: `l1.${number}@example.org` })
    const away = await asks({ phone, givenName: "Hawa", consents: ["call"] })
    const lead = await leadOf(away, "AUI")
    const contact = await ctx.db.contact.findFirstOrThrow({ where: { personId: away, kind: "phone" } })
    must(
      await duringMerge(
        async () => must(await mergePeople(officer, { keptId: kept, awayId: away })),
        () => confirmNumber(officer, { leadId: lead?.id ?? "", contactId: contact.id }),
      ),
    )
    expect(await ctx.db.contact.findFirst({ where: { personId: kept, value: phone } })).toMatchObject({ provedAt: expect.any(Date) })
    expect(await ctx.db.consent.count({ where: { personId: kept, channel: "call", awakeAt: null } })).toBe(0)
    expect(await ctx.events(kept)).toContain("contact.called")
  })

  it("a merge that is taken back twice is taken back once", async () => {
    const one = await asks({ email: `e1.${number}@example.org` })
    const other = await asks({ email: `e2.${number}@example.org` })
    const { mergeId } = must(await mergePeople(officer, { keptId: one, awayId: other }))
    const outcomes = await Promise.all([unmergePeople(officer, { mergeId }), unmergePeople(theirs, { mergeId })])
    expect(outcomes.filter(({ refused }) => refused === undefined)).toHaveLength(1)
  })
})
