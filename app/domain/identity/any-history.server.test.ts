import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { acceptOffer } from "#app/domain/admissions/accept-offer.server.ts"
import { askForMore } from "#app/domain/admissions/ask-for-more.server.ts"
import { confirmPlace } from "#app/domain/admissions/confirm-place.server.ts"
import { declineOffer } from "#app/domain/admissions/decline-offer.server.ts"
import { makeOffer } from "#app/domain/admissions/make-offer.server.ts"
import { noteChoice } from "#app/domain/admissions/note-choice.server.ts"
import { refuseChoice } from "#app/domain/admissions/refuse-choice.server.ts"
import { shortlistChoice } from "#app/domain/admissions/shortlist-choice.server.ts"
import { startReview } from "#app/domain/admissions/start-review.server.ts"
import { waitlistChoice } from "#app/domain/admissions/waitlist-choice.server.ts"
import { startApplication } from "#app/domain/applications/start-application.server.ts"
import { submitApplication } from "#app/domain/applications/submit-application.server.ts"
import { withdrawChoice } from "#app/domain/applications/withdraw-choice.server.ts"
import { makeRsvp } from "#app/domain/events/make-rsvp.server.ts"
import { addTask } from "#app/domain/leads/add-task.server.ts"
import { assignLead } from "#app/domain/leads/assign-lead.server.ts"
import { closeLead } from "#app/domain/leads/close-lead.server.ts"
import { finishTask } from "#app/domain/leads/finish-task.server.ts"
import { type EnquiryInput, makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { moveLead } from "#app/domain/leads/move-lead.server.ts"
import { noteLead } from "#app/domain/leads/note-lead.server.ts"
import { recordContact } from "#app/domain/leads/record-contact.server.ts"
import { askWaiver } from "#app/domain/payments/ask-waiver.server.ts"
import { isPastPaying } from "#app/domain/payments/asked-fee.ts"
import { decideWaiver } from "#app/domain/payments/decide-waiver.server.ts"
import { askGuardian } from "#app/domain/people/ask-guardian.server.ts"
import { unsubscribeLinks } from "#app/domain/people/preferences-link.server.ts"
import { confirmLink, proveAddress } from "#app/domain/people/prove-address.server.ts"
import { unsubscribe } from "#app/domain/people/unsubscribe.server.ts"
import { withdrawConsents } from "#app/domain/people/withdraw-consents.server.ts"
import type { CandidateActor, Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { aCandidate, aDraft, anIntake, aStaff, must } from "#app/testing/builders.ts"
import { anEvent } from "#app/testing/events.ts"
import { testCtx, type TestCtx } from "#app/testing/test-ctx.ts"
import { type Dump, type Row, wholeDatabase } from "#app/testing/whole-database.ts"
import { mergePeople } from "./merge-people.server.ts"
import { isMergeThing, mergeColumns } from "./merge-tables.ts"
import { unmergePeople } from "./unmerge-people.server.ts"

/* Two people to whom anything may have happened before they are merged, and while they are one. */

let ctx: TestCtx
let staff: Record<University, { officer: Ctx & { actor: StaffActor }; head: Ctx }>
let intakes: Record<University, string>
let event: { slug: string }
let run = 0

beforeAll(async () => {
  ctx = await testCtx()
  staff = {
    AUI: { officer: await aStaff(ctx, "officer", "AUI"), head: await aStaff(ctx, "head", "AUI") },
    UM6P: { officer: await aStaff(ctx, "officer", "UM6P"), head: await aStaff(ctx, "head", "UM6P") },
  }
  intakes = {
    AUI: (await anIntake(ctx, { owner: "AUI", feeMinor: 25_000 })).id,
    UM6P: (await anIntake(ctx, { owner: "UM6P", seats: 10_000 })).id,
  }
  event = await anEvent(ctx, { owner: "AUI", inHours: 2000 })
})

const deeds = [
  "asks",
  "asks-with-consent",
  "asks-by-phone",
  "registers",
  "proves",
  "signs-in",
  "starts",
  "submits",
  "is-decided",
  "answers",
  "asks-a-waiver",
  "names-guardian",
  "unsubscribes",
  "says-no-by-one-click",
  "noted",
  "called",
  "has-task",
  "task-done",
  "moved",
  "assigned",
  "closed",
] as const
type Deed = { who: 0 | 1; deed: (typeof deeds)[number]; at: University; turn: number }
const aDeed = (names: readonly Deed["deed"][]) =>
  fc.record<Deed>({ who: fc.constantFrom(0, 1), deed: fc.constantFrom(...names), at: fc.constantFrom("AUI", "UM6P"), turn: fc.nat(5) })
/** Who has applied has more that a merge could lose: what admissions do with it comes as often as all the rest. */
const admissions = ["submits", "is-decided", "is-decided", "answers", "asks-a-waiver"] as const
const anyDeeds = fc.array(fc.oneof(aDeed(deeds), aDeed(admissions)), { minLength: 2, maxLength: 9 })
/** What is said of mails, again and again: a yes ticked anew after a merge, a no after it. */
const mails = ["asks-with-consent", "asks-with-consent", "proves", "unsubscribes", "says-no-by-one-click"] as const
const anyMails = fc.array(fc.oneof(aDeed(mails), aDeed(deeds)), { minLength: 2, maxLength: 6 })
const shapes = fc.constantFrom("two", "one-mailbox", "same-phone")

/** Two people by their addresses, and what may be done by and with each. */
async function twoPeople(shape: "two" | "one-mailbox" | "same-phone") {
  const mark = `${++run}.${ctx.id().slice(-6)}`
  const emails =
    shape === "one-mailbox" ? [`h${mark}@gmail.com`, `h${mark}+x@gmail.com`] : [`h0.${mark}@example.org`, `h1.${mark}@example.org`]
  const digits = String(100_000 + (Number.parseInt(ctx.id().slice(-5), 16) % 899_999))
  const phones = [`+221774${digits}`, shape === "same-phone" ? `+221774${digits}` : `+221775${digits}`]
  const names = [
    { givenName: "Awa", familyName: "Diop" },
    { givenName: "Hawa", familyName: "Fall" },
  ]
  const of = <Value>(values: readonly Value[], who: 0 | 1): Value => {
    const value = values[who]
    if (value === undefined) throw new Error("There are two")
    return value
  }
  const enquiryOf = (who: 0 | 1, said: Partial<EnquiryInput>) => ({
    ...of(names, who),
    email: "",
    phone: "",
    country: "SN",
    birthYear: 2002,
    level: null,
    fields: [],
    message: "",
    consents: [],
    ...said,
  })
  const asks = async (who: 0 | 1, said: Partial<EnquiryInput>): Promise<string> => {
    const { reference } = must(await makeEnquiry(ctx, enquiryOf(who, said)))
    await ctx.runJobs()
    return (await ctx.db.enquiry.findUniqueOrThrow({ where: { reference }, select: { personId: true } })).personId
  }
  const ids = [
    await asks(0, { email: of(emails, 0), phone: of(phones, 0), message: mark }),
    await asks(1, { email: of(emails, 1), phone: of(phones, 1), message: mark }),
  ] as const
  const cards = new Map<string, Ctx & { actor: CandidateActor; email: string }>()

  /** Whoever signs in by an address at this moment; a session that they have goes on. */
  const signedIn = async (email: string) => {
    const signer = await ctx.db.contact.findFirst({ where: { kind: "email", value: email, signsIn: true }, select: { personId: true } })
    const card = cards.get(email)
    if (card !== undefined && signer !== null) {
      const actor = { ...card.actor, personId: signer.personId }
      return { ...card.as(actor), actor, email }
    }
    const fresh = await aCandidate(ctx, { email })
    cards.set(email, fresh)
    return fresh
  }
  const living = async (who: 0 | 1) => {
    const person = await ctx.db.person.findUniqueOrThrow({ where: { id: ids[who] }, select: { mergedIntoId: true } })
    return person.mergedIntoId ?? ids[who]
  }

  async function does({ who, deed, at, turn }: Deed, place: number): Promise<void> {
    ctx.advance({ minutes: 11 })
    const personId = await living(who)
    const [email, phone] = [of(emails, who), of(phones, who)]
    const { officer, head } = staff[at]
    const message = `${mark} ${place} ${turn}`
    if (deed === "asks") await asks(who, { email, university: at, message })
    if (deed === "asks-with-consent") await asks(who, { email, consents: ["email"], message })
    if (deed === "asks-by-phone") await asks(who, { phone, university: at, message })
    if (deed === "registers") must(await makeRsvp(ctx, { slug: event.slug, enquiry: enquiryOf(who, { email }) }))
    if (deed === "proves") must(await proveAddress(ctx, { token: confirmLink(ctx, { personId, address: email }).split("/").at(-1) ?? "" }))
    if (deed === "signs-in") await signedIn(email)
    if (deed === "starts") must(await startApplication(await signedIn(email)))
    if (deed === "submits") await submits(who, at, turn)
    if (deed === "names-guardian") {
      const card = await signedIn(email)
      must(await askGuardian(card, { personId: card.actor.personId, name: "Fatou Diop", relation: "mother", phone: "+221776000000" }))
    }
    if (deed === "says-no-by-one-click") {
      const { page } = unsubscribeLinks(ctx, { personId: of(ids, who), owner: at, language: "fr", address: email })
      must(await unsubscribe(ctx, { token: page.split("/").at(-1) ?? "" }))
    }
    if (deed === "unsubscribes") must(await withdrawConsents(ctx, { personId, owner: at, how: "page" }))
    const choice = await ctx.db.choice.findFirst({
      where: { university: at, application: { personId } },
      select: { id: true, state: true, application: { select: { personId: true } }, payments: true, decisions: true },
    })
    if (choice !== null) {
      const reader = await ctx.db.contact.findFirst({ where: { personId, kind: "email", signsIn: true }, select: { value: true } })
      if (deed === "is-decided") await isDecided(choice, at, turn)
      if (deed === "answers" && reader !== null) await answers(choice, await signedIn(reader.value), turn)
      const payment = choice.payments.find(({ state }) => state === "due" || state === "waiver_asked")
      if (
        deed === "asks-a-waiver" &&
        payment?.state === "due" &&
        !isPastPaying(choice.state) &&
        payment.waiverDecidedAt === null &&
        reader !== null
      )
        must(await askWaiver(await signedIn(reader.value), { choiceId: choice.id, reason: "My school has closed." }))
      if (deed === "asks-a-waiver" && payment?.state === "waiver_asked")
        must(await decideWaiver(head, { paymentId: payment.id, grants: turn % 2 === 0, answer: "We have looked." }))
    }
    const lead = await ctx.db.lead.findFirst({ where: { personId, university: at, setAsideBy: null } })
    if (lead === null) return
    const leadId = lead.id
    if (deed === "noted") must(await noteLead(officer, { leadId, text: message }))
    if (deed === "called") must(await recordContact(officer, { leadId, channel: "call", result: "reached", words: message }))
    if (deed === "has-task") must(await addTask(officer, { leadId, text: message, dueAt: turn === 0 ? null : soon(turn), ownerId: null }))
    if (deed === "task-done") {
      const task = await ctx.db.leadTask.findFirst({ where: { leadId, doneAt: null }, select: { id: true } })
      if (task !== null) must(await finishTask(officer, { leadId, taskId: task.id, isDone: true }))
    }
    if (deed === "moved" && lead.stage === "new") must(await moveLead(officer, { leadId, from: "new", to: "qualified" }))
    if (deed === "assigned") must(await assignLead(officer, { leadId, ownerId: officer.actor.personId }))
    if (deed === "closed" && lead.stage !== "closed") must(await closeLead(officer, { leadId, from: lead.stage, reason: "no-answer" }))
  }

  async function submits(who: 0 | 1, at: University, turn: number): Promise<void> {
    const candidate = await signedIn(of(emails, who))
    const { id } = must(await startApplication(candidate))
    const { state } = await ctx.db.application.findUniqueOrThrow({ where: { id }, select: { state: true } })
    if (state !== "draft") return
    const { givenName: givenNames, familyName } = of(names, who)
    await aDraft(ctx, {
      candidate,
      intakeIds: turn % 2 === 0 ? [intakes[at]] : [intakes.AUI, intakes.UM6P],
      about: { givenNames, familyName },
    })
    must(await submitApplication(candidate, { declares: true }))
    await ctx.runJobs()
  }

  return { ids, emails, mark, does, signedIn }
}

const soon = (days: number) => new Date(ctx.now().getTime() + days * 86_400_000)

type Chosen = { id: string; state: string; decisions: { releasedAt: Date | null }[] }

/** One step of the university's with a choice. */
async function isDecided({ id: choiceId, state, decisions }: Chosen, at: University, turn: number): Promise<void> {
  const { officer } = staff[at]
  // What was decided eleven minutes ago is sent before anything else is decided.
  if (decisions.some(({ releasedAt }) => releasedAt === null)) await ctx.runJobs()
  if (state === "placed") {
    must(await noteChoice(officer, { choiceId, text: "Read at the fair." }))
    must(await startReview(officer, { choiceId }))
  }
  if (state === "placed" || state === "in_review" || state === "waitlisted") {
    const answerBy = new Date(ctx.now().getTime() + 20 * 86_400_000)
    if (turn === 0 && state !== "waitlisted") must(await shortlistChoice(officer, { choiceId }))
    if (turn === 1 && state !== "waitlisted") must(await askForMore(officer, { choiceId, words: "Your transcript.", until: answerBy }))
    if (turn === 2 && state !== "waitlisted") must(await waitlistChoice(officer, { choiceId, sentence: "" }))
    if (turn === 3) must(await refuseChoice(officer, { choiceId, reasonCode: "places.full", sentence: "", nextStep: "nextYear" }))
    if (turn > 3) must(await makeOffer(officer, { choiceId, conditions: "", answerBy }))
  }
  if (state === "conditions_pending") must(await confirmPlace(officer, { choiceId, words: "" }))
}

/** One step of the candidate's. */
async function answers({ id: choiceId, state, decisions }: Chosen, candidate: Ctx, turn: number): Promise<void> {
  if (state === "offered" && decisions.some(({ releasedAt }) => releasedAt !== null)) {
    if (turn < 4) must(await acceptOffer(candidate, { choiceId }))
    else must(await declineOffer(candidate, { choiceId }))
  }
  if (state === "placed" && turn > 3) must(await withdrawChoice(candidate, { choiceId }))
}

type Two = Awaited<ReturnType<typeof twoPeople>>

/** Merges them, in the other order where only that one is allowed; null when they stay two. */
async function mergeThem({ ids }: Two, isTurned: boolean, choice: "kept" | "away") {
  const choices = { name: choice, birth: choice, country: choice }
  const [one, other] = isTurned ? [ids[1], ids[0]] : ids
  const first = await mergePeople(staff.AUI.officer, { keptId: one, awayId: other, choices })
  if (first.refused === undefined) return { mergeId: first.done.mergeId, keptId: one, awayId: other }
  expect(first.refused.code).toMatch(/^identity\.(two-readers|keep-applicant|applications-clash)$/)
  const second = await mergePeople(staff.AUI.officer, { keptId: other, awayId: one, choices })
  if (second.refused === undefined) return { mergeId: second.done.mergeId, keptId: other, awayId: one }
  expect(second.refused.code).toMatch(/^identity\.(two-readers|keep-applicant|applications-clash)$/)
  return null
}

/** One who has applied and been offered a place, and one who has only asked: whatever chance brings, these are merged. */
const applied: Deed[] = [
  { who: 0, deed: "submits", at: "AUI", turn: 0 },
  { who: 0, deed: "is-decided", at: "AUI", turn: 4 },
]
const says = (who: 0 | 1, deed: Deed["deed"]): Deed => ({ who, deed, at: "AUI", turn: 0 })
/** Both have said yes, and one of them has said no since: a merge closes the other's yes. */
const yesAndNo = [says(0, "asks-with-consent"), says(1, "asks-with-consent"), says(1, "unsubscribes")]
/** The same histories each time, so that a change is judged by itself: another seed draws others. */
const drawn = { seed: 1 }
const merging = [shapes, fc.boolean(), fc.constantFrom("kept", "away")] as const

describe("for any history", () => {
  it("merging and separating again is as if nothing had been done, and a refused merge does nothing", async () => {
    const seen = { merged: 0, submitted: 0, decided: 0 }
    await fc.assert(
      fc.asyncProperty(anyDeeds, ...merging, async (happened, shape, isTurned, choice) => {
        const two = await twoPeople(shape)
        for (const [place, deed] of happened.entries()) await two.does(deed, place)
        await ctx.runJobs()
        const before = await wholeDatabase(ctx)
        const merge = await mergeThem(two, isTurned, choice)
        await ctx.runJobs()
        if (merge !== null) {
          const { mergeId, keptId, awayId } = merge
          seen.merged++
          seen.submitted += await ctx.db.application.count({ where: { personId: keptId, submittedAt: { not: null } } })
          seen.decided += await ctx.db.decision.count({ where: { choice: { application: { personId: keptId } } } })
          const leads = await ctx.db.lead.findMany({ where: { personId: { in: [...two.ids] }, setAsideBy: null } })
          expect(leads.map(({ personId }) => personId)).not.toContain(awayId)
          expect(new Set(leads.map(({ university }) => university)).size).toBe(leads.length)
          expect(await ctx.db.enquiry.count({ where: { personId: awayId } })).toBe(0)
          expect(await ctx.db.consent.count({ where: { personId: awayId } })).toBe(0)
          // A choice, a decision, a fee and all else of an application stand as they stood: only whose they are has changed.
          expect(lasting(await wholeDatabase(ctx))).toEqual(lasting(before))
          must(await unmergePeople(staff.UM6P.officer, { mergeId }))
          await ctx.runJobs()
        }
        expect(await wholeDatabase(ctx)).toEqual(before)
      }),
      { ...drawn, numRuns: 8, endOnFailure: true, examples: [[applied, "two", false, "kept"]] },
    )
    expect(seen.merged).toBeGreaterThan(0)
    expect(seen.submitted).toBeGreaterThan(0)
    expect(seen.decided).toBeGreaterThan(0)
  }, 60_000)

  it("what nobody has touched between a merge and its undoing is as before, and what came between is with whom it came from", async () => {
    const seen = { merged: 0, submittedBetween: 0 }
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyDeeds, anyMails),
        fc.oneof(anyDeeds, anyMails),
        ...merging,
        async (happened, since, shape, isTurned, choice) => {
          const two = await twoPeople(shape)
          for (const [place, deed] of happened.entries()) await two.does(deed, place)
          await ctx.runJobs()
          const before = await wholeDatabase(ctx)
          const readersBefore = await readers()
          const merge = await mergeThem(two, isTurned, choice)
          if (merge === null) return
          seen.merged++
          await ctx.runJobs()
          const merged = await wholeDatabase(ctx)
          const noes: { at: University; time: Date }[] = []
          for (const [place, deed] of since.entries()) {
            await two.does(deed, 100 + place)
            if (deed.deed === "unsubscribes" || deed.deed === "says-no-by-one-click") noes.push({ at: deed.at, time: ctx.now() })
          }
          await ctx.runJobs()
          const between = await wholeDatabase(ctx)
          const readersBetween = await readers()
          must(await unmergePeople(staff.UM6P.officer, { mergeId: merge.mergeId }))
          await ctx.runJobs()
          const after = await wholeDatabase(ctx)

          // Row by row and field by field: where nothing has come between, what was before.
          for (const [table, rows] of before) {
            const [joined, last, now] = [merged, between, after].map((dump) => byId(dump.get(table) ?? []))
            for (const row of rows) {
              const id = String(row["id"])
              for (const [column, value] of Object.entries(row)) {
                const [a, b] = [joined?.get(id)?.[column], last?.get(id)?.[column]]
                if (row["id"] === undefined || JSON.stringify(a) !== JSON.stringify(b)) continue
                // The stage of a lead follows applications, and its next action its tasks: they are looked at below.
                if (table === "lead" && ["stage", "stage_before", "closed_reason", "next_action", "due_at"].includes(column)) continue
                // The lead that was set aside hears of what its candidate has done meanwhile.
                const isBack = table === "lead" && joined?.get(id)?.["set_aside_by"] === merge.mergeId
                if (isBack && toldOfThem.includes(column) && since.some(({ who }) => two.ids[who] === merge.awayId)) continue
                // Who has said yes again meanwhile has said it once.
                if (table === "consent" && ["withdrawn_at", "withdrawn_how"].includes(column) && isGivenAgain(after, now?.get(id))) continue
                // Who has signed in meanwhile by an address that no longer did, as somebody new, goes on signing in as they.
                if (column === "signs_in" && signsInElsewhere(after, row)) continue
                // What somebody has said of themselves meanwhile, signed in, goes with who signs in.
                const said = last?.get(merge.keptId)?.[column]
                if (id === merge.awayId && saidBySelf.includes(column) && now?.get(id)?.[column] === said) continue
                expect({ table, id, column, value: now?.get(id)?.[column] }).toEqual({ table, id, column, value })
              }
            }
          }
          // Who has said no since the merge is written to under neither name, but for what they have said yes to after it.
          for (const { at, time } of noes) {
            const living = await ctx.db.consent.count({
              where: {
                personId: { in: [...two.ids] },
                university: at,
                channel: "email",
                purpose: { not: "share" },
                withdrawnAt: null,
                expiredAt: null,
                givenAt: { lte: time },
              },
            })
            expect([at, time, living]).toEqual([at, time, 0])
          }

          // Nothing is lost, and nothing but leads is made.
          const [lost, kept] = [lasting(between), lasting(after)]
          for (const [table, rows] of lost) if (table !== "lead") expect([table, kept.get(table)]).toEqual([table, rows])

          // Who could read an application goes on reading it, and nobody reads one that they could not read before.
          const readersAfter = await readers()
          for (const [applicationId, mailboxes] of readersAfter) {
            const known = readersBefore.get(applicationId)
            expect([applicationId, mailboxes]).toEqual([applicationId, known ?? expect.anything()])
            for (const mailbox of mailboxes) expect([...(readersBetween.get(applicationId) ?? []), ...(known ?? [])]).toContain(mailbox)
            if (known === undefined) {
              seen.submittedBetween++
              expect(mailboxes.length).toBeGreaterThan(0)
            }
          }

          // What they asked by an address of one of them is theirs.
          for (const who of [0, 1] as const) {
            const email = two.emails[who] ?? ""
            const asked = await ctx.db.enquiry.findMany({ where: { email, message: { startsWith: two.mark } }, select: { personId: true } })
            const owner = await ctx.db.contact.findMany({ where: { kind: "email", value: email, personId: { in: [...two.ids] } } })
            expect(owner).toHaveLength(1)
            expect(new Set(asked.map(({ personId }) => personId))).toEqual(new Set(owner.map(({ personId }) => personId)))
          }

          // A lead stands where the application of its candidate has brought it, and never where that of the other has.
          for (const personId of two.ids) {
            const leads = await ctx.db.lead.findMany({ where: { personId } })
            const applications = await ctx.db.application.findMany({
              where: { personId },
              select: { choices: { select: { university: true } } },
            })
            for (const university of ["AUI", "UM6P"] as const) {
              const stage = leads.find((lead) => lead.university === university)?.stage
              const hasChosen = applications.some(({ choices }) => choices.some((chosen) => chosen.university === university))
              if (hasChosen) expect(["applied", "closed"]).toContain(stage)
              else expect(stage).not.toBe("applied")
              if (applications.length === 0) expect(stage).not.toBe("applying")
            }
            for (const { id, setAsideBy, nextAction, dueAt } of leads) {
              const next = await ctx.db.leadTask.findFirst({
                where: { leadId: id, doneAt: null },
                orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
              })
              expect([setAsideBy, nextAction, dueAt]).toEqual([null, next?.text ?? "", next?.dueAt ?? null])
            }
          }

          // And as if nothing had come between, they are merged and separated again.
          const again = await mergeThem(two, isTurned, choice)
          if (again === null) return
          must(await unmergePeople(staff.AUI.officer, { mergeId: again.mergeId }))
          await ctx.runJobs()
          expect(await wholeDatabase(ctx)).toEqual(after)
        },
      ),
      {
        ...drawn,
        // The examples are among the runs.
        numRuns: 6 + 5,
        endOnFailure: true,
        examples: [
          [[{ who: 1, deed: "asks", at: "AUI", turn: 0 }], applied, "two", true, "kept"],
          [yesAndNo, [says(0, "asks-with-consent")], "two", false, "kept"],
          [yesAndNo, [says(0, "asks-with-consent")], "two", true, "kept"],
          [[...yesAndNo, says(0, "proves")], [says(0, "asks-with-consent"), says(0, "asks")], "two", true, "kept"],
          [[...yesAndNo, says(0, "proves")], [says(0, "says-no-by-one-click")], "two", false, "kept"],
          [yesAndNo, [says(1, "unsubscribes"), says(0, "asks-with-consent")], "two", true, "kept"],
        ],
      },
    )
    expect(seen.merged).toBeGreaterThan(0)
    expect(seen.submittedBetween).toBeGreaterThan(0)
  }, 60_000)
})

const toldOfThem = ["active_at", "seen_at", "snoozed_until", "snoozed_for", "answer_due_at"]
const saidBySelf = ["given_name", "family_name", "name_folded", "name_sounds", "birth_date", "birth_year", "country"]

/** Whether another yes lives that its person has said to the same, for the same address. */
function isGivenAgain(dump: Dump, row: Row | undefined): boolean {
  const columns = ["person_id", "university", "channel", "purpose", "address"]
  return (dump.get("consent") ?? []).some(
    (other) =>
      other["id"] !== row?.["id"] &&
      other["withdrawn_at"] === null &&
      other["expired_at"] === null &&
      columns.every((column) => other[column] === row?.[column]),
  )
}

function signsInElsewhere(dump: Dump, contact: Row): boolean {
  return (dump.get("contact") ?? []).some(
    (other) => other["value"] === contact["value"] && other["signs_in"] === true && other["id"] !== contact["id"],
  )
}

/** The mailboxes that open each application at this moment. */
async function readers(): Promise<Map<string, string[]>> {
  const rows = await ctx.db.application.findMany({
    select: { id: true, person: { select: { contacts: { where: { signsIn: true }, select: { mailbox: true, value: true } } } } },
  })
  return new Map(rows.map(({ id, person }) => [id, [...new Set(person.contacts.map(({ mailbox, value }) => mailbox ?? value))].sort()]))
}

function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [String(row["id"]), row]))
}

/** What the database makes of what a merge may change. */
const made: Readonly<Record<string, readonly string[]>> = { person: ["name_sounds"], lead: ["tagged"] }

/** All rows without what a merge may change. */
function lasting(dump: Dump): Map<string, Row[]> {
  const kept = new Map<string, Row[]>()
  for (const [table, rows] of dump) {
    const columns = [...(isMergeThing(table) ? Object.keys(mergeColumns[table]) : []), ...(made[table] ?? [])]
    const stripped = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column))))
    kept.set(table, stripped.sort(byText))
  }
  return kept
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1
}
