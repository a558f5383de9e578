import { acceptOffer } from "#app/domain/admissions/accept-offer.server.ts"
import { askForMore } from "#app/domain/admissions/ask-for-more.server.ts"
import { confirmPlace } from "#app/domain/admissions/confirm-place.server.ts"
import { declineOffer } from "#app/domain/admissions/decline-offer.server.ts"
import { inviteToInterview } from "#app/domain/admissions/invite-to-interview.server.ts"
import { makeOffer } from "#app/domain/admissions/make-offer.server.ts"
import { refuseChoice } from "#app/domain/admissions/refuse-choice.server.ts"
import { releaseDecision } from "#app/domain/admissions/release-decision.server.ts"
import { shortlistChoice } from "#app/domain/admissions/shortlist-choice.server.ts"
import { startReview } from "#app/domain/admissions/start-review.server.ts"
import { waitlistChoice } from "#app/domain/admissions/waitlist-choice.server.ts"
import { saveAbout } from "#app/domain/applications/save-about.server.ts"
import { saveChoices } from "#app/domain/applications/save-choices.server.ts"
import { saveEducation } from "#app/domain/applications/save-education.server.ts"
import { saveFunding } from "#app/domain/applications/save-funding.server.ts"
import { saveMotivation } from "#app/domain/applications/save-motivation.server.ts"
import { startApplication } from "#app/domain/applications/start-application.server.ts"
import { submitApplication } from "#app/domain/applications/submit-application.server.ts"
import { withdrawChoice } from "#app/domain/applications/withdraw-choice.server.ts"
import { openFees } from "#app/domain/payments/open-fees.server.ts"
import { addStaff } from "#app/domain/people/add-staff.server.ts"
import { requestSignInCode } from "#app/domain/people/request-sign-in-code.server.ts"
import { signInWithCode } from "#app/domain/people/sign-in-with-code.server.ts"
import { placeApplication } from "#app/domain/placement/place-application.server.ts"
import type { Language } from "#app/locales/languages.ts"
import type { CandidateActor, Ctx, StaffActor } from "#app/platform/ctx.server.ts"
import type { Outcome } from "#app/platform/outcome.ts"
import type { Level, Owner, StaffRole, University } from "#app/platform/prisma-client/enums.ts"

/* Builders reach a state by calling the verbs, as people would. Only an intake is written: a writer and a head for each would cost every test. */

type Staff = Ctx & { actor: StaffActor }
type Candidate = Ctx & { actor: CandidateActor; email: string }

const dayMs = 86_400_000
let counter = 0

/** What a verb did. A refusal here is a mistake of the test. */
export function must<Value>(outcome: Outcome<Value>): Value {
  if (outcome.refused) throw new Error(`Refused: ${outcome.refused.code} ${JSON.stringify(outcome.refused.details ?? {})}`)
  return outcome.done
}

/** The system itself, as its jobs run. */
export function theSystem(ctx: Ctx): Ctx {
  return ctx.as({ kind: "system", job: "test" })
}

/** A staff member of a university; without one, the alliance's admin. Returns the context in which they act. */
export async function aStaff(ctx: Ctx, role: StaffRole, university: University | null = role === "admin" ? null : "AUI"): Promise<Staff> {
  const number = ++counter
  const admin: StaffActor = { kind: "staff", personId: ctx.id(), sessionId: ctx.id(), name: "Admin", role: "admin", university: null }
  const { staffId } = must(
    await addStaff(ctx.as(admin), {
      givenName: "Salma",
      familyName: `Staff ${number}`,
      email: `staff-${number}-${ctx.id().slice(-6)}@${(university ?? "rihla").toLowerCase()}.example`,
      role,
      university,
      language: "en",
    }),
  )
  const { personId } = await ctx.db.staff.findUniqueOrThrow({ where: { id: staffId }, select: { personId: true } })
  const actor: StaffActor = { kind: "staff", personId, sessionId: ctx.id(), name: `Salma Staff ${number}`, role, university }
  return { ...ctx.as(actor), actor }
}

/** Somebody who has signed in by a code. Returns the context in which they act, in their language. */
export async function aCandidate(ctx: Ctx, { language = "en", email }: { language?: Language; email?: string } = {}): Promise<Candidate> {
  const address = email ?? `candidate-${++counter}-${ctx.id().slice(-6)}@example.org`
  const visitor = ctx.as({ kind: "anonymous" }).inLanguage(language)
  const { code } = must(await requestSignInCode(visitor, { email: address, audience: "candidate" }))
  if (code === null) throw new Error("Codes are shown in the demonstration only")
  const { personId } = must(await signInWithCode(visitor, { email: address, code, audience: "candidate" }))
  const session = await ctx.db.session.findFirstOrThrow({ where: { personId }, orderBy: { createdAt: "desc" }, select: { id: true } })
  const actor: CandidateActor = { kind: "candidate", personId, sessionId: session.id }
  return { ...visitor.as(actor), actor, email: address }
}

type IntakeFacts = {
  owner: Owner
  level: Level
  feeMinor: number
  feeCurrency: string
  seats: number
  isSample: boolean
  opensAt: Date
  closesAt: Date
}

/** An open intake of a programme of its own. */
export async function anIntake(
  ctx: Ctx,
  {
    owner = "AUI",
    level = "master",
    feeMinor = 0,
    feeCurrency = "MAD",
    seats = 20,
    isSample = false,
    opensAt = new Date(ctx.now().getTime() - 30 * dayMs),
    closesAt = new Date(ctx.now().getTime() + 60 * dayMs),
  }: Partial<IntakeFacts> = {},
): Promise<{ id: string; owner: Owner; slug: string }> {
  const number = ++counter
  const slug = `programme-${number}-${ctx.id().slice(-6)}`
  const words = (text: string) => ({ en: `${text} ${number}`, fr: `${text} ${number} (fr)`, ar: `برنامج ${number}` })
  const id = ctx.id()
  const now = ctx.now()
  await ctx.db.programme.create({
    data: {
      id: ctx.id(),
      slug,
      owner,
      level,
      field: "computing",
      teachingLanguages: ["en", "fr"],
      city: owner === "UM6P" ? "Benguerir" : "Ifrane",
      standing: "open",
      title: words("Programme"),
      summary: words("Summary"),
      about: words("About"),
      entry: words("Entry"),
      costs: [],
      position: 1000 + number,
      updatedAt: now,
      intakes: {
        create: {
          id,
          owner,
          admissionYear: 2027,
          startsOn: new Date("2027-09-01"),
          opensAt,
          closesAt,
          seats,
          feeMinor,
          feeCurrency,
          isSample,
        },
      },
    },
    select: { id: true },
  })
  return { id, owner, slug }
}

type AboutThem = Parameters<typeof saveAbout>[1]

/** A complete draft with these intakes ranked in this order; one intake of each university when none is named. */
export async function aDraft(
  ctx: Ctx,
  { candidate, intakeIds, about = {} }: { candidate?: Candidate; intakeIds?: readonly string[]; about?: Partial<AboutThem> } = {},
): Promise<{ applicationId: string; candidate: Candidate; intakeIds: readonly string[] }> {
  const intakes = intakeIds ?? [(await anIntake(ctx, { owner: "AUI" })).id, (await anIntake(ctx, { owner: "UM6P" })).id]
  const who = candidate ?? (await aCandidate(ctx))
  const { id: applicationId } = must(await startApplication(who))
  must(
    await saveAbout(who, {
      givenNames: "Awa",
      familyName: "Diop",
      birthDate: new Date("2002-04-12"),
      gender: "woman",
      nationality: ["SN"],
      residence: "SN",
      ...about,
    }),
  )
  must(await saveChoices(who, { intakeIds: intakes }))
  for (const kind of ["secondary", "degree"] as const) {
    must(
      await saveEducation(who, {
        kind,
        country: "SN",
        code: "another",
        words: kind === "degree" ? "Licence en informatique" : "Baccalauréat S2",
        institution: "Thiès",
        year: 2024,
        scale: "bac20",
        result: "14.5",
        isPending: false,
      }),
    )
  }
  must(await saveMotivation(who, { motivation: "I want to build water pumps that run on the sun." }))
  must(await saveFunding(who, { plan: "scholarship", schemes: [], note: "" }))
  return { applicationId, candidate: who, intakeIds: intakes }
}

export type BuiltChoice = { id: string; intakeId: string; university: University }

/** An application that was sent, placed, and whose fees are open. */
export async function anApplication(
  ctx: Ctx,
  options: Parameters<typeof aDraft>[1] = {},
): Promise<{ applicationId: string; candidate: Candidate; choices: [BuiltChoice, ...BuiltChoice[]] }> {
  const { applicationId, candidate } = await aDraft(ctx, options)
  must(await submitApplication(candidate, { declares: true }))
  must(await placeApplication(theSystem(ctx), { applicationId }))
  await openFees(theSystem(ctx), { applicationId })
  const rows = await ctx.db.choice.findMany({
    where: { applicationId },
    orderBy: { rank: "asc" },
    select: { id: true, intakeId: true, university: true },
  })
  const [first, ...others] = rows.map((row): BuiltChoice => {
    if (row.university === null) throw new Error("The choice was not placed")
    return { ...row, university: row.university }
  })
  if (first === undefined) throw new Error("The application has no choice")
  return { applicationId, candidate, choices: [first, ...others] }
}

export const choiceStatesBuilt = [
  "placed",
  "in_review",
  "info_requested",
  "shortlisted",
  "interview",
  "waitlisted",
  "offered",
  "refused",
  "conditions_pending",
  "confirmed",
  "declined",
  "withdrawn",
] as const
export type BuiltState = (typeof choiceStatesBuilt)[number]

/** Brings a placed choice to a state, by the officers of its university and by its candidate. What is decided is released. */
export async function bringTo(ctx: Ctx, choice: BuiltChoice, candidate: Ctx, state: BuiltState): Promise<{ officer: Staff }> {
  const officer = await aStaff(ctx, "officer", choice.university)
  const choiceId = choice.id
  if (state === "placed") return { officer }
  if (state === "withdrawn") {
    must(await withdrawChoice(candidate, { choiceId }))
    return { officer }
  }
  must(await startReview(officer, { choiceId }))
  if (state === "in_review") return { officer }
  if (state === "info_requested") {
    must(
      await askForMore(officer, { choiceId, words: "Your transcript of 2024, please.", until: new Date(ctx.now().getTime() + 7 * dayMs) }),
    )
    return { officer }
  }
  if (state === "shortlisted" || state === "interview") {
    must(await shortlistChoice(officer, { choiceId }))
    const at = new Date(ctx.now().getTime() + 7 * dayMs)
    if (state === "interview") must(await inviteToInterview(officer, { choiceId, at, place: "We call you.", words: "" }))
    return { officer }
  }
  const { decisionId } = must(
    state === "waitlisted"
      ? await waitlistChoice(officer, { choiceId, sentence: "" })
      : state === "refused"
        ? await refuseChoice(officer, { choiceId, reasonCode: "places.full", sentence: "", nextStep: "nextYear" })
        : await makeOffer(officer, { choiceId, conditions: "", answerBy: new Date(ctx.now().getTime() + 30 * dayMs) }),
  )
  must(await releaseDecision(officer, { decisionId, isEarly: true }))
  if (state === "conditions_pending" || state === "confirmed") must(await acceptOffer(candidate, { choiceId }))
  if (state === "confirmed") must(await confirmPlace(officer, { choiceId, words: "" }))
  if (state === "declined") must(await declineOffer(candidate, { choiceId }))
  return { officer }
}
