import { lapseOffers } from "#app/domain/admissions/lapse-offers.server.ts"
import { closeApplications } from "#app/domain/applications/close-applications.server.ts"
import { lapseDrafts } from "#app/domain/applications/lapse-drafts.server.ts"
import { writeFirstRules } from "#app/domain/eligibility/write-first-rules.server.ts"
import { assignLead } from "#app/domain/leads/assign-lead.server.ts"
import { closeLead } from "#app/domain/leads/close-lead.server.ts"
import { makeEnquiry } from "#app/domain/leads/make-enquiry.server.ts"
import { moveLead } from "#app/domain/leads/move-lead.server.ts"
import { noteLead } from "#app/domain/leads/note-lead.server.ts"
import { addStaff } from "#app/domain/people/add-staff.server.ts"
import { scoreLeads } from "#app/domain/scoring/score-leads.server.ts"
import { confirmLink, proveAddress } from "#app/domain/people/prove-address.server.ts"
import { requestSignInCode } from "#app/domain/people/request-sign-in-code.server.ts"
import { signInWithCode } from "#app/domain/people/sign-in-with-code.server.ts"
import type { Language } from "#app/locales/languages.ts"
import { uuidAt } from "#app/platform/clock.server.ts"
import { type Actor, type Ctx, type Enqueue, makeCtx, type Settings, type StaffActor } from "#app/platform/ctx.server.ts"
import type { Storage } from "#app/platform/storage.server.ts"
import type { Database } from "#app/platform/db.server.ts"
import type { Log } from "#app/platform/log.server.ts"
import type { StaffRole, University } from "#app/platform/prisma-client/enums.ts"
import { reactions } from "#app/jobs/reactions.ts"
import { InlineQueue } from "#app/testing/inline-queue.ts"
import { type Fate, fates, feeFates, must, type OpenIntake, playApplication } from "./applications.ts"
import { seedCampaigns } from "./campaigns.ts"
import { roadOf, seedCodes } from "./codes.ts"
import { programmeSeeds, seedCatalogue } from "./catalogue.ts"
import { seedDoubles } from "./doubles.ts"
import { seedLeadWork } from "./lead-work.ts"
import { seedEvents } from "./events.ts"
import { seedKiosk } from "./kiosk.ts"
import { chanceFrom } from "./names.ts"
import { somePerson, staffSeeds } from "./people.ts"
import { seedImports } from "./imports.ts"
import { seedReports } from "./reports.ts"
import { seedPartners } from "./partners.ts"
import { seedPlacementRules } from "./placement.ts"
import { seedRates } from "./rates.ts"
import { seedRules } from "./rules.ts"

const minute = 60_000
const day = 24 * 60 * minute
const people = 400
const applications = 60

/** Marks of the beginning and the end, so that a demonstration cut off half-way is known as such. */
const began = "demonstration.began"
const built = "demonstration.built"
const markId = "00000000-0000-7000-8000-000000000001"

type Parts = { database: Database; settings: Settings; enqueue: Enqueue; storage: Storage; today: Date }

/**
 * Builds the demonstration when the database holds nobody. One that was cut off half-way, before anything was served,
 * is cleared and built again; a database with people of its own is left alone. Of processes that start at once one
 * builds, and the others go on when it is whole.
 */
export async function seedIfEmpty(parts: Parts & { log: Log }): Promise<void> {
  await parts.database.alone(() => seedUnlessBuilt(parts))
}

async function seedUnlessBuilt(parts: Parts & { log: Log }): Promise<void> {
  const { prisma } = parts.database
  const marks = await prisma.event.findMany({ where: { type: { in: [began, built] } }, select: { type: true } })
  if (marks.some((mark) => mark.type === built)) return
  if (marks.length > 0) await clear(prisma)
  else if ((await prisma.person.count()) > 0) return
  const startedAt = performance.now()
  parts.log.info("demonstration.building")
  const mark = async (type: string) => {
    const data = {
      id: uuidAt(parts.today),
      type,
      thing: "demonstration",
      thingId: markId,
      actorKind: "system",
      facts: {},
      createdAt: parts.today,
    }
    await prisma.event.create({ data, select: { id: true } })
  }
  await mark(began)
  await seedDemonstration(parts)
  await mark(built)
  parts.log.info({ seconds: Math.round((performance.now() - startedAt) / 1000) }, "demonstration.built")
}

/** Empties every table but the migrations' and the content's version. */
async function clear(prisma: Database["prisma"]) {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    select format('%I', tablename) as name from pg_tables
    where schemaname = 'public' and tablename not in ('_prisma_migrations', 'content_version')`
  await prisma.$executeRawUnsafe(`truncate ${tables.map((table) => table.name).join(", ")} cascade`)
}

/**
 * Fills an empty database with the demonstration, by calling the verbs as people would over the last weeks: the same
 * people and the same files every time, with dates that count from today. No mail leaves: they stay in the outbox.
 */
export async function seedDemonstration(parts: Parts): Promise<void> {
  const queue = new InlineQueue()
  const chance = chanceFrom(20_200_911)
  let now = parts.today
  const ctx = makeCtx({
    prisma: parts.database.prisma,
    clock: { now: () => now, id: idsFrom(() => now) },
    enqueue: queue.enqueue,
    reactsTo: new Set(Object.keys(reactions)),
    settings: { ...parts.settings, isDemo: true },
    outside: { mailer: null, gateway: null, storage: parts.storage },
    actor: { kind: "system", job: "seed" },
    language: "en",
  })
  const at = (daysAgo: number) => {
    now = new Date(parts.today.getTime() - daysAgo * day)
  }
  const pass = async (minutes: number) => {
    now = new Date(now.getTime() + minutes * minute)
    await queue.run(ctx)
  }

  await seedCatalogue(ctx)
  await seedPlacementRules(ctx)
  await seedRates(ctx)
  at(60)
  await writeFirstRules(ctx)
  const staff = await seedStaff(ctx)

  await seedCodes((university) => ctx.as(staff("outreach", university)))

  const programmes = programmeSeeds.filter((programme) => programme.intakes.length > 0).map((programme) => programme.slug)
  const askers: { person: ReturnType<typeof somePerson>; isProved: boolean }[] = []
  for (let index = 0; index < people; index++) {
    at(45 - (44 * index) / people)
    const person = somePerson(index, parts.today.getUTCFullYear(), programmes, chance)
    const visitor = ctx.as({ kind: "anonymous" }).inLanguage(person.language)
    must(
      await makeEnquiry(visitor, { ...person.enquiry, ...roadOf(index), consents: consentsOf(index, person.enquiry) }),
      `enquiry ${index}`,
    )
    await queue.run(ctx)
    const isProved = person.hasEmail && chance() < 0.72
    if (isProved) {
      await pass(10)
      const email = person.enquiry.email
      const contact = await ctx.db.contact.findFirstOrThrow({ where: { kind: "email", value: email }, select: { personId: true } })
      const token = confirmLink(visitor, { personId: contact.personId, address: email }).split("/").at(-1) ?? ""
      must(await proveAddress(visitor, { token }), `proof ${index}`)
    }
    askers.push({ person, isProved })
  }

  await workLeads(ctx, staff, chance, at)

  // Adults who proved their address apply; the order of fates gives every state.
  const year = parts.today.getUTCFullYear()
  const openAt = await openIntakes(ctx)
  let fees = 0
  const who = askers.filter(
    ({ person, isProved }) =>
      (isProved && year - person.birthYear >= 22) ||
      (isProved && person.level === "bachelor" && year - person.birthYear >= 19 && !["CM", "MG", "EG"].includes(person.country.code)),
  )
  for (let index = 0; index < applications; index++) {
    const fate: Fate = fates[index % fates.length] ?? "whole"
    // Each fate is met at either university, by somebody whose level has an open intake there.
    const prefers: University = Math.floor(index / fates.length) % 2 === 0 ? "AUI" : "UM6P"
    // Who began in time for the year before, and never sent it; the year's last day has passed since.
    at(fate === "lapsed_draft" ? 22 : 8 - (7.2 * index) / applications)
    const open = openAt(now)
    const fits = who.findIndex(({ person }) =>
      open.some((intake) => intake.level === person.level && intake.universities.join() === prefers),
    )
    const asker = who.splice(Math.max(fits, 0), 1)[0]
    if (asker === undefined) break
    const candidate = await signIn(ctx, asker.person.enquiry.email, asker.person.language)
    await playApplication(
      {
        candidate,
        person: asker.person,
        prefers,
        intakes: open,
        officerOf: (university) => ctx.as(staff("officer", university)),
        headOf: (university) => ctx.as(staff("head", university)),
        chance,
        nextFeeFate: () => feeFates[fees++ % feeFates.length] ?? "due",
        pass,
      },
      fate,
    )
    // The next one begins earlier than this one ended, and no job may run before its time.
    await queue.run(ctx)
  }
  at(0.4)
  await lapseOffers(ctx)
  await lapseDrafts(ctx)
  await closeApplications(ctx)
  const proved = askers.filter(({ isProved }) => isProved).map(({ person }) => person)
  await seedEvents({
    at,
    outreachOf: (university) => ctx.as(staff("outreach", university)),
    headOf: (university) => ctx.as(staff("head", university)),
    visitor: ctx.as({ kind: "anonymous" }),
    guests: proved.slice(-14),
    earlierGuests: proved.slice(40, 48),
    runJobs: () => queue.run(ctx),
  })
  await seedKiosk({ outreach: ctx.as(staff("outreach", "UM6P")), program: ctx.as({ kind: "anonymous" }) })
  await seedCampaigns(
    (university) => ctx.as(staff("campaigns", university)),
    () => queue.run(ctx),
  )
  await seedPartners({ head: ctx.as(staff("head", "AUI")), program: ctx.as({ kind: "anonymous" }) })
  await seedDoubles({
    at,
    visitor: ctx.as({ kind: "anonymous" }),
    officer: ctx.as(staff("officer", "AUI")),
    runJobs: () => queue.run(ctx),
  })
  await seedImports({ outreach: ctx.as(staff("outreach", "AUI")), runJobs: () => queue.run(ctx), today: now })
  await seedRules(ctx.as(staff("officer", "UM6P")))
  await seedReports({ visitor: ctx.as({ kind: "anonymous" }), officer: ctx.as(staff("officer", "AUI")) })
  await seedLeadWork({ ctx, staff, at, must })
  now = parts.today
  await queue.run(ctx)
  await scoreLeads(ctx, { most: 10_000 })
  // What is not due yet, such as a decision still to be released, is the running queue's from here.
  await ctx.transaction(async (tx) => {
    for (const { job, data, startAfter } of queue.takeWaiting()) {
      await parts.enqueue(tx.db, job, [{ data, options: startAfter === null ? {} : { startAfter } }])
    }
  })
}

/** Some of those who left a number may be written to on WhatsApp too, once it has been called. */
function consentsOf(index: number, { consents, phone }: ReturnType<typeof somePerson>["enquiry"]) {
  return index % 4 === 1 && phone !== "" ? [...consents, "whatsapp" as const] : consents
}

/** Ids that are the same in every run of the same day. */
function idsFrom(now: () => Date): () => string {
  let counter = 0
  return () => {
    counter++
    const random = new Uint8Array(10)
    const view = new DataView(random.buffer)
    // Ids made in one millisecond sort in the order they were made.
    view.setUint32(0, counter)
    view.setUint32(6, Math.imul(counter, 2_654_435_761) >>> 0)
    return uuidAt(now(), random)
  }
}

async function seedStaff(ctx: Ctx): Promise<(role: StaffRole, university: University) => StaffActor> {
  const first: Actor = { kind: "staff", personId: ctx.id(), sessionId: ctx.id(), name: "Rihla", role: "admin", university: null }
  const known = new Map<string, StaffActor>()
  for (const seed of staffSeeds) {
    const { staffId } = must(await addStaff(ctx.as(first), seed), `staff ${seed.email}`)
    const { personId } = await ctx.db.staff.findUniqueOrThrow({ where: { id: staffId }, select: { personId: true } })
    const name = `${seed.givenName} ${seed.familyName}`
    known.set(`${seed.role} ${seed.university}`, {
      kind: "staff",
      personId,
      sessionId: ctx.id(),
      name,
      role: seed.role,
      university: seed.university,
    })
  }
  return (role, university) => {
    const actor = known.get(`${role} ${university}`)
    if (actor === undefined) throw new Error(`No ${role} at ${university}`)
    return actor
  }
}

async function signIn(ctx: Ctx, email: string, language: Language): Promise<Ctx> {
  const visitor = ctx.as({ kind: "anonymous" }).inLanguage(language)
  const { code } = must(await requestSignInCode(visitor, { email, audience: "candidate" }), "code")
  const { personId } = must(await signInWithCode(visitor, { email, code: code ?? "", audience: "candidate" }), "sign-in")
  return visitor.as({ kind: "candidate", personId, sessionId: ctx.id() })
}

/** Two months of ordinary work: some leads called, some qualified, some closed, some with an owner and a note. */
async function workLeads(
  ctx: Ctx,
  staff: (role: StaffRole, university: University) => StaffActor,
  chance: () => number,
  at: (daysAgo: number) => void,
) {
  const leads = await ctx.db.lead.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, university: true, createdAt: true, stage: true },
  })
  for (const [index, lead] of leads.entries()) {
    at(9)
    if (lead.createdAt.getTime() > ctx.now().getTime()) at(0.05)
    const outreach = ctx.as(staff("outreach", lead.university))
    const fate = chance()
    if (fate < 0.45) continue
    must(await moveLead(outreach, { leadId: lead.id, from: lead.stage, to: "contacted" }), "contact")
    if (fate > 0.6)
      must(
        await assignLead(outreach, { leadId: lead.id, ownerId: staff(index % 2 === 0 ? "outreach" : "officer", lead.university).personId }),
        "owner",
      )
    if (fate > 0.7) must(await moveLead(outreach, { leadId: lead.id, from: "contacted", to: "qualified" }), "qualify")
    if (fate > 0.93) must(await closeLead(outreach, { leadId: lead.id, from: "qualified", reason: "no-answer" }), "close")
    else if (fate > 0.85) must(await noteLead(outreach, { leadId: lead.id, text: "Called: waits for the school results in July." }), "note")
  }
}

/** The intakes that are open at a time and for an hour more, the time it takes to fill in and send; with what is needed of them. */
async function openIntakes(ctx: Ctx): Promise<(now: Date) => OpenIntake[]> {
  const rows = await ctx.db.intake.findMany({
    orderBy: { id: "asc" },
    select: { id: true, owner: true, opensAt: true, closesAt: true, feeMinor: true, programme: { select: { level: true } } },
  })
  return (now) =>
    rows
      .filter((row) => row.opensAt <= now && row.closesAt.getTime() > now.getTime() + 60 * minute)
      .map((row) => ({
        id: row.id,
        level: row.programme.level,
        feeMinor: row.feeMinor,
        universities: row.owner === "JOINT" ? ["AUI", "UM6P"] : [row.owner],
      }))
}
