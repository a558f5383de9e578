import type { Ctx, Tx } from "#app/platform/ctx.server.ts"
import type { University } from "#app/platform/prisma-client/enums.ts"
import { done, refuse, type Outcome } from "#app/platform/outcome.ts"
import { lockLeads } from "#app/domain/leads/lock-leads.server.ts"
import { readEmail } from "#app/domain/people/contact.server.ts"
import { lookSoon } from "#app/domain/people/join-people.server.ts"
import { addressesOf, lockPeople } from "#app/domain/people/lock-people.server.ts"
import { staffMay, universityOf } from "#app/domain/people/permissions.ts"
import { contactsOf, enquiriesOf, type LaterEnquiry } from "./later-rows.ts"
import { tellOfPlaces, turnLeads } from "./merge-people.server.ts"
import type { Step } from "./merge-step.ts"
import { isMergeThing, type MergeThing } from "./merge-tables.ts"
import { isClosing, reopenClosed } from "./reopen-closed.server.ts"
import { advanceAgain, laterLeads, nextActionsAgain, rewindStages, type Shares, tellOfLater } from "./unmerge-leads.server.ts"
import { takeBackSteps } from "./write-steps.server.ts"

/**
 * Makes two persons again of what was merged, at any time. Every field that the merge changed is what it was, unless it has
 * changed since: a no that was said while they were one holds for both. What came after the merge stays with the kept person,
 * but for what came by an address that only the other one has: their enquiries, what they agreed to and registered for by
 * it; and what was written signed in goes to whoever signs in. Leads stand where the applications of their own candidates
 * have brought them. Merges into one person are taken back in reverse order, so that each finds what it left.
 * Refusals: not-allowed, not-found, changed-meanwhile, identity.separated-already, identity.later-merge.
 */
export async function unmergePeople(ctx: Ctx, { mergeId }: { mergeId: string }): Promise<Outcome<{ keptId: string; awayId: string }>> {
  const { actor } = ctx
  if (actor.kind !== "staff" || !staffMay(actor, "people.merge", actor.university)) return refuse("not-allowed")
  const university = universityOf(actor)
  const known = await ctx.db.merge.findUnique({ where: { id: mergeId }, select: { keptId: true, awayId: true } })
  if (known === null) return refuse("not-found")
  const { keptId, awayId } = known
  const addresses = await addressesOf(ctx.db, [keptId, awayId])
  return ctx.transaction(async (tx) => {
    await lockPeople(tx, addresses, [keptId, awayId])
    const hasLead = await tx.db.lead.count({ where: { university, personId: { in: [keptId, awayId] } } })
    const merge = await tx.db.merge.findUnique({ where: { id: mergeId }, include: { kept: { select: { mergedIntoId: true } } } })
    if (merge === null || hasLead === 0) return refuse("not-found")
    if (merge.undoneAt !== null) return refuse("identity.separated-already")
    const last = await tx.db.merge.findFirst({ where: { keptId, undoneAt: null }, orderBy: { id: "desc" }, select: { id: true } })
    if (merge.kept.mergedIntoId !== null || last?.id !== mergeId) return refuse("identity.later-merge")
    await lockLeads(tx, [keptId, awayId])

    const { count } = await tx.db.merge.updateMany({
      where: { id: mergeId, undoneAt: null },
      data: { undoneAt: ctx.now(), undoneById: actor.personId },
    })
    if (count !== 1) return refuse("identity.separated-already")
    const steps = await readSteps(tx, mergeId)
    const later = await readLater(tx, { keptId, awayId, steps })
    await keepWhatReaderSaid(tx, { keptId, awayId, steps, isTheirs: later.isTheirs })
    const moved = steps.flatMap((step) => (step.field === "person_id" && step.was === awayId ? [step.id] : []))
    const shares: Shares = { mergeId, keptId, awayId, steps, goes: new Set([...moved, ...later.ids.flatMap(({ ids }) => ids)]) }
    const leadIds = await laterLeads(tx, shares)
    const all: Shares = { ...shares, goes: new Set([...shares.goes, ...leadIds]) }
    await rewindStages(tx, all)
    await takeBackSteps(
      tx,
      steps.filter((step) => !isClosing(step)),
    )
    await giveLater(tx, [...later.ids, { thing: "lead", ids: leadIds }], { keptId, awayId })
    await reopenClosed(tx, steps, ctx.now())
    await nextActionsAgain(tx, all)
    await tellOfLater(tx, all, later.enquiryIds)
    await openLeads(ctx, tx, later.enquiryIds)
    await advanceAgain(ctx, tx, all)
    const leads = await tx.db.lead.findMany({
      where: { id: { in: steps.flatMap(({ thing, id }) => (thing === "lead" ? [id] : [])) } },
      select: { id: true },
    })
    await turnLeads(
      ctx,
      tx,
      leads.map(({ id }) => id),
    )
    const places = await tx.db.rsvp.findMany({
      where: { id: { in: steps.flatMap(({ thing, field, id }) => (thing === "rsvp" && field === "withdrawn_at" ? [id] : [])) } },
      select: { publicEventId: true },
    })
    await tellOfPlaces(
      tx,
      places.map(({ publicEventId }) => publicEventId),
    )
    await tx.db.person.updateMany({ where: { id: { in: [keptId, awayId] } }, data: { lookedAt: null } })
    for (const id of [keptId, awayId]) await tx.record("person.unmerged", { name: "person", id }, { mergeId })
    await lookSoon(tx, [keptId, awayId])
    return done({ keptId, awayId })
  })
}

async function readSteps(tx: Tx, mergeId: string): Promise<Step[]> {
  const rows = await tx.db.mergeStep.findMany({ where: { mergeId }, orderBy: { position: "asc" } })
  return rows.map(({ thing, thingId, field, was, became }) => {
    if (!isMergeThing(thing)) throw new Error(`A merge has a step on ${thing}`)
    return { thing, id: thingId, field, was, became }
  })
}

type Later = {
  /** Whether who signs in goes with the separated person, and with them what was written signed in. */
  isTheirs: boolean
  ids: { thing: MergeThing; ids: string[] }[]
  /** Every enquiry since, whoever gets it. */
  enquiryIds: string[]
}

type Merged = { keptId: string; awayId: string; steps: readonly Step[] }

/** What has come to the kept person since the merge, and is to go to the other one. */
async function readLater(tx: Tx, { keptId, awayId, steps }: Merged): Promise<Later> {
  const seen = new Set(steps.map(({ thing, id }) => `${thing} ${id}`))
  const isLater = (thing: MergeThing) => (row: { id: string }) => !seen.has(`${thing} ${row.id}`)
  const moved = new Set(steps.flatMap((step) => (isMove(step, "contact") ? [step.id] : [])))
  const where = { personId: keptId }
  const contacts = await tx.db.contact.findMany({ where, select: { id: true, value: true, signsIn: true } })
  const theirs = new Set(contacts.flatMap(({ id, value }) => (moved.has(id) ? [value] : [])))
  const ours = new Set(contacts.flatMap(({ id, value }) => (seen.has(`contact ${id}`) && !moved.has(id) ? [value] : [])))

  const rows = await tx.db.enquiry.findMany({ where, select: { id: true, email: true, phone: true } })
  const enquiries = rows.filter(isLater("enquiry")).map(({ id, email, phone }): LaterEnquiry => {
    const read = email === null ? null : readEmail(email)
    return { id, addresses: [read?.value, phone].filter((value) => typeof value === "string") }
  })
  const going = enquiriesOf(enquiries, theirs, ours)
  const goingIds = new Set(going.map(({ id }) => id))
  const goingContacts = contactsOf(contacts.filter(isLater("contact")), going, enquiries)
  const addresses = new Set([...theirs, ...goingContacts.map(({ value }) => value)])
  const consents = await tx.db.consent.findMany({ where, select: { id: true, address: true } })
  const rsvps = await tx.db.rsvp.findMany({ where, select: { id: true, enquiryId: true, publicEventId: true } })
  const kept = await tx.db.rsvp.findMany({ where: { personId: awayId }, select: { publicEventId: true } })

  const leaving = new Set([...moved, ...goingContacts.map(({ id }) => id)])
  const signers = contacts.filter(({ signsIn }) => signsIn)
  const isTheirs = signers.length > 0 && signers.every(({ id }) => leaving.has(id))
  const written = async (thing: "application" | "guardian" | "session") => {
    const found =
      thing === "application"
        ? await tx.db.application.findMany({ where, select: { id: true } })
        : thing === "guardian"
          ? await tx.db.guardian.findMany({ where, select: { id: true } })
          : await tx.db.session.findMany({ where, select: { id: true } })
    return found.filter(isLater(thing)).map(({ id }) => id)
  }
  return {
    isTheirs,
    enquiryIds: enquiries.map(({ id }) => id),
    ids: [
      { thing: "contact", ids: goingContacts.map(({ id }) => id) },
      { thing: "enquiry", ids: [...goingIds] },
      {
        thing: "consent",
        ids: consents.filter(isLater("consent")).flatMap(({ id, address }) => (addresses.has(address) && !ours.has(address) ? [id] : [])),
      },
      {
        thing: "rsvp",
        ids: rsvps
          .filter(isLater("rsvp"))
          .flatMap((rsvp) =>
            goingIds.has(rsvp.enquiryId) && !kept.some(({ publicEventId }) => publicEventId === rsvp.publicEventId) ? [rsvp.id] : [],
          ),
      },
      ...(isTheirs
        ? [
            { thing: "application" as const, ids: await written("application") },
            { thing: "guardian" as const, ids: await written("guardian") },
            { thing: "session" as const, ids: await written("session") },
          ]
        : []),
    ],
  }
}

function isMove(step: Step, thing: MergeThing): boolean {
  return step.thing === thing && step.field === "person_id" && step.was !== step.became
}

async function giveLater(tx: Tx, later: Later["ids"], { keptId, awayId }: { keptId: string; awayId: string }): Promise<void> {
  for (const { thing, ids } of later) {
    if (ids.length === 0) continue
    const move = { where: { id: { in: ids }, personId: keptId }, data: { personId: awayId } }
    if (thing === "contact") await tx.db.contact.updateMany(move)
    if (thing === "enquiry") await tx.db.enquiry.updateMany(move)
    if (thing === "consent") await tx.db.consent.updateMany(move)
    if (thing === "rsvp") await tx.db.rsvp.updateMany(move)
    if (thing === "application") await tx.db.application.updateMany(move)
    if (thing === "guardian") await tx.db.guardian.updateMany(move)
    if (thing === "session") await tx.db.session.updateMany(move)
    if (thing === "lead") await tx.db.lead.updateMany(move)
  }
}

const saidBySelf = ["given_name", "family_name", "name_folded", "birth_date", "birth_year", "country"]

/**
 * What somebody said of themselves, signed in, since the merge goes with who signs in: the separated person bears it from
 * now on, and the kept one is again what they were.
 */
async function keepWhatReaderSaid(tx: Tx, { keptId, awayId, steps, isTheirs }: Merged & { isTheirs: boolean }): Promise<void> {
  if (!isTheirs) return
  const select = { givenName: true, familyName: true, nameFolded: true, birthDate: true, birthYear: true, country: true } as const
  const now = await tx.db.person.findUniqueOrThrow({ where: { id: keptId }, select })
  const values: Record<string, string | null> = {
    given_name: now.givenName,
    family_name: now.familyName,
    name_folded: now.nameFolded,
    birth_date: now.birthDate?.toISOString() ?? null,
    birth_year: now.birthYear === null ? null : String(now.birthYear),
    country: now.country,
  }
  const changed = steps.filter(
    ({ thing, id, field, became }) => thing === "person" && id === keptId && saidBySelf.includes(field) && values[field] !== became,
  )
  if (changed.length === 0) return
  const said = new Set(changed.map(({ field }) => field))
  await tx.db.person.update({
    where: { id: awayId },
    data: {
      ...(said.has("given_name") || said.has("family_name")
        ? { givenName: now.givenName, familyName: now.familyName, nameFolded: now.nameFolded }
        : {}),
      ...(said.has("birth_date") ? { birthDate: now.birthDate, birthYear: now.birthYear } : {}),
      ...(said.has("country") ? { country: now.country } : {}),
    },
    select: { id: true },
  })
  // The steps then find what they left, and take it back.
  await takeBackSteps(
    tx,
    changed.map((step) => ({ ...step, became: values[step.field] ?? null })),
  )
}

/** Whoever has asked since has a lead where they asked. */
async function openLeads(ctx: Ctx, tx: Tx, enquiryIds: readonly string[]): Promise<void> {
  const enquiries = await tx.db.enquiry.findMany({
    where: { id: { in: [...enquiryIds] } },
    orderBy: { id: "asc" },
    select: { personId: true, universities: true, country: true, language: true, level: true, fields: true, createdAt: true },
  })
  const rows = enquiries.flatMap(({ universities, createdAt, ...said }) =>
    universities.map((university: University) => ({ ...said, university, activeAt: createdAt })),
  )
  if (rows.length === 0) return
  await tx.db.lead.createMany({ data: rows.map((row) => ({ id: ctx.id(), createdAt: ctx.now(), ...row })), skipDuplicates: true })
}
